import type { AuditFormItem } from "@/features/audit-forms/schema";
import type { LocalizedText } from "@/server/input";
import type { AuditListInput } from "../review/schema";
import type { AuditHead, AuditKind } from "../schema";

/** Which published audits are given out: the filters of the list of audits, and those of programs. */
export type ExportFilters = Partial<Pick<AuditListInput, "programme" | "appealed">> & {
  /** One audit alone. */
  audit?: string | undefined;
  kind?: AuditKind | "" | undefined;
  touchpoint?: string | undefined;
  employee?: string | undefined;
  /** This location alone. */
  location?: string | undefined;
  /** This location and those below it. */
  withinLocation?: string | undefined;
  encounterType?: string | undefined;
  channel?: string | undefined;
  /** Any version of the form. */
  form?: string | undefined;
  /** When the visit began, half-open. */
  from?: Date | undefined;
  to?: Date | undefined;
};

/** Where a page of audits begins: after this one, in the order in which they are open to everybody. */
export type AuditPlace = { othersFrom: Date; id: string };

type Named = { id: string; name: string };

/** A published audit with its figures; without answers. */
export type ExportedAudit = Pick<
  AuditHead,
  "id" | "kind" | "channel" | "score" | "isFailed" | "timesReturned"
> & {
  visitStartedAt: Date;
  visitEndedAt: Date | null;
  submittedAt: Date;
  publishedAt: Date;
  othersFrom: Date;
  form: Named & { versionId: string; version: number };
  programme: Named | null;
  touchpoint: Named;
  location: Named;
  encounterType: Named | null;
  employee: Named | null;
  /** Null for those who may not know who made a mystery visit. */
  auditor: { memberId: string; name: string } | null;
  doubleVisitId: string | null;
  appeals: { open: number; upheld: number; changed: number };
  /** In the form's order. */
  sections: { key: string; title: LocalizedText; weight: number; score: number | null }[];
  summary: string | null;
  strengths: string | null;
  suggestions: string | null;
};

/** One item of an audit with its answer, in the form's order. */
export type ExportedItem = {
  item: AuditFormItem;
  sectionKey: string;
  sectionTitle: LocalizedText;
  result: "passed" | "failed" | "recorded" | "not_applicable" | "unanswered";
  answer: {
    isNotApplicable: boolean;
    number: number | null;
    optionKeys: string[];
    text: string | null;
    comment: string | null;
    earned: number | null;
    possible: number | null;
  } | null;
  photos: number;
};
