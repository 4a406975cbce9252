import { v7 as uuidv7 } from "uuid";
import { listAuditItems } from "@/features/audit-forms/list-audit-items";
import {
  type AuditAnswerValue,
  type AuditFormDefinition,
  type AuditFormItem,
  NO_ANSWER,
} from "@/features/audit-forms/schema";
import { keepScore } from "@/features/audits/commands/keep-score";
import type { AuditKind, AuditStatus } from "@/features/audits/schema";
import type { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";

let counter = 0;
const DAY = 86_400_000;

const itemBase = {
  guidance: {},
  goodExample: {},
  badExample: {},
  suggestion: {},
  behaviourId: null,
  about: "employee" as const,
  isRequired: true,
  allowsNotApplicable: true,
};
const scoring = { weight: 1, isCritical: false, isBonus: false, passPoints: null, commentBelow: null };

/** A yes/no item of weight 1 whose good answer is yes. */
export function yesNoItem(
  key: string,
  overrides: Partial<Extract<AuditFormItem, { kind: "yes_no" }>> = {},
): AuditFormItem {
  return {
    kind: "yes_no",
    key,
    text: { en: `Question ${key}?`, fi: `Kysymys ${key}?` },
    goodAnswer: "yes",
    ...itemBase,
    ...scoring,
    ...overrides,
  };
}

/** A scale of 0–4 points ("p0" … "p4"). */
export function scaleItem(
  key: string,
  overrides: Partial<Extract<AuditFormItem, { kind: "scale" }>> = {},
): AuditFormItem {
  return {
    kind: "scale",
    key,
    text: { en: `Scale ${key}`, fi: `Asteikko ${key}` },
    options: [0, 1, 2, 3, 4].map((points) => ({
      key: `p${points}`,
      text: { en: `${points}`, fi: `${points}` },
      points,
    })),
    ...itemBase,
    ...scoring,
    ...overrides,
  };
}

export function photoItem(key: string): AuditFormItem {
  return {
    kind: "photo",
    key,
    text: { en: `Photo ${key}`, fi: `Kuva ${key}` },
    mostPhotos: 3,
    ...itemBase,
    isRequired: false,
  };
}

/** Two sections of equal weight: "greeting" (two yes/no items) and "service" (a critical yes/no item and a scale). */
export function smallFormDefinition(): AuditFormDefinition {
  return {
    intro: {},
    isCapped: true,
    sections: [
      {
        key: "greeting",
        title: { en: "Greeting", fi: "Tervehdys" },
        intro: {},
        weight: 1,
        items: [yesNoItem("greeted"), yesNoItem("smiled")],
      },
      {
        key: "service",
        title: { en: "Service", fi: "Palvelu" },
        intro: {},
        weight: 1,
        items: [yesNoItem("honest", { isCritical: true }), scaleItem("listened")],
      },
    ],
  };
}

/** Answers by item key: true/false for yes/no, an option's key, a number; null = not applicable. */
export type ShortAnswers = Record<string, boolean | string | number | null | Partial<AuditAnswerValue>>;

export function toAnswerValue(short: ShortAnswers[string]): AuditAnswerValue {
  if (short === null) return { ...NO_ANSWER, isNotApplicable: true };
  if (typeof short === "boolean") return { ...NO_ANSWER, number: short ? 1 : 0 };
  if (typeof short === "number") return { ...NO_ANSWER, number: short };
  if (typeof short === "string") return { ...NO_ANSWER, optionKeys: [short] };
  return { ...NO_ANSWER, ...short };
}

export type TestAuditForm = {
  id: string;
  versionId: string;
  definition: AuditFormDefinition;
  itemIds: Record<string, string>;
};

export async function createBehaviour(
  scope: Scope,
  overrides: {
    key?: string;
    name?: string;
    nameFi?: string;
    position?: number;
    archivedAt?: Date | null;
  } = {},
): Promise<{ id: string }> {
  counter += 1;
  const id = uuidv7();
  const name = overrides.name ?? `Behaviour ${counter}`;
  await withScope(scope, (tx) =>
    tx.behaviour.create({
      data: {
        organizationId: scope.organizationId,
        id,
        key: overrides.key ?? null,
        names: { en: name, fi: overrides.nameFi ?? name },
        position: overrides.position ?? counter,
        archivedAt: overrides.archivedAt ?? null,
      },
      select: { id: true },
    }),
  );
  return { id };
}

/** A form with one published version. */
export async function createAuditForm(
  scope: Scope,
  overrides: { name?: string; definition?: AuditFormDefinition; publishedAt?: Date } = {},
): Promise<TestAuditForm> {
  counter += 1;
  const { organizationId } = scope;
  const definition = overrides.definition ?? smallFormDefinition();
  const id = uuidv7();
  const versionId = uuidv7();
  const publishedAt = overrides.publishedAt ?? scope.now;
  const items = listAuditItems(definition).map((item) => ({
    ...item,
    id: uuidv7(),
    organizationId,
    formVersionId: versionId,
  }));
  await withScope(scope, async (tx) => {
    await tx.auditForm.createMany({
      data: {
        organizationId,
        id,
        name: overrides.name ?? `Form ${counter}`,
        status: "published",
        draft: definition as Prisma.InputJsonObject,
        currentVersionId: versionId,
        createdAt: publishedAt,
      },
    });
    await tx.auditFormVersion.createMany({
      data: {
        organizationId,
        id: versionId,
        formId: id,
        number: 1,
        definition: definition as Prisma.InputJsonObject,
        publishedAt,
      },
    });
    await tx.auditItem.createMany({ data: items });
  });
  return {
    id,
    versionId,
    definition,
    itemIds: Object.fromEntries(items.map((item) => [item.key, item.id])),
  };
}

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
