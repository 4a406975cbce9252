import type { AuditFormItem } from "@/features/audit-forms/schema";
import type { Locale } from "@/i18n/locale";
import type { LocalizedText } from "@/server/input";
import type { AuditDetails, AuditFile, AuditStatus } from "../schema";

/** An appeal of one item, as far as a report tells of it. */
export type ReportAppeal = {
  itemKey: string;
  status: "open" | "upheld" | "changed" | "withdrawn";
  decision: string | null;
  decidedAt: Date | null;
  scoreBefore: number | null;
  scoreAfter: number | null;
  /** The verdict before the decision, where an answer was changed by it. */
  failedBefore: boolean | null;
};

/** What a report is made of. */
export type ReportSource = AuditDetails & {
  organization: { name: string; language: string };
  behaviours: { id: string; name: LocalizedText }[];
  appeals: ReportAppeal[];
  replies: { text: string; writtenAs: "employee" | "manager"; writtenAt: Date }[];
  /** Published audits of the same kind at this location, this one included; null where the reader does not see them all. */
  visitsOfLocation: number | null;
  /** Whether the reader may know who made a mystery visit. */
  mayKnowAuditor: boolean;
};

/** How an item came out: `recorded` is what is never scored. */
export type ItemResult = "passed" | "failed" | "recorded" | "not_applicable" | "unanswered";

export type ReportItem = {
  key: string;
  /** "2.3": the third item of the second section. */
  number: string;
  text: string;
  kind: AuditFormItem["kind"];
  isAboutCustomer: boolean;
  isCritical: boolean;
  isBonus: boolean;
  result: ItemResult;
  /** What was answered, in words; a free text as it was written. */
  answer: string;
  comment: string | null;
  /** "2/4"; null where nothing was scored. */
  points: string | null;
  /** What it took from the total: "−6.3 pp"; null where it took nothing. */
  loss: string | null;
  behaviour: string | null;
  guidance: string | null;
  goodExample: string | null;
  suggestion: string | null;
  photos: AuditFile[];
  /** "Changed after an appeal", "An appeal is open" …; null without one. */
  appeal: string | null;
};

export type ReportSection = {
  key: string;
  number: string;
  title: string;
  /** Percent, for the bar; null where nothing applied. */
  score: number | null;
  scoreText: string;
  /** "weight 40 %" of the total; null with one section, or where nothing applied. */
  weightText: string | null;
  failedItems: number;
  /** "2 items were not met", and what else the reader needs to understand the section's score. */
  outcomeText: string;
  items: ReportItem[];
};

/** A remark that the reader needs beside the score. */
export type ReportNotice = { tone: "info" | "warning"; text: string };

/** An audit as its page and its PDF show it: finished texts in one language, nothing left to reckon. */
export type AuditReport = {
  id: string;
  language: Locale;
  status: AuditStatus;
  isObservation: boolean;
  organizationName: string;
  /** "Mystery visit" or "Open observation". */
  kindText: string;
  /** "First impression to farewell". */
  formName: string;
  /** "Lahti Centre · 14 Nov 2026". */
  subject: string;
  /** Percent, for the bar. */
  score: number | null;
  scoreText: string;
  verdict: "passed" | "failed" | "none";
  verdictText: string;
  /** What the score and the verdict mean, in a sentence or two. */
  meaning: string;
  /** Not yet published, appeals and what came of them, provisional, observation: what to read the score with. */
  notices: ReportNotice[];
  criticalFailures: ReportItem[];
  facts: { label: string; value: string }[];
  summary: string | null;
  sections: ReportSection[];
  strengths: {
    /** The reviewer's words. */
    text: string | null;
    /** Items with all points, those the auditor commented first, then the heaviest. */
    items: ReportItem[];
    /** How many more earned all points. */
    more: number;
  };
  development: {
    text: string | null;
    /** Failed items, critical ones first, then by what they took from the total. */
    items: ReportItem[];
  };
  replies: { heading: string; text: string }[];
  /** Evidence that belongs to no item. */
  photos: AuditFile[];
  /** The latest published state, for the file's name: ISO day of the visit, else of its beginning. */
  day: string | null;
};
