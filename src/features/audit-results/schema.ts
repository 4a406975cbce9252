import type { AuditKind } from "@/features/audits/schema";
import type { AuditFigure, AuditShare, ScoreSums } from "@/metrics/audit-figure";

/** What audits can be narrowed to: their frozen attribution, and the form (any of its versions). */
export type AuditFilters = {
  readonly location?: string;
  readonly touchpoint?: string;
  readonly employee?: string;
  readonly channel?: string;
  readonly encounterType?: string;
  readonly form?: string;
};

/**
 * Which audits are counted: published ones of one kind, never both, by when the visit began, half-open [from, to), narrowed
 * by their attribution.
 */
export type AuditSlice = {
  readonly kind: AuditKind;
  readonly from: Date;
  readonly to: Date;
  readonly filters: AuditFilters;
};

/** What tables of audits are grouped by. */
export const AUDIT_DIMENSIONS = ["touchpoint", "location", "employee"] as const;
export type AuditDimension = (typeof AUDIT_DIMENSIONS)[number];

/** Audits of a group added up; `visits` counts those without a score too, `failed` the FAILED verdicts among them. */
export type AuditSums = ScoreSums & { readonly visits: number; readonly failed: number };

export const NO_AUDITS: AuditSums = { n: 0, sum: 0, sumOfSquares: 0, visits: 0, failed: 0 };

/** The two figures of any group of audits: its mean score, and the share of FAILED verdicts. */
export type AuditResult = { readonly figure: AuditFigure; readonly failed: AuditShare };
