import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Scope } from "@/server/scope";
import { type EncounterState, readEncounterState, type StateFacts } from "../rules";
import type { EncounterListInput } from "../schema";

const REMINDERS = ["first_reminder", "second_reminder"] as const;
/** `handed_over`: the mail server may have it; nobody is told "not reminded" about such a mail. */
const LEFT_THE_HOUSE = ["handed_over", "accepted"] as const;

/** What `toEncounterState` reads. */
export const stateSelect = {
  noInvitationReason: true,
  quarantinedUntil: true,
  invitation: {
    select: {
      status: true,
      isAnonymous: true,
      sendAt: true,
      sentAt: true,
      expiresAt: true,
      mails: { select: { kind: true, state: true } },
    },
  },
  response: {
    select: { answers: { where: { isMain: true }, select: { metric: true, score: true } } },
  },
} satisfies Prisma.EncounterSelect;

type StateRow = Prisma.EncounterGetPayload<{ select: typeof stateSelect }>;

/** The state for the screen. Employees read that a customer answered, not what: the score is between customer and house. */
export function toEncounterState(scope: Scope, row: StateRow): EncounterState {
  const { invitation } = row;
  const facts: StateFacts = {
    noInvitationReason: row.noInvitationReason,
    quarantinedUntil: row.quarantinedUntil,
    invitation: invitation && {
      ...invitation,
      reminderSent: invitation.mails.some(
        (mail) => mail.kind !== "invitation" && (LEFT_THE_HOUSE as readonly string[]).includes(mail.state),
      ),
    },
    answer: scope.role === "employee" ? null : (row.response?.answers[0] ?? null),
  };
  return readEncounterState(facts, scope.now);
}

/** The same states as a condition on rows: what `toEncounterState` would call each kept row. */
export function whereState(state: EncounterListInput["state"], now: Date): Prisma.EncounterWhereInput {
  const reminded = {
    mails: { some: { kind: { in: [...REMINDERS] }, state: { in: [...LEFT_THE_HOUSE] } } },
  };
  // An anonymous survey that has left is found as such and in no other way.
  const named = { isAnonymous: false };
  const notAsked = {
    OR: [
      { invitation: null },
      { invitation: { status: { in: ["scheduled" as const, "not_sent" as const] } } },
      { invitation: { ...named, status: "sent" as const } },
    ],
  };
  switch (state) {
    case "":
      return {};
    case "deciding":
      return { noInvitationReason: null, invitation: null };
    case "scheduled":
      return { noInvitationReason: null, invitation: { status: "scheduled" } };
    case "sent":
      return {
        noInvitationReason: null,
        invitation: { ...named, status: "sent", expiresAt: { gt: now }, NOT: reminded },
      };
    case "reminded":
      return {
        noInvitationReason: null,
        invitation: { ...named, status: "sent", expiresAt: { gt: now }, ...reminded },
      };
    case "expired":
      return { noInvitationReason: null, invitation: { ...named, status: "sent", expiresAt: { lte: now } } };
    case "answered":
      return { invitation: { ...named, status: "answered" } };
    case "asked_anonymously":
      return { invitation: { isAnonymous: true, status: { in: ["sent", "answered"] } } };
    case "not_invited":
      return {
        AND: [
          notAsked,
          { OR: [{ noInvitationReason: { not: null } }, { invitation: { status: "not_sent" } }] },
        ],
      };
    default: {
      const reason = state.slice("reason.".length) as NonNullable<StateRow["noInvitationReason"]>;
      const stored = { noInvitationReason: reason };
      return reason === "channel_failed"
        ? {
            AND: [
              notAsked,
              { OR: [stored, { noInvitationReason: null, invitation: { status: "not_sent" } }] },
            ],
          }
        : { AND: [notAsked, stored] };
    }
  }
}
