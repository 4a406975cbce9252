import { v7 as uuidv7 } from "uuid";
import type { AuditStatus } from "@/features/audits/schema";
import { withScope } from "@/server/database";
import { createAuditForm, smallFormDefinition, type TestAuditForm } from "../../factories/audit-forms";
import { createAudit, createProgramme } from "../../factories/audits";
import type { Base, Place } from "./makers";

/** What audits are made of: the parts of a cast that are there before everything else. */
type Ground = Pick<Base, "organization" | "scope" | "mark" | "people" | "touchpointId" | "encounterTypeId">;

const forms = new Map<string, Promise<{ form: TestAuditForm; programmeId: string }>>();

/** One form and programme for each organization, with its mark in every text. */
function formOf(of: Ground): Promise<{ form: TestAuditForm; programmeId: string }> {
  const known = forms.get(of.organization.id) ?? makeForm(of);
  forms.set(of.organization.id, known);
  return known;
}

async function makeForm({ scope, mark }: Ground) {
  const definition = smallFormDefinition();
  for (const section of definition.sections) {
    section.title = { en: `${mark} ${section.key}` };
    for (const item of section.items) item.text = { en: `${mark} ${item.key}?` };
  }
  const form = await createAuditForm(scope, { name: `${mark} audit form`, definition });
  const programme = await createProgramme(scope, { formId: form.id, name: `${mark} programme` });
  return { form, programmeId: programme.id };
}

export type NewAudit = { id: string; auditId: string; form: TestAuditForm };

/** A mystery visit of the consultant at the place, of its employee; under review or reviewed by the owner. */
export async function newAudit(
  of: Ground,
  { locationId, employeeId }: Place,
  status: AuditStatus = "published",
  options: Partial<Parameters<typeof createAudit>[1]> = {},
): Promise<NewAudit> {
  const { form, programmeId } = await formOf(of);
  const { id } = await createAudit(of.scope, {
    form,
    programmeId,
    status,
    locationId,
    employeeId,
    touchpointId: of.touchpointId,
    auditorMemberId: of.people.consultant.memberId,
    reviewerMemberId: of.people.owner.memberId,
    publishedAt: of.scope.now,
    othersFrom: of.scope.now,
    summary: `${of.mark} summary`,
    ...options,
  });
  return { id, auditId: id, form };
}

export type NewAppeal = NewAudit & { appealId: string; messageId: string };

/** An open appeal of the item "greeted", by the account of the place's employee unless told otherwise. */
export async function newAppeal(
  of: Ground,
  place: Place,
  openedByUserId: string = of.people.employee.userId,
): Promise<NewAppeal> {
  const audit = await newAudit(of, place);
  const { organizationId, now } = of.scope;
  const appealId = uuidv7();
  const messageId = uuidv7();
  await withScope(of.scope, async (tx) => {
    await tx.auditAppeal.createMany({
      data: {
        organizationId,
        id: appealId,
        auditId: audit.id,
        itemId: audit.form.itemIds.greeted as string,
        kind: "factual_error",
        openedByUserId,
        openedAt: now,
      },
    });
    await tx.auditAppealMessage.createMany({
      data: {
        organizationId,
        id: messageId,
        appealId,
        text: `${of.mark} reasons`,
        writtenByUserId: openedByUserId,
        writtenAt: now,
      },
    });
  });
  return { ...audit, appealId, messageId };
}

/** A row in each table around audits that nothing above writes to. */
async function fillTablesAround(of: Ground, { locationId }: Place): Promise<void> {
  const { form, programmeId } = await formOf(of);
  const { organizationId, now } = of.scope;
  const { memberId } = of.people.consultant;
  await withScope(of.scope, async (tx) => {
    await tx.auditFormTouchpoint.createMany({
      data: { organizationId, formId: form.id, touchpointId: of.touchpointId },
    });
    await tx.auditFormEncounterType.createMany({
      data: { organizationId, formId: form.id, encounterTypeId: of.encounterTypeId },
    });
    await tx.auditTarget.createMany({
      data: { organizationId, programmeId, locationId, touchpointId: of.touchpointId, visits: 2 },
    });
    await tx.auditConflict.createMany({
      // Not the consultant's, who is to be assigned visits here.
      data: {
        organizationId,
        memberId: of.people.localManager.memberId,
        locationId,
        reason: `${of.mark} reason`,
      },
    });
    await tx.auditBriefing.createMany({ data: { organizationId, programmeId, memberId, passedAt: now } });
    await tx.memberMail.createMany({
      data: { organizationId, memberId, kind: "auditReturned", subjectId: uuidv7(), state: "accepted" },
    });
  });
}

/** A row in each table of audits: a published one with a reply, a remark, a correction, an appeal and its attachment. */
export async function fillAuditTables(of: Ground, place: Place): Promise<void> {
  await fillTablesAround(of, place);
  const { id: auditId, form, appealId, messageId } = await newAppeal(of, place);
  const { organizationId, now } = of.scope;
  const { owner, consultant } = of.people;
  const itemId = form.itemIds.smiled as string;
  await withScope(of.scope, async (tx) => {
    await tx.auditReply.createMany({
      data: { organizationId, auditId, text: `${of.mark} reply`, writtenAs: "employee", writtenAt: now },
    });
    await tx.auditRemark.createMany({
      data: { organizationId, auditId, itemId, round: 1, text: `${of.mark} remark`, writtenAt: now },
    });
    await tx.auditCorrection.createMany({
      data: {
        organizationId,
        auditId,
        itemId,
        appealId,
        reason: `${of.mark} reason`,
        failedBefore: false,
        failedAfter: false,
        correctedByUserId: owner.userId,
        correctedAt: now,
      },
    });
    await tx.auditFile.createMany({
      data: {
        organizationId,
        auditId,
        appealMessageId: messageId,
        clientKey: uuidv7(),
        contentType: "application/pdf",
        bytes: 3,
        storage: "database",
        content: new TextEncoder().encode("pdf"),
        uploadedByMemberId: consultant.memberId,
      },
    });
  });
}
