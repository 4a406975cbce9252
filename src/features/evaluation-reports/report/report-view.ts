import type { Locale } from "@/i18n/locale";
import type { GapJudgement } from "@/metrics/evaluation-figure";
import type { Interval } from "@/metrics/interval";
import type { CommentPlace, ReportCellKey } from "../schema";

/** Whose view a mark stands for: a cell, or "total", the mean of all shown cells but self. */
export type SideKey = ReportCellKey | "total";

/** A side as legends, tables and marks name it. */
export type Side = { side: SideKey; label: string };

/** A mean as one side gave it: the numbers for drawing, the texts for reading. */
export type SideFigure = Side & {
  /** On the scale; null where nothing is shown. */
  value: number | null;
  /** Two decimals; "–" where nothing is shown. */
  valueText: string;
  n: number;
  /** "n = 5"; "" without a value. */
  nText: string;
  interval: Interval | null;
  /** "3.21–4.10"; null where none can be computed. */
  intervalText: string | null;
};

/** Self − others. */
export type GapView = {
  value: number;
  /** With its sign. */
  valueText: string;
  judgement: GapJudgement;
  /** "Blind spot", "Hidden strength", "In agreement". */
  judgementText: string;
};

/** How many gave each point, the lowest first. */
export type DistributionView = Side & {
  n: number;
  nText: string;
  points: { point: number; label: string; count: number; share: number; text: string }[];
};

export type ItemView = {
  key: string;
  /** "2.3": the third item of the second competency. */
  number: string;
  text: string;
  /** One for each of the report's sides, in their order. */
  figures: SideFigure[];
  gap: GapView | null;
  /** Of the sides whose distribution is published; total first. */
  distributions: DistributionView[];
};

export type CompetencyView = {
  key: string;
  number: string;
  name: string;
  description: string;
  /** One for each of the report's sides, in their order. */
  figures: SideFigure[];
  /** Over the items that both self and others gave points to. */
  gap: GapView | null;
  items: ItemView[];
};

/** Who was asked and how many answered, in the order of the report's sides. */
export type GroupView = Side & {
  /** What a merged group is made of: "Colleagues and reports"; null for a group of its own. */
  madeOf: string | null;
  isShown: boolean;
  /** "4 of 6 answered"; for a hidden group "Not shown: fewer than 3 of the 6 asked answered". */
  text: string;
};

/** An item named on its own, with what of it is worth a look. */
export type FindingView = {
  key: string;
  number: string;
  text: string;
  competency: string;
  /** "Self 5.00 · Others 3.20 (n = 9) · +1.80" or "4.60 (n = 9)". */
  figureText: string;
  gap: GapView | null;
  /** Of the others together. */
  total: SideFigure;
};

export type QuestionView = {
  key: string;
  text: string;
  places: { place: CommentPlace; label: string; comments: string[] }[];
};

/** What became of a competency (or an item) since the last round: the others' mean, then and now. */
export type ChangeView = {
  key: string;
  name: string;
  before: number;
  beforeText: string;
  now: number;
  nowText: string;
  /** "n = 8, then 10". */
  nText: string;
  differenceText: string;
  intervalText: string | null;
  direction: "up" | "down" | "none";
  /** "Higher than then", "Lower than then", "No certain change", "Too few answers to tell". */
  verdictText: string;
};

/** A remark that the reader needs. */
export type ReportNotice = { tone: "info" | "warning"; text: string };

/** A released report as its page, its PDF and its CSV show it: finished texts in one language, nothing left to reckon. */
export type ReportView = {
  language: Locale;
  /** "360 report". */
  kindText: string;
  organizationName: string;
  /** Who or what was evaluated. */
  subjectName: string;
  cycleName: string;
  /** Why the cycle was held. */
  purpose: string;
  /** ISO day of the release, for the file's name. */
  day: string;
  facts: { label: string; value: string }[];
  /** Who reads this report, in a sentence. */
  readersText: string;
  notices: ReportNotice[];
  /** What came out, in two or three sentences. */
  summary: string[];
  /** Of the scale, the lowest first. */
  scale: { point: number; label: string }[];
  /** Sides with something to show, in the order of marks and columns; "total" last. */
  sides: Side[];
  groups: GroupView[];
  competencies: CompetencyView[];
  /** How one sees oneself beside the others; null for a team or location, and without an own answer. */
  self: {
    thresholdText: string;
    blindSpots: FindingView[];
    hiddenStrengths: FindingView[];
  } | null;
  /** Items by the others' mean: at most three each, none twice; empty where too few items have one or all are alike. */
  strongest: FindingView[];
  weakest: FindingView[];
  /** How certain the order of the two is; null where they are empty. */
  rankingRemark: string | null;
  questions: QuestionView[];
  /** Since the last round; null without one. */
  development: {
    /** "Compared with Spring 2025 (released 12 May 2025)." and what has to be known of it. */
    text: string;
    remarks: string[];
    competencies: ChangeView[];
    /** Items that changed for certain. */
    items: ChangeView[];
  } | null;
  /** How to read it and what is hidden why. */
  explanations: { title: string; text: string }[];
  releases: { number: number; text: string; isThis: boolean }[];
};
