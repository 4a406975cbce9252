import type { Prisma } from "@/generated/prisma/client";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";
import type { Feedback, FeedbackPart } from "./schema";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** What is read of a feedback, for Prisma's `select`. */
export const feedbackSelect = {
  id: true,
  status: true,
  receiverEmployeeId: true,
  giver: { select: { name: true } },
  receiver: { select: { name: true } },
  question: true,
  worked: true,
  toTry: true,
  behaviour: { select: { id: true, names: true } },
  encounter: { select: { occurredAt: true, touchpoint: { select: { name: true } } } },
  requestedAt: true,
  givenAt: true,
  readAt: true,
  sharedAt: true,
} as const satisfies Prisma.PeerFeedbackSelect;

type FeedbackRow = Prisma.PeerFeedbackGetPayload<{ select: typeof feedbackSelect }>;

/** A row for the screen. Whether it was read is its receiver's own business: the giver is not told. */
export function toFeedback(scope: Scope, row: FeedbackRow): Feedback {
  const { giver, receiver, behaviour, encounter, readAt, receiverEmployeeId, ...rest } = row;
  return {
    ...rest,
    giverName: giver.name,
    receiverName: receiver.name,
    behaviour: behaviour && { id: behaviour.id, name: behaviour.names as LocalizedText },
    encounter: encounter && { occurredAt: encounter.occurredAt, touchpoint: encounter.touchpoint.name },
    isUnread: row.status === "given" && readAt === null && receiverEmployeeId === scope.employeeId,
  };
}

/**
 * Which feedback a part holds for this member. Row-level security narrows it once more: without the employee's own papers
 * open (`withOwnPapers`) nothing but what was shown to managers is there.
 */
export function whereFeedback(scope: Scope, part: FeedbackPart): Prisma.PeerFeedbackWhereInput {
  const { organizationId } = scope;
  // The account too: what was written to the one before stays with that one, also when the employee is the same.
  const receiver = {
    receiverEmployeeId: scope.employeeId ?? NOBODY,
    receiverMemberId: scope.memberId ?? NOBODY,
  };
  const giver = { giverEmployeeId: scope.employeeId ?? NOBODY, giverMemberId: scope.memberId ?? NOBODY };
  switch (part) {
    case "received":
      return { organizationId, ...receiver, status: "given" };
    case "waiting":
      return { organizationId, ...receiver, status: { in: ["requested", "declined"] } };
    case "asked":
      // Whoever left does not wait for an answer any more.
      return { organizationId, ...giver, status: "requested", receiver: { archivedAt: null } };
    case "given":
      return { organizationId, ...giver, status: "given" };
    case "shared":
      return whereSharedWith(scope);
  }
}

/** What receivers showed to the managers of their location, for one of these; for anybody else nothing. */
function whereSharedWith(scope: Scope): Prisma.PeerFeedbackWhereInput {
  return {
    organizationId: scope.organizationId,
    sharedAt: { not: null },
    // Whoever left cannot take it back any more.
    receiverMember: { archivedAt: null },
    receiver: {
      archivedAt: null,
      ...(scope.role === "manager" ? {} : { id: NOBODY }),
      ...(scope.locationIds === null ? {} : { locationId: { in: [...scope.locationIds] } }),
    },
    NOT: { receiverEmployeeId: scope.employeeId ?? NOBODY },
  };
}
