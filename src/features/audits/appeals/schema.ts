import { z } from "zod";
import { type AuditAnswerValue, auditAnswerValue } from "@/features/audit-forms/schema";
import { id, requiredText } from "@/server/input";
import type { AuditFile, AuditKind, AuditStatus } from "../schema";

// ---------------------------------------------------------------- input

export const replyInput = z.object({ auditId: id, text: requiredText(5000) });

export const APPEAL_KINDS = ["factual_error", "misapplied_criterion", "circumstances", "other"] as const;
export type AppealKind = (typeof APPEAL_KINDS)[number];
export type AppealStatus = "open" | "upheld" | "changed" | "withdrawn";

export const openAppealInput = z.object({
  auditId: id,
  itemKey: z.string({ error: "chooseOne" }).regex(/^[a-z0-9-]{1,60}$/, "chooseOne"),
  kind: z.enum(APPEAL_KINDS, { error: "chooseOne" }),
  text: requiredText(5000),
});
export type OpenAppealInput = z.output<typeof openAppealInput>;

export const appealIdInput = z.object({ appealId: id });

export const appealMessageInput = z.object({ appealId: id, text: requiredText(5000) });

/** `value` is the answer a changed item gets; `basedOn` the revision of the one the decider looked at. */
export const decideAppealInput = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("upheld"), appealId: id, decision: requiredText(5000) }),
  z.object({
    outcome: z.literal("changed"),
    appealId: id,
    decision: requiredText(5000),
    value: auditAnswerValue,
    basedOn: z.number().int().min(0),
  }),
]);
export type DecideAppealInput = z.output<typeof decideAppealInput>;

export const DEADLINES = ["appeal", "firstLook"] as const;
export type Deadline = (typeof DEADLINES)[number];
/** The deadline becomes the end of the day `until`. */
export const extendDeadlineInput = z.object({
  auditId: id,
  deadline: z.enum(DEADLINES),
  until: z.iso.date("date"),
});

// ---------------------------------------------------------------- what queries give

/** As what somebody speaks about an audit. */
export type Voice = "employee" | "manager" | "auditor" | "reviewer";

/** Who wrote something; the name of a mystery visit's auditor is kept from the location ("" then). */
export type Author = { name: string; voice: Voice; isReader: boolean };

export type AppealMessage = { id: string; author: Author; text: string; writtenAt: Date; files: AuditFile[] };

export type Appeal = {
  id: string;
  itemKey: string;
  kind: AppealKind;
  status: AppealStatus;
  openedBy: Author;
  openedAt: Date;
  messages: AppealMessage[];
  decidedBy: Author | null;
  decidedAt: Date | null;
  decision: string | null;
  scoreBefore: number | null;
  scoreAfter: number | null;
};

export type Correction = {
  id: string;
  itemKey: string;
  appealId: string | null;
  reason: string;
  oldValue: AuditAnswerValue | null;
  newValue: AuditAnswerValue | null;
  scoreBefore: number | null;
  scoreAfter: number | null;
  failedBefore: boolean;
  failedAfter: boolean;
  by: Author;
  at: Date;
};

export type Reply = { id: string; text: string; author: Author; writtenAt: Date };

/** A change of an audit's state; `action` is the second half of the log's word ("audit.published"). */
export type HistoryEntry = {
  action: string;
  by: Author | null;
  at: Date;
  deadline?: Deadline;
  until?: string;
};

/** What the reader may do beside an audit. */
export type ConversationRights = {
  /** As what; null: neither reply nor appeal. */
  replyAs: "employee" | "manager" | null;
  /** Right to appeal and time left. */
  appeal: boolean;
  writeInThreads: boolean;
  decide: boolean;
  extend: boolean;
};

export type Conversation = {
  auditId: string;
  kind: AuditKind;
  status: AuditStatus;
  score: number | null;
  isFailed: boolean;
  publishedAt: Date | null;
  othersFrom: Date | null;
  appealUntil: Date | null;
  replies: Reply[];
  appeals: Appeal[];
  corrections: Correction[];
  history: HistoryEntry[];
  rights: ConversationRights;
};
