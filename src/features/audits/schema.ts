import type { AuditAnswerValue, AuditFormVersion } from "@/features/audit-forms/schema";

export type AuditKind = "mystery" | "observation";
export type AuditStatus = "draft" | "submitted" | "in_review" | "returned" | "published";

/** Days without a programme to say so: an observation's first look and right of appeal. */
export const OBSERVATION_FIRST_LOOK_DAYS = 3;
export const OBSERVATION_APPEAL_DAYS = 14;

/** An answer with what conflicts are told by. */
export type AuditAnswer = AuditAnswerValue & { revision: number; changedAt: Date };

/** A photo or attachment as pages show it; its bytes come from /o/<organization>/audits/<audit>/files/<id>. */
export type AuditFile = {
  id: string;
  itemKey: string | null;
  appealMessageId: string | null;
  contentType: string;
  width: number | null;
  height: number | null;
  bytes: number;
};

/** What one audit is about, with the names of now. */
export type AuditHead = {
  id: string;
  kind: AuditKind;
  status: AuditStatus;
  programme: { id: string; name: string } | null;
  assignmentId: string | null;
  auditor: { memberId: string; name: string };
  touchpoint: { id: string; name: string };
  location: { id: string; name: string };
  encounterType: { id: string; name: string } | null;
  employee: { id: string; name: string } | null;
  /** Whether an employee may be named: since when the staff have known of audits. */
  staffInformedOn: Date | null;
  channel: "in_person" | "phone" | "video" | "chat" | "email" | "web";
  visitStartedAt: Date | null;
  visitEndedAt: Date | null;
  summary: string | null;
  strengths: string | null;
  suggestions: string | null;
  /** Percent; null until something applicable was answered. */
  score: number | null;
  isFailed: boolean;
  submittedAt: Date | null;
  timesReturned: number;
  reviewerMemberId: string | null;
  publishedAt: Date | null;
  othersFrom: Date | null;
  appealUntil: Date | null;
};

/** A whole audit: its form, answers by item key, section scores in the form's order. */
export type AuditDetails = AuditHead & {
  form: AuditFormVersion;
  answers: Record<string, AuditAnswer>;
  /** Ids of the stored items by key. */
  itemIds: Record<string, string>;
  sections: { key: string; weight: number; score: number | null }[];
  files: AuditFile[];
};
