import { v7 as uuidv7 } from "uuid";
import type { EvaluationSubjectKind, RaterGroup, RatingStatus } from "@/features/evaluation-cycles/schema";
import type { EvaluationFrameworkDefinition } from "@/features/evaluation-frameworks/schema";
import { openAllAnswers } from "@/features/evaluation-ratings/answer-access-sql";
import type { EvaluationCycleStatus } from "@/generated/prisma/enums";
import { withScope } from "@/server/database";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";
import { hashToken, makeTokenSeed, raterToken } from "@/server/tokens";

let counter = 0;

/** Two competencies, "presence" (p1, p2) and "clarity" (c1, c2), on a scale of five, and the open question "more". */
export function smallFrameworkDefinition(): EvaluationFrameworkDefinition {
  const competency = (key: string, itemKeys: string[]) => ({
    key,
    name: { en: `Competency ${key}`, fi: `Osa-alue ${key}` },
    description: {},
    items: itemKeys.map((item) => ({
      key: item,
      text: { en: `Shows ${item}.`, fi: `Osoittaa ${item}.` },
      selfText: { en: `I show ${item}.`, fi: `Osoitan ${item}.` },
      behaviourId: null,
    })),
  });
  return {
    intro: { en: "Think of what you have seen.", fi: "Ajattele sitä, mitä olet nähnyt." },
    scale: [1, 2, 3, 4, 5].map((point) => ({ label: { en: `Point ${point}`, fi: `Kohta ${point}` } })),
    competencies: [competency("presence", ["p1", "p2"]), competency("clarity", ["c1", "c2"])],
    questions: [{ key: "more", text: { en: "What more?", fi: "Mitä lisää?" }, selfText: {} }],
  };
}

export type TestFramework = {
  id: string;
  versionId: string;
  definition: EvaluationFrameworkDefinition;
  itemIds: Record<string, string>;
};

/** A published framework. */
export async function createFramework(
  scope: Scope,
  overrides: { name?: string; definition?: EvaluationFrameworkDefinition } = {},
): Promise<TestFramework> {
  counter += 1;
  const { organizationId } = scope;
  const definition = overrides.definition ?? smallFrameworkDefinition();
  const [id, versionId] = [uuidv7(), uuidv7()];
  const rows = [
    ...definition.competencies.flatMap((competency) =>
      competency.items.map((item) => ({
        kind: "scale" as const,
        key: item.key,
        competencyKey: competency.key as string | null,
        texts: item.text,
        behaviourId: item.behaviourId,
      })),
    ),
    ...definition.questions.map((question) => ({
      kind: "open" as const,
      key: question.key,
      competencyKey: null,
      texts: question.text,
      behaviourId: null,
    })),
  ].map((row, position) => ({ organizationId, id: uuidv7(), versionId, position, ...row }));
  await withScope(scope, async (tx) => {
    await tx.evaluationFramework.create({
      data: {
        organizationId,
        id,
        name: overrides.name ?? `Framework ${counter}`,
        status: "published",
        draft: definition,
        currentVersionId: versionId,
      },
      select: { id: true },
    });
    await tx.evaluationFrameworkVersion.create({
      data: { organizationId, id: versionId, frameworkId: id, number: 1, definition },
      select: { id: true },
    });
    await tx.evaluationItem.createMany({ data: rows });
  });
  return { id, versionId, definition, itemIds: Object.fromEntries(rows.map((row) => [row.key, row.id])) };
}

export type TestCycle = { id: string; framework: TestFramework };

