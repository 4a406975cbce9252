import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { requireEmployee } from "@/server/require-employee";
import type { Scope } from "@/server/scope";
import type { Feeling } from "./feelings";
import type { DiaryEntry } from "./schema";

/**
 * The entries of whoever asks. Row-level security shows what was shown to one besides; own is what one wrote with this
 * account as this employee. Throws ForbiddenError for members who are no employees.
 */
export function ownEntries(scope: Scope) {
  return {
    organizationId: scope.organizationId,
    employeeId: requireEmployee(scope),
    writerMemberId: scope.memberId as string,
  } satisfies Prisma.DiaryEntryWhereInput;
}

/** The entries that others show to whoever asks now; not of those who have left and cannot take them back any more. */
export function sharedWith(scope: Scope) {
  return {
    organizationId: scope.organizationId,
    sharedWithMemberId: scope.memberId as string,
    writer: { archivedAt: null },
  } satisfies Prisma.DiaryEntryWhereInput;
}

const feelingSelect = {
  ownFeelingAtStart: true,
  ownFeelingAtEnd: true,
  customerFeelingAtStart: true,
  customerFeelingAtEnd: true,
} as const;

/** What every reader of an entry sees of it. */
export const entrySelect = {
  id: true,
  happenedOn: true,
  whatIDid: true,
  nextTime: true,
  ...feelingSelect,
} as const satisfies Prisma.DiaryEntrySelect;

/** What its writer sees. */
export const ownEntrySelect = {
  ...entrySelect,
  encounter: {
    select: {
      id: true,
      occurredAt: true,
      touchpoint: { select: { name: true } },
      customer: { select: { name: true, email: true } },
    },
  },
  sharedWith: { select: { id: true, user: { select: { name: true } } } },
} as const satisfies Prisma.DiaryEntrySelect;

type Row = Prisma.DiaryEntryGetPayload<{ select: typeof ownEntrySelect }>;

/** The feelings of a row: the database keeps them as texts that only commands of this feature wrote. */
export function toFeelings(row: Record<keyof typeof feelingSelect, string | null>) {
  return {
    ownFeelingAtStart: row.ownFeelingAtStart as Feeling | null,
    ownFeelingAtEnd: row.ownFeelingAtEnd as Feeling | null,
    customerFeelingAtStart: row.customerFeelingAtStart as Feeling | null,
    customerFeelingAtEnd: row.customerFeelingAtEnd as Feeling | null,
  };
}

/** A row as its writer sees it. */
export function toOwnEntry({ encounter, sharedWith, ...row }: Row): DiaryEntry {
  return {
    ...row,
    ...toFeelings(row),
    encounter: encounter && {
      id: encounter.id,
      occurredAt: encounter.occurredAt,
      touchpoint: encounter.touchpoint.name,
      customer: encounter.customer?.name ?? encounter.customer?.email ?? null,
    },
    sharedWith: sharedWith && { memberId: sharedWith.id, name: sharedWith.user.name },
  };
}
