import "server-only";
import { recordActivity } from "@/server/activity";
import { withScope } from "@/server/database";
import { key, type Scope } from "@/server/scope";
import { getCustomer } from "../queries/get-customer";

/**
 * Removes a person on request, for good: name, e-mail address, phone and reference, what the person wrote in answers, and
 * cells of import files that hold them. Open invitations are cancelled and links in mails already sent stop
 * working. What stays names nobody: scores, encounters with their attribution, the customer's language and segment, and the
 * keyed hash of an address that must not be mailed. Erasing twice changes nothing.
 *
 * Answers to anonymous surveys are not touched: nothing leads from the person to them.
 */
export async function eraseCustomer(scope: Scope, id: string): Promise<void> {
  await withScope(scope, async (tx) => {
    const { organizationId } = scope;
    // In the order of src/server/database.ts. An encounter recorded from now on is decided after the erasure, and sees it.
    const encounters = await tx.$queryRaw<{ id: string }[]>`
      select id from encounters
       where organization_id = ${organizationId}::uuid and customer_id = ${id}::uuid order by id for no key update`;
    await tx.$queryRaw`
      select 1 from customers
       where organization_id = ${organizationId}::uuid and id = ${id}::uuid for no key update`;
    const customer = await getCustomer(tx, scope, id);
    if (customer.erasedAt) return;

    // Their rows are what sending and answering lock: neither can go on beside the erasure.
    await tx.$queryRaw`
      select 1 from invitations
       where organization_id = ${organizationId}::uuid and customer_id = ${id}::uuid order by id for update`;
    const cancelled = await tx.invitation.updateMany({
      where: { organizationId, customerId: id, status: "scheduled" },
      data: { status: "not_sent" },
    });
    await tx.invitation.updateMany({
      where: { organizationId, customerId: id, expiresAt: { gt: scope.now } },
      data: { expiresAt: scope.now },
    });
    await tx.invitationMail.updateMany({
      where: { organizationId, state: "queued", invitation: { customerId: id } },
      data: { state: "cancelled" },
    });
    await tx.encounter.updateMany({
      where: {
        organizationId,
        id: { in: encounters.map((encounter) => encounter.id) },
        noInvitationReason: null,
        OR: [{ invitation: null }, { invitation: { status: "not_sent" } }],
      },
      data: { noInvitationReason: "erased", quarantinedUntil: null },
    });

    const cleaned = await tx.response.updateMany({
      where: { organizationId, encounter: { customerId: id } },
      data: { comment: null, followUp: null },
    });
    const traces = [customer.name, customer.email, customer.phone, customer.externalReference].flatMap(
      (text) => (text ? [text.toLowerCase()] : []),
    );
    await tx.$executeRaw`
      update import_rejections set value = null
       where organization_id = ${organizationId}::uuid and lower(trim(value)) = any(${traces}::text[])`;
    await tx.$executeRaw`
      update answer_import_rejections set value = null
       where organization_id = ${organizationId}::uuid and lower(trim(value)) = any(${traces}::text[])`;
    // What an import of answers shows of its file before it is started, with cells that name the person. One that is not
    // over still needs it; its file goes within days.
    await tx.$executeRaw`
      update answer_imports set profile = '{}', preview = null
       where organization_id = ${organizationId}::uuid and status in ('finished', 'undone')
         and exists (select 1 from unnest(${traces}::text[]) as trace
                      where strpos(lower(profile::text), trace) > 0 or strpos(lower(preview::text), trace) > 0)`;
    // Rejected rows kept for download hold whole lines: a file that names the person goes. Only there is content text.
    await tx.$executeRaw`
      update imports set content = null
       where organization_id = ${organizationId}::uuid and content is not null
         and case when status = 'finished'
                  then exists (select 1 from unnest(${traces}::text[]) as trace
                                where strpos(lower(convert_from(content, 'UTF8')), trace) > 0) end`;

    await tx.customer.update({
      where: key(scope, id),
      data: {
        name: null,
        email: null,
        phone: null,
        externalReference: null,
        erasedAt: scope.now,
        archivedAt: null,
      },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "customer.erased",
      { type: "customer", id },
      { responses: cleaned.count, invitationsCancelled: cancelled.count },
    );
  });
}
