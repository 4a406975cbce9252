import { decideAppeal } from "@/features/audits/appeals/commands/decide-appeal";
import { extendDeadline } from "@/features/audits/appeals/commands/extend-deadline";
import { lockAppeal, lockVisibleAudit } from "@/features/audits/appeals/commands/lock-appeal";
import { openAppeal } from "@/features/audits/appeals/commands/open-appeal";
import { remindOfAppeals } from "@/features/audits/appeals/commands/remind-of-appeals";
import { withdrawAppeal } from "@/features/audits/appeals/commands/withdraw-appeal";
import { writeAppealMessage } from "@/features/audits/appeals/commands/write-appeal-message";
import { writeReply } from "@/features/audits/appeals/commands/write-reply";
import { getConversation } from "@/features/audits/appeals/queries/get-conversation";
import { listThreadMembers } from "@/features/audits/appeals/queries/list-thread-members";
import { withScope } from "@/server/database";
import { newAppeal, newAudit } from "../audit-rows";
import type { Cast } from "../cast";
import { action, type Lines, line } from "../line";
import type { Place } from "../makers";

const DAY = 24 * 3600_000;
const audit = (of: Cast, place: Place) => newAudit(of, place);
const appeal = (of: Cast, place: Place) => newAppeal(of, place);
const appealed = (of: Cast) => newAppeal(of, of.here);
const opening = (auditId: string) => ({
  auditId,
  itemKey: "smiled",
  kind: "other" as const,
  text: "They did.",
});
const upheld = (appealId: string) => ({ outcome: "upheld" as const, appealId, decision: "They did not." });
const extension = (auditId: string) => ({
  auditId,
  deadline: "appeal" as const,
  until: new Date(Date.now() + 60 * DAY).toISOString().slice(0, 10),
});

/** The right of reply: the named employee's and the location's managers', and nobody's elsewhere. */
const concerned = {
  as: "employee",
  own: "changes",
  foreign: "not found",
  limited: "not found",
  employee: "not found",
} as const;
const review = { as: "owner", own: "changes", foreign: "not found", limited: "forbidden" } as const;

export const auditsAppeals: Lines = {
  getConversation: line({
    given: audit,
    as: "employee",
    call: (scope, { auditId }) => getConversation(scope, auditId),
    own: "shows",
    foreign: "not found",
    limited: "not found",
    employee: "not found",
  }),
  listThreadMembers: line({
    given: async (of, place) => {
      const { appealId } = await appeal(of, place);
      const { owner, consultant } = of.people;
      const members = { reviewerMemberId: owner.memberId, auditorMemberId: consultant.memberId };
      return { appealId, audit: { ...place, ...members } };
    },
    call: (scope, given) =>
      withScope(scope, (tx) => listThreadMembers(tx, scope, given.audit, given.appealId)),
    own: "runs",
    foreign: "runs",
  }),
  lockVisibleAudit: line({
    given: audit,
    as: "employee",
    call: (scope, { auditId }) => withScope(scope, (tx) => lockVisibleAudit(tx, scope, auditId)),
    own: "shows",
    foreign: "not found",
    limited: "not found",
    employee: "not found",
  }),
  lockAppeal: line({
    given: appeal,
    as: "employee",
    call: (scope, { appealId }) => withScope(scope, (tx) => lockAppeal(tx, scope, appealId)),
    own: "shows",
    foreign: "not found",
    limited: "not found",
    employee: "not found",
  }),
  writeReply: line({
    ...concerned,
    given: audit,
    call: (scope, { auditId }) => writeReply(scope, { auditId, text: "Thank you." }),
  }),
  openAppeal: line({
    ...concerned,
    given: audit,
    call: (scope, { auditId }) => openAppeal(scope, opening(auditId)),
  }),
  writeAppealMessage: line({
    ...concerned,
    given: appeal,
    call: (scope, { appealId }) => writeAppealMessage(scope, { appealId, text: "And?" }),
  }),
  withdrawAppeal: line({
    given: appeal,
    as: "employee",
    call: (scope, { appealId }) => withdrawAppeal(scope, appealId),
    own: "changes",
    foreign: "not found",
    employee: "not found",
  }),
  decideAppeal: line({
    ...review,
    given: appeal,
    call: (scope, { appealId }) => decideAppeal(scope, upheld(appealId)),
  }),
  extendDeadline: line({
    ...review,
    given: audit,
    call: (scope, { auditId }) => extendDeadline(scope, extension(auditId)),
  }),
  remindOfAppeals: line({
    // The time for appeals ends tomorrow.
    given: (of, place) =>
      newAudit(of, place, "published", {
        publishedAt: new Date(of.scope.now.getTime() - 13 * DAY),
        othersFrom: new Date(of.scope.now.getTime() - 10 * DAY),
        appealUntil: new Date(Date.now() + DAY),
      }),
    as: "job",
    call: (scope) => remindOfAppeals(scope),
    own: "changes",
    foreign: "nothing",
  }),
  writeReplyAction: action({
    permission: "audits.appeal",
    as: "employee",
    given: (of) => audit(of, of.here),
    input: ({ auditId }) => ({ auditId, text: "Thank you." }),
    foreign: "not found",
  }),
  openAppealAction: action({
    permission: "audits.appeal",
    as: "employee",
    given: (of) => audit(of, of.here),
    input: ({ auditId }) => opening(auditId),
    foreign: "not found",
  }),
  writeAppealMessageAction: action({
    permission: "audits.read",
    as: "employee",
    given: appealed,
    input: ({ appealId }) => ({ appealId, text: "And?" }),
    foreign: "not found",
  }),
  withdrawAppealAction: action({
    permission: "audits.appeal",
    as: "employee",
    given: appealed,
    input: ({ appealId }) => ({ appealId }),
    foreign: "not found",
  }),
  decideAppealAction: action({
    permission: "audits.review",
    given: appealed,
    input: ({ appealId }) => upheld(appealId),
    foreign: "not found",
  }),
  extendDeadlineAction: action({
    permission: "audits.review",
    given: (of) => audit(of, of.here),
    input: ({ auditId }) => extension(auditId),
    foreign: "not found",
  }),
};
