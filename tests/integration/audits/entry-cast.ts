import type { AuditAnswerValue } from "@/features/audit-forms/schema";
import { withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { createAuditForm, toAnswerValue } from "../../factories/audit-forms";
import { createAssignment, createAudit, createProgramme } from "../../factories/audits";
import { createSmallOrganization } from "../../factories/small-organization";

export const HOUR = 3600_000;
export const yes = toAnswerValue(true);
export const no = toAnswerValue(false);

/** An organization with a form, a programme of it, and makers of assignments and drafts of its consultant (`me`). */
export async function stage(options: { staffInformedOn?: Date | null } = {}) {
  const cast = await createSmallOrganization();
  const form = await createAuditForm(cast.scope);
  const programme = await createProgramme(cast.scope, { formId: form.id, ...options });
  const newAssignment = (overrides: Partial<Parameters<typeof createAssignment>[1]> = {}) =>
    createAssignment(cast.scope, {
      programmeId: programme.id,
      memberId: cast.consultant.memberId,
      locationId: cast.location.id,
      touchpointId: cast.touchpoint.id,
      ...overrides,
    });
  const newDraft = async (overrides: Partial<Parameters<typeof createAudit>[1]> = {}) =>
    createAudit(cast.scope, {
      form,
      programmeId: programme.id,
      auditorMemberId: cast.consultant.memberId,
      locationId: cast.location.id,
      touchpointId: cast.touchpoint.id,
      status: "draft",
      answers: {},
      ...overrides,
    });
  return { ...cast, form, programme, newAssignment, newDraft, me: cast.consultant.scope };
}
export type Stage = Awaited<ReturnType<typeof stage>>;

/** What a device sends of one item. */
export const change = (itemKey: string, value: AuditAnswerValue | null, basedOn = 0) => ({
  itemKey,
  basedOn,
  value,
});

/** What the audit trail says of a thing, in order. */
export async function activityOf(scope: Scope, subjectId: string): Promise<string[]> {
  const events = await withScope(scope, (tx) =>
    tx.activityEvent.findMany({
      where: { organizationId: scope.organizationId, subjectId },
      select: { action: true },
      orderBy: { id: "asc" },
    }),
  );
  return events.map(({ action }) => action);
}

/** The fields an error is about, with their message keys. */
export async function fieldsOf(work: Promise<unknown>): Promise<Record<string, string>> {
  const error = await work.then(() => null).catch((thrown: unknown) => thrown);
  if (!(error instanceof InvalidInputError)) throw error ?? new Error("nothing was refused");
  return error.fields;
}

/** The same person later. */
export const later = (scope: Scope, milliseconds: number): Scope =>
  makeScope({ ...scope, now: new Date(scope.now.getTime() + milliseconds) });

/** A visit that began and ended so many milliseconds from now. */
export const visitOf = (scope: Scope, from = -2 * HOUR, to = -1 * HOUR) => ({
  visitStartedAt: new Date(scope.now.getTime() + from).toISOString(),
  visitEndedAt: new Date(scope.now.getTime() + to).toISOString(),
  employeeId: null as string | null,
  summary: null as string | null,
});
