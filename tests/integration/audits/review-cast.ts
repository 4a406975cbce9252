import { expect } from "vitest";
import { scoreForm } from "@/features/audit-forms/rules";
import { readAudit } from "@/features/audits/queries/read-audit";
import type { AuditStatus } from "@/features/audits/schema";
import { withScope } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";
import { createAuditForm, type ShortAnswers } from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { createMember } from "../../factories/organization";
import { createSmallOrganization } from "../../factories/small-organization";

/** The small organization with a form, and a maker of its audits: made by the consultant at `location`, of the employee. */
export async function createReviewCast() {
  const cast = await createSmallOrganization();
  const { scope, organization } = cast;
  const form = await createAuditForm(scope);
  const newAudit = (
    status: AuditStatus,
    options: Partial<Parameters<typeof createAudit>[1]> & { answers?: ShortAnswers } = {},
  ) =>
    createAudit(scope, {
      form,
      status,
      auditorMemberId: cast.consultant.memberId,
      locationId: cast.location.id,
      touchpointId: cast.touchpoint.id,
      employeeId: cast.employee.id,
      reviewerMemberId: cast.owner.memberId,
      publishedAt: scope.now,
      ...options,
    });
  return { ...cast, form, newAudit, secondOwner: await createMember(organization, "owner") };
}

/** The same person later. */
export function later(scope: Scope, milliseconds: number): Scope {
  return makeScope({ ...scope, now: new Date(scope.now.getTime() + milliseconds) });
}

/** How two calls at once ended: values of those that worked, message keys of those that did not. */
export async function race(...calls: (() => Promise<unknown>)[]) {
  const ends = await Promise.allSettled(calls.map((call) => call()));
  return {
    worked: ends.filter((end) => end.status === "fulfilled").length,
    refused: ends.flatMap((end) => (end.status === "rejected" ? [(end.reason as Error).message] : [])),
  };
}

/** Kinds of mails on their way, with who gets them. */
export async function listMails(scope: Scope, subjectId: string) {
  return withScope(scope, (tx) =>
    tx.memberMail.findMany({
      where: { organizationId: scope.organizationId, subjectId },
      select: { kind: true, memberId: true, occasion: true },
      orderBy: { createdAt: "asc" },
    }),
  );
}

/** What the log says about an audit, in order. */
export async function listActs(scope: Scope, auditId: string): Promise<string[]> {
  const events = await withScope(scope, (tx) =>
    tx.activityEvent.findMany({
      where: { organizationId: scope.organizationId, subjectId: auditId },
      select: { action: true },
      orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
    }),
  );
  return events.map(({ action }) => action);
}

/** The stored audit; its score, verdict and sections are those of its stored answers, whatever happened to it. */
export async function readConsistentAudit(scope: Scope, auditId: string) {
  const audit = await withScope(scope, (tx) => readAudit(tx, scope, auditId));
  const expected = scoreForm(audit.form.definition, audit.answers);
  expect({
    score: audit.score,
    isFailed: audit.isFailed,
    sections: audit.sections.map(({ score }) => score),
  }).toEqual({ score: expected.score, isFailed: expected.isFailed, sections: expected.sections });
  return audit;
}
