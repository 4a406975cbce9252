import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { AuditHead } from "../schema";
import type { AuthorReader } from "./authors";
import { DEADLINES, type HistoryEntry } from "./schema";

/** Acts that change an audit's state; appeals and corrections are told where they stand. */
const STATES = [
  "audit.started",
  "audit.submitted",
  "audit.submittedAgain",
  "audit.observationStarted",
  "audit.taken",
  "audit.released",
  "audit.returned",
  "audit.published",
  "audit.deadlineExtended",
];

/**
 * Every change of an audit's state, the oldest first, from the audit trail. An audit that came without one (from elsewhere)
 * has at least its submission and publication.
 */
export async function readHistory(
  tx: Transaction,
  scope: Scope,
  audit: AuditHead,
  authors: AuthorReader,
): Promise<HistoryEntry[]> {
  const events = await tx.activityEvent.findMany({
    where: {
      organizationId: scope.organizationId,
      subjectType: "audit",
      subjectId: audit.id,
      action: { in: STATES },
    },
    select: { action: true, occurredAt: true, userId: true, detail: true },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
  });
  const entries = events.map(({ action, occurredAt, userId, detail }): HistoryEntry => {
    const { deadline, until } = detail as { deadline?: string; until?: string };
    return {
      action: action.slice("audit.".length),
      by: userId ? authors(userId) : null,
      at: occurredAt,
      deadline: DEADLINES.find((known) => known === deadline),
      until,
    };
  });
  const known = new Set(entries.map(({ action }) => action));
  if (audit.submittedAt && !known.has("submitted")) {
    entries.push({ action: "submitted", by: null, at: audit.submittedAt });
  }
  if (audit.publishedAt && !known.has("published")) {
    entries.push({ action: "published", by: null, at: audit.publishedAt });
  }
  return entries.sort((one, other) => one.at.getTime() - other.at.getTime());
}
