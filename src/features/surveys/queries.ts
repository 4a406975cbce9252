import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Channel } from "@/generated/prisma/enums";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { ListInput } from "@/server/input";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import { key, type Scope } from "@/server/scope";
import { escapeWildcards } from "@/server/search-pattern";
import {
  type SurveyBinding,
  type SurveyDefinition,
  type SurveyDetails,
  type SurveyOrganization,
  surveyDefinition,
} from "./schema";

/** Locks a survey for a change of it; NotFoundError when missing or foreign. */
export async function lockSurvey(tx: Transaction, scope: Scope, surveyId: string) {
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from surveys
    where organization_id = ${scope.organizationId}::uuid and id = ${surveyId}::uuid for update`;
  if (locked.length === 0) throw new NotFoundError();
  return tx.survey.findUniqueOrThrow({
    where: key(scope, surveyId),
    select: { name: true, status: true, updatedAt: true, currentVersionId: true },
  });
}

/** A survey with draft, settings and current version, for the builder; NotFoundError when missing or foreign. */
export function getSurvey(scope: Scope, surveyId: string): Promise<SurveyDetails> {
  return withScope(scope, (tx) => readSurveyDetails(tx, scope, surveyId));
}

/** `getSurvey` inside a transaction. */
export async function readSurveyDetails(
  tx: Transaction,
  scope: Scope,
  surveyId: string,
): Promise<SurveyDetails> {
  const survey = await tx.survey.findUnique({
    where: key(scope, surveyId),
    select: {
      id: true,
      name: true,
      status: true,
      draft: true,
      updatedAt: true,
      currentVersionId: true,
      delayMinutes: true,
      reminderCount: true,
      reminderAfterDays: true,
      expiryDays: true,
      quarantineDays: true,
      isAnonymous: true,
      encounterTypes: { select: { encounterTypeId: true } },
      touchpoints: { select: { touchpointId: true } },
    },
  });
  if (!survey) throw new NotFoundError();
  const version = survey.currentVersionId
    ? await tx.surveyVersion.findUniqueOrThrow({
        where: key(scope, survey.currentVersionId),
        select: { id: true, number: true, publishedAt: true, definition: true },
      })
    : null;
  return {
    id: survey.id,
    status: survey.status,
    definition: surveyDefinition.parse(survey.draft),
    revision: survey.updatedAt.toISOString(),
    settings: {
      name: survey.name,
      encounterTypeIds: survey.encounterTypes.map((bound) => bound.encounterTypeId),
      touchpointIds: survey.touchpoints.map((bound) => bound.touchpointId),
      delayMinutes: survey.delayMinutes,
      reminderCount: survey.reminderCount,
      reminderAfterDays: survey.reminderAfterDays,
      expiryDays: survey.expiryDays,
      quarantineDays: survey.quarantineDays,
      isAnonymous: survey.isAnonymous,
    },
    currentVersion: version && { ...version, definition: surveyDefinition.parse(version.definition) },
  };
}

/** A published version's texts; NotFoundError when missing or foreign. */
export async function getPublishedSurveyVersion(
  tx: Transaction,
  scope: Scope,
  versionId: string,
): Promise<{ id: string; surveyId: string; number: number; definition: SurveyDefinition }> {
  const version = await tx.surveyVersion.findUnique({
    where: key(scope, versionId),
    select: { id: true, surveyId: true, number: true, definition: true },
  });
  if (!version) throw new NotFoundError();
  return { ...version, definition: surveyDefinition.parse(version.definition) };
}

/** A published version for reading. */
export type PublishedVersion = {
  number: number;
  publishedAt: Date;
  /** Null when that user has left, or when it was published without a session (seeds). */
  publishedBy: string | null;
};

/** One of a survey's published versions by its number; NotFoundError when missing or foreign. */
export function getSurveyVersion(
  scope: Scope,
  surveyId: string,
  number: number,
): Promise<PublishedVersion & { surveyName: string; definition: SurveyDefinition }> {
  return withScope(scope, async (tx) => {
    const { organizationId } = scope;
    const version = await tx.surveyVersion.findUnique({
      where: { organizationId_surveyId_number: { organizationId, surveyId, number } },
      select: {
        number: true,
        publishedAt: true,
        publishedByUserId: true,
        definition: true,
        survey: { select: { name: true } },
      },
    });
    if (!version) throw new NotFoundError();
    const names = await readUserNames(tx, [version.publishedByUserId]);
    return {
      number: version.number,
      publishedAt: version.publishedAt,
      publishedBy: names.get(version.publishedByUserId) ?? null,
      surveyName: version.survey.name,
      definition: surveyDefinition.parse(version.definition),
    };
  });
}

/** A survey's published versions, newest first; the last 200. Empty for a foreign or missing survey. */
export function listSurveyVersions(scope: Scope, surveyId: string): Promise<PublishedVersion[]> {
  return withScope(scope, async (tx) => {
    const versions = await tx.surveyVersion.findMany({
      where: { organizationId: scope.organizationId, surveyId },
      select: { number: true, publishedAt: true, publishedByUserId: true },
      orderBy: { number: "desc" },
      take: 200,
    });
    const names = await readUserNames(
      tx,
      versions.map((version) => version.publishedByUserId),
    );
    return versions.map(({ publishedByUserId, ...version }) => ({
      ...version,
      publishedBy: names.get(publishedByUserId) ?? null,
    }));
  });
}

async function readUserNames(
  tx: Transaction,
  userIds: (string | null)[],
): Promise<Map<string | null, string>> {
  const known = [...new Set(userIds)].filter((userId) => userId !== null);
  if (known.length === 0) return new Map();
  const users = await tx.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}

export type SurveyListRow = {
  id: string;
  name: string;
  status: SurveyDetails["status"];
  metric: SurveyDefinition["main"]["metric"];
  encounterTypes: string[];
  touchpoints: string[];
  sentIn30Days: number;
  answeredIn30Days: number;
};

/**
 * Surveys by name, with what they are bound to and how much was sent and answered in the last 30 days; for a manager limited
 * to locations only what was sent and answered there.
 */
export async function listSurveys(
  scope: Scope,
  input: ListInput & { isArchived: boolean },
): Promise<Page<SurveyListRow>> {
  const { organizationId } = scope;
  const since = new Date(scope.now.getTime() - 30 * 24 * 3600_000);
  const where: Prisma.SurveyWhereInput = {
    organizationId,
    archivedAt: input.isArchived ? { not: null } : null,
    name: { contains: escapeWildcards(input.q), mode: "insensitive" },
  };
  return withScope(scope, async (tx) => {
    const total = await tx.survey.count({ where });
    const surveys = await tx.survey.findMany({
      where,
      select: {
        id: true,
        name: true,
        status: true,
        draft: true,
        encounterTypes: { select: { encounterType: { select: { name: true } } } },
        touchpoints: { select: { touchpoint: { select: { name: true } } } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      ...pageWindow(input.page),
    });
    const surveyIds = surveys.map((survey) => survey.id);
    const within = scope.locationIds === null ? {} : { locationId: { in: [...scope.locationIds] } };
    const sent = await tx.invitation.groupBy({
      by: ["surveyId"],
      where: { organizationId, surveyId: { in: surveyIds }, sentAt: { gte: since }, encounter: within },
      _count: true,
    });
    const answered = await tx.response.groupBy({
      by: ["surveyId"],
      where: { organizationId, surveyId: { in: surveyIds }, answeredAt: { gte: since }, ...within },
      _count: true,
    });
    const countOf = (counts: { surveyId: string | null; _count: number }[], id: string) =>
      counts.find((count) => count.surveyId === id)?._count ?? 0;
    return {
      total,
      page: input.page,
      pageSize: PAGE_SIZE,
      rows: surveys.map((survey) => ({
        id: survey.id,
        name: survey.name,
        status: survey.status,
        metric: surveyDefinition.parse(survey.draft).main.metric,
        encounterTypes: survey.encounterTypes.map((bound) => bound.encounterType.name),
        touchpoints: survey.touchpoints.map((bound) => bound.touchpoint.name),
        sentIn30Days: countOf(sent, survey.id),
        answeredIn30Days: countOf(answered, survey.id),
      })),
    };
  });
}

/** The other published surveys with the encounters they ask about, by name: what a draft may overlap with. */
export function listOtherBindings(scope: Scope, surveyId: string): Promise<SurveyBinding[]> {
  return withScope(scope, async (tx) => {
    const others = await tx.survey.findMany({
      where: { organizationId: scope.organizationId, id: { not: surveyId }, status: "published" },
      select: {
        name: true,
        encounterTypes: { select: { encounterTypeId: true } },
        touchpoints: { select: { touchpointId: true } },
      },
      orderBy: { name: "asc" },
    });
    return others.map((other) => ({
      name: other.name,
      encounterTypeIds: other.encounterTypes.map((bound) => bound.encounterTypeId),
      touchpointIds: other.touchpoints.map((bound) => bound.touchpointId),
    }));
  });
}

/** What of the organization decides about its surveys. */
export function getSurveyOrganization(scope: Scope): Promise<SurveyOrganization> {
  return withScope(scope, (tx) =>
    tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { name: true, language: true, languages: true, quarantineDays: true },
    }),
  );
}

/** A touchpoint to show a survey with: the first of the journey it is bound to. Null while there is none. */
export function findPreviewTouchpoint(
  scope: Scope,
  touchpointIds: string[],
): Promise<{ name: string; publicNames: unknown; channel: Channel } | null> {
  return withScope(scope, (tx) =>
    tx.touchpoint.findFirst({
      where: {
        organizationId: scope.organizationId,
        ...(touchpointIds.length > 0 ? { id: { in: touchpointIds } } : { archivedAt: null }),
      },
      select: { name: true, publicNames: true, channel: true },
      orderBy: [{ stage: "asc" }, { position: "asc" }, { id: "asc" }],
    }),
  );
}
