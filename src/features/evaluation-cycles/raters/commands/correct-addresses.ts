import "server-only";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";

/**
 * Takes over the corrected addresses of employees and customers, for raters of a cycle whom no mail has reached: all their
 * invitations failed. Of everybody else the address stays what it was when the link was sent, so that nobody comes by a
 * rater's link by changing the address of a colleague. Whoever has an account, and finds the link there too, gets the
 * account's address and no other. An address somebody else rates under is left out.
 */
export async function correctAddresses(tx: Transaction, scope: Scope, cycleId: string): Promise<void> {
  await tx.$executeRaw`
    with unreached as (
      select r.id, lower(coalesce(u.email, e.email, c.email)) as email
        from evaluation_raters r
        left join employees e on e.organization_id = r.organization_id and e.id = r.employee_id
        left join members m on m.organization_id = r.organization_id and m.id = r.member_id
        left join users u on u.id = m.user_id
        left join customers c on c.organization_id = r.organization_id and c.id = r.customer_id
       where r.organization_id = ${scope.organizationId}::uuid and r.cycle_id = ${cycleId}::uuid
         and r.erased_at is null
         and exists (select from evaluation_mails m where m.organization_id = r.organization_id
                        and m.rater_id = r.id and m.state = 'failed')
         and not exists (select from evaluation_mails m where m.organization_id = r.organization_id
                            and m.rater_id = r.id and m.state not in ('failed', 'cancelled'))),
    corrected as (
      select id, email, count(*) over (partition by email) as sharing from unreached where email is not null)
    update evaluation_raters r set email = corrected.email
      from corrected
     where r.organization_id = ${scope.organizationId}::uuid and r.id = corrected.id and corrected.sharing = 1
       and r.email <> corrected.email
       and not exists (select from evaluation_raters other where other.organization_id = r.organization_id
                          and other.cycle_id = r.cycle_id and other.email = corrected.email)`;
}
