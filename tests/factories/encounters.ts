import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import type { Prisma } from "@/generated/prisma/client";
import type { MetricKey } from "@/metrics/score-distribution";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { hashToken, invitationToken, makeTokenSeed, respondentKeyHash } from "@/server/tokens";
import type { PublishedSurvey } from "./surveys";

const DAY = 24 * 3600_000;

/** The frozen attribution every encounter, response and answer carries. */
export type Attribution = {
  touchpointId: string;
  employeeId: string;
  locationId: string;
  teamId?: string | null;
  encounterTypeId: string;
  channel?: Prisma.EncounterCreateManyInput["channel"];
  segment?: string | null;
};

export function buildEncounter(
  scope: Scope,
  attribution: Attribution,
  overrides: Partial<Omit<Prisma.EncounterCreateManyInput, "organizationId">> = {},
) {
  return {
    organizationId: scope.organizationId,
    id: uuidv7(),
    occurredAt: scope.now,
    ...attribution,
    channel: attribution.channel ?? ("in_person" as const),
    ...overrides,
  };
}
export type BuiltEncounter = ReturnType<typeof buildEncounter>;

export async function createEncounter(
  scope: Scope,
  attribution: Attribution,
  overrides: Parameters<typeof buildEncounter>[2] = {},
) {
  const encounter = buildEncounter(scope, attribution, overrides);
  await withScope(scope, (tx) => tx.encounter.createMany({ data: encounter }));
  return encounter;
}

/** An invitation with a working token, sent unless `sentAt` is null. */
export function buildInvitation(
  encounter: BuiltEncounter,
  survey: PublishedSurvey,
  overrides: Partial<Omit<Prisma.InvitationCreateManyInput, "organizationId">> = {},
) {
  const id = uuidv7();
  const tokenSeed = makeTokenSeed();
  const token = invitationToken(id, tokenSeed);
  const sendAt =
    (overrides.sendAt as Date | undefined) ?? new Date(new Date(encounter.occurredAt).getTime() + 3600_000);
  const row = {
    organizationId: encounter.organizationId,
    id,
    encounterId: encounter.id as string,
    customerId: encounter.customerId ?? null,
    surveyId: survey.id,
    surveyVersionId: survey.versionId,
    language: "en",
    status: "sent" as Prisma.InvitationCreateManyInput["status"],
    isAnonymous: survey.isAnonymous,
    tokenSeed: tokenSeed as typeof tokenSeed | null,
    tokenHash: hashToken(token),
    sendAt,
    sentAt: sendAt as Date | null,
    expiresAt: new Date(sendAt.getTime() + survey.expiryDays * DAY),
    /** Set by the worker (closeInvitations) once the time is over. */
    closedAt: null as Date | null,
    createdAt: new Date(encounter.occurredAt),
    ...overrides,
  };
  return { row, token };
}

/** An encounter's sent invitation, stored with its mail; the token opens /s/<token>. */
export async function createInvitation(
  scope: Scope,
  encounter: BuiltEncounter,
  survey: PublishedSurvey,
  overrides: Parameters<typeof buildInvitation>[2] = {},
) {
  const { row, token } = buildInvitation(encounter, survey, overrides);
  await withScope(scope, async (tx) => {
    await tx.invitation.createMany({ data: row });
    await tx.invitationMail.createMany({
      data: {
        organizationId: scope.organizationId,
        invitationId: row.id,
        kind: "invitation",
        state: row.sentAt ? "accepted" : "queued",
        acceptedAt: row.sentAt,
      },
    });
  });
  return { ...row, token };
}

/** The rows of a response to an invitation: score on the main question, optional texts. */
export function buildResponse(
  encounter: BuiltEncounter,
  survey: PublishedSurvey,
  options: {
    token: string;
    score: number;
    answeredAt: Date;
    language?: string;
    followUp?: string | null;
    comment?: string | null;
    completedAt?: Date | null;
  },
) {
  const metric: MetricKey = survey.definition.main.metric;
  const responseId = survey.isAnonymous ? uuidv4() : uuidv7();
  const attribution = {
    touchpointId: encounter.touchpointId,
    employeeId: encounter.employeeId,
    locationId: encounter.locationId,
    teamId: encounter.teamId ?? null,
    encounterTypeId: encounter.encounterTypeId,
    channel: encounter.channel,
    segment: encounter.segment ?? null,
  };
  return {
    response: {
      organizationId: encounter.organizationId,
      id: responseId,
      respondentKeyHash: respondentKeyHash(options.token),
      encounterId: survey.isAnonymous ? null : (encounter.id as string),
      surveyId: survey.id,
      surveyVersionId: survey.versionId,
      language: options.language ?? "en",
      answeredAt: options.answeredAt,
      completedAt: options.completedAt ?? null,
      followUp: options.followUp ?? null,
      comment: options.comment ?? null,
      ...attribution,
    },
    answer: {
      organizationId: encounter.organizationId,
      responseId,
      questionId: survey.questionIds.main as string,
      metric,
      isMain: true,
      score: options.score,
      answeredAt: options.answeredAt,
      ...attribution,
    },
  };
}

/** An encounter, its sent invitation and the answer to it, in one go: what most dashboard tests need. */
export async function createAnsweredEncounter(
  scope: Scope,
  attribution: Attribution,
  survey: PublishedSurvey,
  options: {
    score: number;
    answeredAt?: Date;
    language?: string;
    followUp?: string;
    comment?: string;
    customerId?: string;
  },
) {
  const answeredAt = options.answeredAt ?? scope.now;
  const occurredAt = new Date(answeredAt.getTime() - 6 * 3600_000);
  const encounter = await createEncounter(scope, attribution, {
    occurredAt,
    customerId: options.customerId ?? null,
  });
  const invitation = await createInvitation(scope, encounter, survey, {
    status: "answered",
    answeredAt: survey.isAnonymous ? null : answeredAt,
    ...(survey.isAnonymous ? { tokenSeed: null } : {}),
  });
  const { response, answer } = buildResponse(encounter, survey, {
    token: invitation.token,
    ...options,
    answeredAt,
  });
  await withScope(scope, async (tx) => {
    await tx.response.createMany({ data: response });
    await tx.answer.createMany({ data: answer });
  });
  return { encounter, invitation, response, answer };
}
