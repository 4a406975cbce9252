import "server-only";
import { daysAfter } from "@/features/audits/review/rules";
import { readEvaluationFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version";
import { openAllAnswers } from "@/features/evaluation-ratings/answer-access-sql";
import { defaultGapThreshold } from "@/metrics/evaluation-figure";
import { recordActivity } from "@/server/activity";
import { type Transaction, withScope } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { requireWholeOrganization } from "@/server/require-whole-organization";
import { key, type Scope } from "@/server/scope";
import { decideRelease } from "../rules/decide-release";
import { publishComments } from "../rules/publish-comments";
import { readLastReleases } from "./read-last-releases";
import { readSubjectAnswers } from "./read-subject-answers";
import { storeRelease } from "./store-release";
import { tellOfReleases } from "./tell-of-releases";

/** What came of releasing: subjects with a first report, with a new one, and those for whom too few (new) ratings came in. */
export type ReleaseOutcome = { released: number; again: number; waiting: number };

/**
 * Releases the reports of a closed cycle: of every subject that has none yet and of whom something can be shown, and again
 * of those with at least k new ratings since. What is released never changes. The only place besides a rater's own page
 * that reads answers; what the rules do not let out of them does not leave it.
 *
 * The first release of a cycle makes up its cohorts; later ones do not add to them. The subjects and those who may see
 * the reports are told by mail. ConflictError unless the cycle is closed, NotFoundError when the organization has none
 * such, ForbiddenError for managers limited to locations.
 */
export async function releaseReports(scope: Scope, cycleId: string): Promise<ReleaseOutcome> {
  requireWholeOrganization(scope);
  return withScope(scope, async (tx) => {
    const cycle = await lockClosedCycle(tx, scope, cycleId);
    const framework = await readEvaluationFrameworkVersion(tx, scope, cycle.frameworkVersionId);
    const { scale, competencies } = framework.definition;
    const itemIds = competencies.flatMap(({ items }) =>
      items.map((item) => framework.itemIds[item.key] as string),
    );
    const subjects = await tx.evaluationSubject.findMany({
      where: { organizationId: scope.organizationId, cycleId, removedAt: null },
      select: { id: true, kind: true },
      orderBy: { id: "asc" },
    });
    await openAllAnswers(tx);
    const sources = await readSubjectAnswers(
      tx,
      scope,
      cycleId,
      { points: scale.length, itemIds },
      subjects.map(({ id, kind }) => ({ id, isOnePerson: kind === "employee" })),
    );
    const lastReleases = await readLastReleases(tx, scope, cycleId);
    const outcome: ReleaseOutcome = { released: 0, again: 0, waiting: 0 };
    const stored: { subjectId: string; reportId: string }[] = [];
    for (const [subjectId, { answers, comments, counted, hasReader }] of sources) {
      // Whoever reads the report and is among its raters knows one answer: as many others are needed as for anybody.
      const anonymityK = cycle.anonymityK + (hasReader ? 1 : 0);
      const commentK = cycle.commentK + (hasReader ? 1 : 0);
      const last = lastReleases.get(subjectId) ?? null;
      const shown = decideRelease(answers, anonymityK, last && { shown: last.shown, counted });
      if (!shown) {
        outcome.waiting += 1;
        continue;
      }
      outcome[last ? "again" : "released"] += 1;
      const reportId = await storeRelease(tx, scope, {
        subjectId,
        number: (last?.number ?? 0) + 1,
        subjectSeesFrom: daysAfter(scope.now, cycle.subjectSeesAfterDays, scope.timeZone),
        anonymityK,
        commentK,
        gapThreshold: cycle.gapThreshold ?? defaultGapThreshold(scale.length),
        isInCohort: cycle.releasedAt === null,
        shown,
        comments: publishComments(shown.cells, comments, commentK, answers.isOnePerson, last?.shown.cells),
      });
      stored.push({ subjectId, reportId });
    }
    if (stored.length === 0) return outcome;
    await tx.evaluationCycle.update({
      where: key(scope, cycleId),
      data: { releasedAt: cycle.releasedAt ?? scope.now },
      select: { id: true },
    });
    await recordActivity(
      tx,
      scope,
      "evaluationCycle.released",
      { type: "evaluationCycle", id: cycleId },
      { name: cycle.name, released: outcome.released, again: outcome.again },
    );
    await tellOfReleases(tx, scope, cycleId, stored);
    return outcome;
  });
}

type LockedCycle = {
  name: string;
  status: string;
  frameworkVersionId: string;
  anonymityK: number;
  commentK: number;
  gapThreshold: number | null;
  subjectSeesAfterDays: number;
  releasedAt: Date | null;
};

async function lockClosedCycle(tx: Transaction, scope: Scope, cycleId: string): Promise<LockedCycle> {
  const [cycle] = await tx.$queryRaw<LockedCycle[]>`
    select c.name, c.status::text as status, c.framework_version_id as "frameworkVersionId",
           c.anonymity_k as "anonymityK", c.comment_k as "commentK", c.gap_threshold as "gapThreshold",
           c.subject_sees_after_days as "subjectSeesAfterDays", c.released_at as "releasedAt"
      from evaluation_cycles c
     where c.organization_id = ${scope.organizationId}::uuid and c.id = ${cycleId}::uuid
       for update of c`;
  if (!cycle) throw new NotFoundError();
  if (cycle.status !== "closed") throw new ConflictError("cycleStateChanged");
  return cycle;
}
