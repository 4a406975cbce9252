import "server-only";
import { dayOf } from "@/features/encounters/rules";
import { isCollecting } from "@/features/evaluation-cycles/rules";
import { readEvaluationFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version";
import { type Transaction, withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { localizedText } from "@/server/input";
import { key, type Scope } from "@/server/scope";
import { openOwnAnswers } from "../answer-access-sql";
import { writtenLanguages } from "../rules/languages";
import type { RaterPage, RaterTask } from "../schema";

const SELECT = {
  name: true,
  language: true,
  invitedAt: true,
  erasedAt: true,
  employee: { select: { archivedAt: true } },
  member: { select: { archivedAt: true } },
  cycle: {
    select: {
      name: true,
      purpose: true,
      status: true,
      opensOn: true,
      closesOn: true,
      frameworkVersionId: true,
      anonymityK: true,
      commentK: true,
      managersSee: true,
      ownersSee: true,
      subjectSeesAfterDays: true,
    },
  },
} as const;

/**
 * What the link of a rater shows: the cycle's promise and whom the rater is asked about. Somebody who has left the
 * organization has nothing to do. NotFoundError when the rater is missing or foreign, was erased, or no framework was
 * chosen yet.
 */
export function getRaterPage(scope: Scope, raterId: string): Promise<RaterPage> {
  return withScope(scope, async (tx) => {
    const rater = await tx.evaluationRater.findUnique({ where: key(scope, raterId), select: SELECT });
    const versionId = rater?.cycle.frameworkVersionId;
    if (!rater || rater.erasedAt || !versionId) throw new NotFoundError();
    const { definition } = await readEvaluationFrameworkVersion(tx, scope, versionId);
    const organization = await tx.organization.findUniqueOrThrow({
      where: { id: scope.organizationId },
      select: { name: true, language: true, timeZone: true, accentColor: true, logoType: true },
    });
    const { status, frameworkVersionId, purpose, ...cycle } = rater.cycle;
    const today = dayOf(scope.now, organization.timeZone).toString();
    const isOpen = isCollecting(rater.cycle, today);
    const hasLeft = Boolean(rater.employee?.archivedAt ?? rater.member?.archivedAt);
    return {
      organization: {
        name: organization.name,
        language: organization.language,
        accentColor: organization.accentColor,
        hasLogo: organization.logoType !== null,
      },
      languages: writtenLanguages(definition, organization.language),
      language: rater.language,
      raterName: rater.name ?? "",
      state: isOpen
        ? "open"
        : status === "cancelled"
          ? "cancelled"
          : status === "draft" || status === "nomination"
            ? "not-yet"
            : "closed",
      cycle: { ...cycle, purpose: localizedText.parse(purpose) },
      definition,
      tasks: isOpen && !hasLeft ? await listTasks(tx, scope, raterId) : [],
    };
  });
}

async function listTasks(tx: Transaction, scope: Scope, raterId: string): Promise<RaterTask[]> {
  const { organizationId } = scope;
  const ratings = await tx.evaluationRating.findMany({
    where: {
      organizationId,
      raterId,
      withdrawnAt: null,
      status: { in: ["approved", "submitted", "declined"] },
      subject: { removedAt: null },
    },
    select: {
      id: true,
      raterGroup: true,
      status: true,
      subject: {
        select: {
          kind: true,
          employee: { select: { name: true } },
          team: { select: { name: true } },
          location: { select: { name: true } },
          manager: { select: { user: { select: { name: true } } } },
        },
      },
    },
  });
  const tasks: RaterTask[] = [];
  for (const { id, raterGroup, status, subject } of ratings) {
    tasks.push({
      id,
      group: raterGroup,
      state:
        status === "submitted"
          ? "sent"
          : status === "declined"
            ? "declined"
            : (await isBegun(tx, scope, id))
              ? "begun"
              : "open",
      subject: {
        kind: subject.kind,
        name: (subject.employee ?? subject.team ?? subject.location)?.name ?? "",
        managerName: subject.manager?.user.name ?? null,
      },
    });
  }
  // Oneself first, then by name: an order that says nothing of when anything was answered.
  return tasks.sort(
    (one, other) =>
      Number(other.group === "self") - Number(one.group === "self") ||
      one.subject.name.localeCompare(other.subject.name),
  );
}

async function isBegun(tx: Transaction, { organizationId }: Scope, ratingId: string): Promise<boolean> {
  await openOwnAnswers(tx, ratingId);
  const answer = await tx.evaluationAnswer.findFirst({
    where: { organizationId, ratingId },
    select: { itemId: true },
  });
  return answer !== null;
}
