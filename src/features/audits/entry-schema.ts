import { z } from "zod";
import { type AuditAnswerValue, auditAnswerValue } from "@/features/audit-forms/schema";
import { id, optionalId, optionalText } from "@/server/input";
import type { AuditDetails, AuditFile } from "./schema";

/** How many answers one save may carry: more than any form has items, for a phone that was offline through all of it. */
const MOST_CHANGES = 1500;

export const auditInput = z.object({ auditId: id });

export const startAuditInput = z.object({ assignmentId: id });

export const startObservationInput = z.object({
  formId: id,
  touchpointId: id,
  locationId: id,
  employeeId: id,
  encounterTypeId: optionalId,
  /** The day since which the employee has known of being observed ("2026-11-22"). */
  staffInformedOn: z.iso.date("date"),
});
export type StartObservationInput = z.output<typeof startObservationInput>;

export const saveAuditAnswersInput = z.object({
  auditId: id,
  changes: z
    .array(
      z.object({
        itemKey: z.string().max(60),
        /** The revision the device last knew; 0 = none. */
        basedOn: z.number().int().min(0),
        /** Null clears the answer. */
        value: auditAnswerValue.nullable(),
      }),
    )
    .max(MOST_CHANGES),
});
export type SaveAuditAnswersInput = z.output<typeof saveAuditAnswersInput>;

/** Instants with an offset or Z ("2026-11-22T09:05:00Z"); the screen shows them in the organization's time zone. */
const instant = z.iso
  .datetime({ offset: true, error: "auditTime" })
  .transform((text) => new Date(text).toISOString())
  .nullable();

export const visitDetails = z.object({
  visitStartedAt: instant,
  visitEndedAt: instant,
  employeeId: optionalId,
  summary: optionalText(10_000),
});
/** The visit as devices know it: what is sent, answered and compared. */
export type VisitDetails = z.output<typeof visitDetails>;
export const VISIT_FIELDS = ["visitStartedAt", "visitEndedAt", "employeeId", "summary"] as const;

/**
 * What the device wants. With `known` (what it last had from the server) only what differs from it is saved, and what
 * somebody else changed meanwhile is a conflict; without it everything is saved as it is sent.
 */
export const saveVisitInput = visitDetails.extend({ auditId: id, known: visitDetails.optional() });
export type SaveVisitInput = z.output<typeof saveVisitInput>;

/** The score while it is entered; percent, null until something applicable was answered. */
export type EntryScore = { score: number | null; isFailed: boolean; sections: Record<string, number | null> };

export type SavedAnswers = {
  saved: { itemKey: string; revision: number }[];
  /** Changed elsewhere since the device last knew: the stored answer, null where it was cleared. Nothing was written. */
  conflicts: { itemKey: string; revision: number; value: AuditAnswerValue | null; changedAt: Date }[];
  score: EntryScore;
};

export type SavedVisit = {
  /** As it is stored now. */
  visit: VisitDetails;
  /** Changed elsewhere to what `visit` says, and not overwritten. */
  conflicts: (typeof VISIT_FIELDS)[number][];
};

/** A stored photo, with the revision of its item's answer where the number of photos is the answer. */
export type StoredPhoto = AuditFile & { revision: number | null };

/** An audit as its auditor enters it. */
export type AuditEntry = AuditDetails & {
  /** False once it was submitted, until it is sent back. */
  canEdit: boolean;
  /** Those who may be named: empty while the staff have not been informed. */
  employees: { id: string; name: string }[];
  /** Whether an employee may be named at all (the field is absent otherwise). */
  mayNameEmployee: boolean;
  /** What reviewers wanted looked at again, the latest round first. */
  remarks: { itemKey: string | null; text: string; round: number }[];
};
