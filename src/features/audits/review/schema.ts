import { z } from "zod";
import { auditAnswerValue } from "@/features/audit-forms/schema";
import { checkbox, id, optionalText, requiredText } from "@/server/input";
import type { AuditHead } from "../schema";

// ---------------------------------------------------------------- input

export const auditIdInput = z.object({ auditId: id });

const itemKey = z.string().regex(/^[a-z0-9-]{1,60}$/, "invalidValue");

/** What a reviewer adds to the report. */
const notes = z.object({ strengths: optionalText(5000), suggestions: optionalText(5000) });
export type ReviewNotes = z.output<typeof notes>;

export const publishAuditInput = z.object({ auditId: id, notes: notes.optional() });

/** What the auditor is to look at again; `itemKey` null: the audit as a whole. */
export const returnAuditInput = z.object({
  auditId: id,
  notes: notes.optional(),
  remarks: z
    .array(z.object({ itemKey: itemKey.nullable(), text: requiredText(2000) }))
    .min(1, "auditRemarkNeeded")
    .max(500),
});

export const correctAnswerInput = z.object({
  auditId: id,
  itemKey,
  value: auditAnswerValue,
  reason: requiredText(2000),
  /** Revision of the answer the reviewer looked at; 0 = it had none. */
  basedOn: z.number().int().min(0),
});
export type CorrectAnswerInput = z.output<typeof correctAnswerInput>;

export const reviewNotesInput = notes.extend({ auditId: id });

export const AUDIT_TABS = ["review", "returned", "published", "mine"] as const;
export type AuditTab = (typeof AUDIT_TABS)[number];

const idOrAny = z.uuid().or(z.literal("")).catch("");

/** The list's filters, from the URL; nonsense means "no filter". */
export const auditListInput = z.object({
  /** Without one: the first that the reader has. */
  tab: z.enum(AUDIT_TABS).optional().catch(undefined),
  kind: z.enum(["mystery", "observation"]).or(z.literal("")).catch(""),
  location: idOrAny,
  touchpoint: idOrAny,
  programme: idOrAny,
  employee: idOrAny,
  /** Only those with an appeal that nobody has decided yet. */
  appealed: checkbox.catch(false),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type AuditListInput = z.output<typeof auditListInput>;

// ---------------------------------------------------------------- what queries give

export type AppealCounts = { open: number; upheld: number; changed: number };

/**
 * An audit in a list. In the queues of reviewers it may be one whose content they do not see yet: its score, verdict,
 * summary and what the reviewer added are then left out (`hasContent` false).
 */
export type AuditListRow = AuditHead & {
  formName: string;
  hasContent: boolean;
  reviewerName: string | null;
  appeals: AppealCounts;
};

/** Remarks of a round, for the reviewers and the auditor. */
export type AuditRemark = { itemKey: string | null; text: string; round: number; writtenAt: Date };