/** A cycle that collects ratings unless told otherwise; each group takes 0–20 raters. */
export async function createCycle(
  scope: Scope,
  overrides: {
    framework?: TestFramework;
    name?: string;
    purpose?: LocalizedText;
    status?: EvaluationCycleStatus;
    anonymityK?: number;
    commentK?: number;
    managersSee?: boolean;
    ownersSee?: boolean;
    subjectSeesAfterDays?: number;
    opensOn?: Date;
    closesOn?: Date;
    nominatedBy?: "subject" | "manager";
    groups?: RaterGroup[];
  } = {},
): Promise<TestCycle> {
  counter += 1;
  const { organizationId } = scope;
  const { framework: given, groups, ...columns } = overrides;
  const framework = given ?? (await createFramework(scope));
  const id = uuidv7();
  const status = overrides.status ?? "collecting";
  await withScope(scope, async (tx) => {
    await tx.evaluationCycle.create({
      data: {
        organizationId,
        id,
        name: `Cycle ${counter}`,
        purpose: { en: "To learn.", fi: "Jotta opimme." },
        frameworkId: framework.id,
        frameworkVersionId: framework.versionId,
        opensOn: new Date("2026-01-01"),
        closesOn: new Date("2099-12-31"),
        firstInvitedAt: status === "draft" || status === "nomination" ? null : scope.now,
        closedAt: status === "closed" ? scope.now : null,
        cancelledAt: status === "cancelled" ? scope.now : null,
        ...columns,
        status,
      },
      select: { id: true },
    });
    await tx.evaluationCycleGroup.createMany({
      data: (groups ?? ["self", "manager", "member", "peer", "report", "customer"]).map((raterGroup) => ({
        organizationId,
        cycleId: id,
        raterGroup,
        minimum: 0,
        maximum: 20,
      })),
    });
  });
  return { id, framework };
}

/** An employee, team or location whose encounters a cycle evaluates. */
export async function createSubject(
  scope: Scope,
  cycle: TestCycle,
  subject: {
    kind?: EvaluationSubjectKind;
    employeeId?: string;
    teamId?: string;
    locationId?: string;
    ofLocationId?: string | null;
    ofTeamId?: string | null;
    managerMemberId?: string | null;
  },
): Promise<{ id: string; cycle: TestCycle }> {
  const { organizationId } = scope;
  const id = uuidv7();
  await withScope(scope, (tx) =>
    tx.evaluationSubject.create({
      data: { organizationId, id, cycleId: cycle.id, kind: subject.kind ?? "employee", ...subject },
      select: { id: true },
    }),
  );
  return { id, cycle };
}

/** A point, a text, or null for "cannot say", by item key. */
export type ShortRatingAnswers = Record<string, number | string | null>;

/** A rating, sent unless told otherwise, by a rater of its own unless one is given. */
export async function createRating(
  scope: Scope,
  subject: { id: string; cycle: TestCycle },
  rating: {
    group: RaterGroup;
    status?: RatingStatus;
    answers?: ShortRatingAnswers;
    raterId?: string;
    employeeId?: string;
    memberId?: string;
    customerId?: string;
    name?: string;
    email?: string;
    language?: string;
  },
): Promise<{ id: string; raterId: string; token: string | null }> {
  counter += 1;
  const { organizationId } = scope;
  const { group, status = "submitted", answers = {}, raterId: given, ...person } = rating;
  const [id, raterId] = [uuidv7(), given ?? uuidv7()];
  const tokenSeed = makeTokenSeed();
  const token = given ? null : raterToken(raterId, tokenSeed);
  await withScope(scope, async (tx) => {
    if (token) {
      await tx.evaluationRater.create({
        data: {
          organizationId,
          id: raterId,
          cycleId: subject.cycle.id,
          name: `Rater ${counter}`,
          email: `rater-${counter}-${raterId.slice(-6)}@example.test`,
          language: "fi",
          tokenSeed,
          tokenHash: hashToken(token),
          invitedAt: scope.now,
          ...person,
        },
        select: { id: true },
      });
    }
    await tx.evaluationRating.create({
      data: { organizationId, id, subjectId: subject.id, raterId, raterGroup: group, status },
      select: { id: true },
    });
    await openAllAnswers(tx);
    await tx.evaluationAnswer.createMany({
      data: Object.entries(answers).map(([key, answer]) => ({
        organizationId,
        ratingId: id,
        itemId: subject.cycle.framework.itemIds[key] as string,
        value: typeof answer === "number" ? answer : null,
        text: typeof answer === "string" ? answer : null,
        isCannotSay: answer === null,
      })),
    });
  });
  return { id, raterId, token };
}
