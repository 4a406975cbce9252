import { expect } from "vitest";
import { getMayObserve } from "@/features/audits/queries/get-may-observe";
import { listConcernedMembers } from "@/features/audits/queries/list-concerned-members";
import { correctAnswer, correctLockedAnswer } from "@/features/audits/review/commands/correct-answer";
import { auditSubject, lockAudit } from "@/features/audits/review/commands/lock-audit";
import { publishAudit } from "@/features/audits/review/commands/publish-audit";
import { releaseAudit } from "@/features/audits/review/commands/release-audit";
import { returnAudit } from "@/features/audits/review/commands/return-audit";
import { saveReviewNotes } from "@/features/audits/review/commands/save-review-notes";
import { takeAudit } from "@/features/audits/review/commands/take-audit";
import { countAuditTabs } from "@/features/audits/review/queries/count-audit-tabs";
import { getReview } from "@/features/audits/review/queries/get-review";
import { listAudits } from "@/features/audits/review/queries/list-audits";
import { withScope } from "@/server/database";
import { toAnswerValue } from "../../../factories/audit-forms";
import { newAudit } from "../audit-rows";
import type { Cast } from "../cast";
import { action, type Lines, line, pure } from "../line";
import type { Place } from "../makers";

const published = (of: Cast, place: Place) => newAudit(of, place);
const submitted = (of: Cast, place: Place) => newAudit(of, place, "submitted");
const inReview = (of: Cast, place: Place) => newAudit(of, place, "in_review");

const correction = { itemKey: "greeted", value: toAnswerValue(false), reason: "The photo.", basedOn: 1 };
const remarks = [{ itemKey: "greeted", text: "Who?" }];
const notes = { strengths: "Calm.", suggestions: null };

/** Reviews are the whole organization's: a manager limited to a location does none. */
const review = { as: "owner", own: "changes", foreign: "not found", limited: "forbidden" } as const;
const reviewing = { permission: "audits.review", foreign: "not found" } as const;

export const auditsReview: Lines = {
  listAudits: [
    line({
      given: published,
      call: (scope) => listAudits(scope),
      own: "shows",
      foreign: "hides",
      limited: "hides",
      employee: "hides",
    }),
    line({
      // Of one place by its filter.
      given: async (of, place) => ({ ...(await published(of, place)), locationId: place.locationId }),
      call: (scope, { locationId }) => listAudits(scope, { location: locationId }),
      own: "shows",
      foreign: "nothing",
    }),
    line({
      given: submitted,
      call: (scope) => listAudits(scope, { tab: "review" }),
      own: "shows",
      foreign: "hides",
    }),
    line({
      given: submitted,
      as: "localManager",
      call: (scope) => listAudits(scope, { tab: "review" }),
      own: "nothing",
      foreign: "nothing",
    }),
  ],
  countAuditTabs: line({ call: (scope) => countAuditTabs(scope), own: "runs", foreign: "takes nothing" }),
  getReview: [
    line({
      given: inReview,
      as: "owner",
      call: (scope, { auditId }) => getReview(scope, auditId),
      own: "shows",
      foreign: "not found",
    }),
    line({
      given: inReview,
      as: "localManager",
      call: (scope, { auditId }) => getReview(scope, auditId),
      own: "not found",
      foreign: "not found",
    }),
  ],
  getMayObserve: line({ call: (scope) => getMayObserve(scope), own: "runs", foreign: "takes nothing" }),
  listConcernedMembers: line({
    given: (of, place) => ({ ...place, reviewerMemberId: of.people.owner.memberId }),
    call: (scope, of) => withScope(scope, (tx) => listConcernedMembers(tx, scope, of)),
    own: ({ result }, { reviewerMemberId }) => {
      expect(result).toMatchObject({ reviewer: [reviewerMemberId] });
    },
    // Only the caller's own owners and managers.
    foreign: ({ result }) => {
      expect(result).toMatchObject({ employee: [], localManagers: [], reviewer: [] });
    },
  }),
  lockAudit: line({
    given: inReview,
    call: (scope, { auditId }) => withScope(scope, (tx) => lockAudit(tx, scope, auditId)),
    own: "shows",
    foreign: "not found",
  }),
  auditSubject: pure("It puts a subject together.", () => auditSubject({ id: "one" })),
  takeAudit: line({
    ...review,
    given: submitted,
    call: (scope, { auditId }) => takeAudit(scope, auditId),
  }),
  releaseAudit: line({
    ...review,
    given: inReview,
    call: (scope, { auditId }) => releaseAudit(scope, auditId),
  }),
  returnAudit: line({
    ...review,
    given: inReview,
    call: (scope, { auditId }) => returnAudit(scope, { auditId, remarks }),
  }),
  correctAnswer: line({
    ...review,
    given: inReview,
    call: (scope, { auditId }) => correctAnswer(scope, { auditId, ...correction }),
  }),
  correctLockedAnswer: line({
    given: inReview,
    call: (scope, { auditId }) =>
      withScope(scope, async (tx) => {
        const audit = await lockAudit(tx, scope, auditId);
        return correctLockedAnswer(tx, scope, audit, { ...correction, appealId: null });
      }),
    own: "changes",
    foreign: "not found",
  }),
  saveReviewNotes: line({
    ...review,
    given: inReview,
    call: (scope, { auditId }) => saveReviewNotes(scope, { auditId, ...notes }),
  }),
  publishAudit: line({
    ...review,
    given: inReview,
    call: (scope, { auditId }) => publishAudit(scope, auditId),
  }),
  takeAuditAction: action({ ...reviewing, given: (of) => submitted(of, of.here), input: onlyId }),
  releaseAuditAction: action({ ...reviewing, given: (of) => inReview(of, of.here), input: onlyId }),
  returnAuditAction: action({
    ...reviewing,
    given: (of) => inReview(of, of.here),
    input: ({ auditId }) => ({ auditId, remarks, notes }),
  }),
  correctAnswerAction: action({
    ...reviewing,
    given: (of) => inReview(of, of.here),
    input: ({ auditId }) => ({ auditId, ...correction }),
  }),
  saveReviewNotesAction: action({
    ...reviewing,
    given: (of) => inReview(of, of.here),
    input: ({ auditId }) => ({ auditId, ...notes }),
  }),
  publishAuditAction: action({ ...reviewing, given: (of) => inReview(of, of.here), input: onlyId }),
};

function onlyId({ auditId }: { auditId: string }) {
  return { auditId };
}
