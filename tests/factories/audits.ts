import { v7 as uuidv7 } from "uuid";
import { keepScore } from "@/features/audits/commands/keep-score";
import type { AuditKind, AuditStatus } from "@/features/audits/schema";
import type { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { type ShortAnswers, type TestAuditForm, toAnswerValue } from "./audit-forms";

let counter = 0;
const DAY = 86_400_000;

/** An active programme around now; staff informed unless `staffInformedOn` is null. */
export async function createProgramme(
  scope: Scope,
  overrides: { formId: string } & Partial<Omit<Prisma.AuditProgrammeUncheckedCreateInput, "organizationId">>,
): Promise<{ id: string }> {
  counter += 1;
  const id = overrides.id ?? uuidv7();
  const staffInformedOn =
    overrides.staffInformedOn === undefined
      ? new Date(scope.now.getTime() - 60 * DAY)
      : overrides.staffInformedOn;
  const attested = staffInformedOn
    ? { attestedByMemberId: uuidv7(), attestedByName: "The owner", attestedAt: scope.now }
    : {};
  await withScope(scope, (tx) =>
    tx.auditProgramme.createMany({
      data: {
        name: `Programme ${counter}`,
        status: "active",
        objective: "See how customers are met.",
        scenario: "You look for a present.",
        brief: "Arrive as any customer would.",
        startsOn: new Date(scope.now.getTime() - 30 * DAY),
        endsOn: new Date(scope.now.getTime() + 60 * DAY),
        ...attested,
        ...overrides,
        staffInformedOn,
        organizationId: scope.organizationId,
        id,
      } as Prisma.AuditProgrammeCreateManyInput,
    }),
  );
  return { id };
}

/** An accepted assignment whose window is open. */
export async function createAssignment(
  scope: Scope,
  overrides: { programmeId: string; memberId: string; locationId: string; touchpointId: string } & Partial<
    Omit<Prisma.AuditAssignmentUncheckedCreateInput, "organizationId" | "audit">
  >,
): Promise<{ id: string }> {
  const id = overrides.id ?? uuidv7();
  await withScope(scope, (tx) =>
    tx.auditAssignment.createMany({
      data: {
        windowStartsAt: new Date(scope.now.getTime() - 2 * DAY),
        windowEndsAt: new Date(scope.now.getTime() + 7 * DAY),
        status: "accepted",
        answeredAt: scope.now,
        ...overrides,
        organizationId: scope.organizationId,
        id,
      },
    }),
  );
  return { id };
}

/**
 * An audit at a step of its life, scored from its answers. A mystery visit gets its assignment made for it unless one is
 * given. Dates follow `visitStartedAt` (default: a day ago): 20 minutes' visit, submitted an hour after, published the day
 * after that, for others after 3 days, appealed for 14.
 */
export async function createAudit(
  scope: Scope,
  options: {
    form: TestAuditForm;
    auditorMemberId: string;
    locationId: string;
    touchpointId: string;
    kind?: AuditKind;
    programmeId?: string;
    assignmentId?: string;
    doubleVisitId?: string;
    employeeId?: string | null;
    teamId?: string | null;
    encounterTypeId?: string | null;
    reviewerMemberId?: string;
    status?: AuditStatus;
    visitStartedAt?: Date;
    publishedAt?: Date;
    othersFrom?: Date;
    appealUntil?: Date;
    submittedAt?: Date;
    timesReturned?: number;
    summary?: string;
    strengths?: string;
    suggestions?: string;
    answers?: ShortAnswers;
  },
): Promise<{ id: string; score: number | null; isFailed: boolean }> {
  const { organizationId } = scope;
  const { form, kind = "mystery", status = "published" } = options;
  const id = uuidv7();
  const start = options.visitStartedAt ?? new Date(scope.now.getTime() - DAY);
  const submittedAt = options.submittedAt ?? new Date(start.getTime() + 80 * 60_000);
  const publishedAt = options.publishedAt ?? new Date(start.getTime() + DAY);
  const isPublished = status === "published";
  const programmeId =
    kind === "observation"
      ? null
      : (options.programmeId ?? (await createProgramme(scope, { formId: form.id })).id);
  const assignmentId =
    programmeId === null
      ? null
      : (options.assignmentId ??
        (
          await createAssignment(scope, {
            programmeId,
            memberId: options.auditorMemberId,
            locationId: options.locationId,
            touchpointId: options.touchpointId,
            doubleVisitId: options.doubleVisitId ?? null,
            windowStartsAt: new Date(start.getTime() - 3 * DAY),
            windowEndsAt: new Date(start.getTime() + 3 * DAY),
          })
        ).id);
  const answers = Object.fromEntries(
    Object.entries(options.answers ?? { greeted: true, smiled: true, honest: true, listened: "p4" }).map(
      ([key, short]) => [key, toAnswerValue(short)],
    ),
  );
  const reviewerMemberId =
    status === "in_review" || isPublished ? (options.reviewerMemberId ?? options.auditorMemberId) : null;
  const score = await withScope(scope, async (tx) => {
    await tx.audit.createMany({
      data: {
        organizationId,
        id,
        kind,
        status,
        formVersionId: form.versionId,
        programmeId,
        assignmentId,
        doubleVisitId: options.doubleVisitId ?? null,
        auditorMemberId: options.auditorMemberId,
        touchpointId: options.touchpointId,
        locationId: options.locationId,
        teamId: options.teamId ?? null,
        encounterTypeId: options.encounterTypeId ?? null,
        channel: "in_person",
        employeeId: options.employeeId ?? null,
        staffInformedOn: options.employeeId ? new Date(start.getTime() - 60 * DAY) : null,
        visitStartedAt: start,
        visitEndedAt: new Date(start.getTime() + 20 * 60_000),
        summary: options.summary ?? null,
        strengths: options.strengths ?? null,
        suggestions: options.suggestions ?? null,
        createdAt: start,
        updatedAt: start,
        submittedAt: status === "draft" ? null : submittedAt,
        timesReturned: options.timesReturned ?? 0,
        reviewerMemberId,
        reviewStartedAt: reviewerMemberId ? submittedAt : null,
        publishedAt: isPublished ? publishedAt : null,
        othersFrom: isPublished ? (options.othersFrom ?? new Date(publishedAt.getTime() + 3 * DAY)) : null,
        appealUntil: isPublished ? (options.appealUntil ?? new Date(publishedAt.getTime() + 14 * DAY)) : null,
      },
    });
    await tx.auditAnswer.createMany({
      data: Object.entries(answers).map(([key, answer]) => ({
        organizationId,
        auditId: id,
        itemId: form.itemIds[key] as string,
        ...answer,
        changedAt: start,
      })),
    });
    return keepScore(tx, scope, { id, definition: form.definition, itemIds: form.itemIds, answers });
  });
  return { id, score: score.score, isFailed: score.isFailed };
}
