import "server-only";
import { dayOf } from "@/features/encounters/rules";
import { isRatingOpen } from "@/features/evaluation-cycles/rules";
import type { EvaluationCycleStatus, RatingStatus } from "@/features/evaluation-cycles/schema";
import { readEvaluationFrameworkVersion } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version";
import type { EvaluationFrameworkVersion } from "@/features/evaluation-frameworks/schema";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { openOwnAnswers } from "../answer-access-sql";

/** Which rating of which rater: the rater comes from the link, the rating from its form. */
export type OwnRating = { raterId: string; ratingId: string };

type Row = {
  status: RatingStatus;
  withdrawnAt: Date | null;
  removedAt: Date | null;
  cycleStatus: EvaluationCycleStatus;
  closesOn: Date;
  versionId: string | null;
  timeZone: string;
  hasLeft: boolean;
};

/**
 * Takes a rating for changing it, with its answers opened, and gives its framework; null when nothing of it can be changed
 * (any more). Until the transaction ends its cycle and its rater stay as they are: closing or cancelling the cycle and
 * erasing the rater wait, so that no answer comes in afterwards. Locks cycle → rating → rater. NotFoundError when the
 * rating is missing or not the rater's.
 */
export async function lockOpenRating(
  tx: Transaction,
  scope: Scope,
  { raterId, ratingId }: OwnRating,
): Promise<EvaluationFrameworkVersion | null> {
  const { organizationId, now } = scope;
  await tx.$queryRaw`
    select 1 from evaluation_cycles cycle
     where cycle.organization_id = ${organizationId}::uuid and cycle.id = (
       select rater.cycle_id from evaluation_raters rater
        where rater.organization_id = ${organizationId}::uuid and rater.id = ${raterId}::uuid) for share`;
  const [row] = await tx.$queryRaw<Row[]>`
    select rating.status::text as status, rating.withdrawn_at as "withdrawnAt", subject.removed_at as "removedAt",
      cycle.status::text as "cycleStatus", cycle.closes_on as "closesOn", cycle.framework_version_id as "versionId",
      organization.time_zone as "timeZone",
      (rater.erased_at is not null or employee.archived_at is not null or member.archived_at is not null) as "hasLeft"
    from evaluation_ratings rating
    join evaluation_raters rater on rater.organization_id = rating.organization_id and rater.id = rating.rater_id
    join evaluation_subjects subject
      on subject.organization_id = rating.organization_id and subject.id = rating.subject_id
    join evaluation_cycles cycle
      on cycle.organization_id = subject.organization_id and cycle.id = subject.cycle_id
    join organizations organization on organization.id = rating.organization_id
    left join employees employee
      on employee.organization_id = rater.organization_id and employee.id = rater.employee_id
    left join members member on member.organization_id = rater.organization_id and member.id = rater.member_id
    where rating.organization_id = ${organizationId}::uuid and rating.id = ${ratingId}::uuid
      and rating.rater_id = ${raterId}::uuid
    for update of rating for share of rater`;
  if (!row) throw new NotFoundError();
  const isOpen =
    !row.hasLeft &&
    isRatingOpen(
      {
        cycle: { status: row.cycleStatus, closesOn: row.closesOn },
        subject: { removedAt: row.removedAt },
        rating: { status: row.status, withdrawnAt: row.withdrawnAt },
      },
      dayOf(now, row.timeZone).toString(),
    );
  if (!isOpen || !row.versionId) return null;
  await openOwnAnswers(tx, ratingId);
  return readEvaluationFrameworkVersion(tx, scope, row.versionId);
}
