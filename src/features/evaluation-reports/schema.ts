import { z } from "zod";
import type { EvaluationSubjectKind, RaterGroup } from "@/features/evaluation-cycles/schema";
import type { EvaluationFrameworkVersion } from "@/features/evaluation-frameworks/schema";
import type { PublishedFigure } from "@/metrics/disclosure";
import { id, type LocalizedText } from "@/server/input";

/** A rater group, or several that are shown as one because one of them is too small. */
export type ReportCellKey = RaterGroup | "others";

/**
 * Whether a cell's people answer under their own name: the named manager, and an employee about himself. Of a team or a
 * location "self" does not exist; its own people answer as "member", anonymously.
 */
export function isNamedGroup(cell: ReportCellKey, isOnePerson: boolean): boolean {
  return cell === "manager" || (cell === "self" && isOnePerson);
}

/** Where a comment is shown: under a cell, or with those of groups too small to be told apart. */
export type CommentPlace = ReportCellKey | "together";

/** A group of raters as a report shows it. */
export type ReportCell = {
  cell: ReportCellKey;
  /** What it is made of: one group, or for "others" several. */
  groups: RaterGroup[];
  /** How many answered; null where too few did, and nothing of theirs is shown. */
  raters: number | null;
  /** How many were asked. */
  invited: number;
};

/** A base figure of a report: what a cell, or all shown cells but self ("total"), gave to an item. */
export type ReportFigure = PublishedFigure & { itemKey: string; cell: ReportCellKey | "total" };

/** What is compared with an earlier round: published figures of the same person or place, by the same framework. */
export type EarlierReport = {
  cycleName: string;
  number: number;
  releasedAt: Date;
  cells: ReportCell[];
  figures: ReportFigure[];
};

/**
 * A released report as its readers get it, and the only source of everything that is shown of it: page, PDF, CSV, plan.
 * Nothing in it changes any more, apart from names of people and places.
 */
export type ReleasedReport = {
  id: string;
  /** 1, 2 … of the subject. */
  number: number;
  releasedAt: Date;
  subjectSeesFrom: Date;
  anonymityK: number;
  commentK: number;
  gapThreshold: number;
  organization: { name: string; language: string };
  cycle: {
    id: string;
    name: string;
    purpose: LocalizedText;
    opensOn: Date;
    closesOn: Date;
    managersSee: boolean;
    ownersSee: boolean;
  };
  subject: {
    id: string;
    kind: EvaluationSubjectKind;
    name: string;
    employeeId: string | null;
    teamId: string | null;
    locationId: string | null;
    /** Where an employee or team belonged when the cycle was made; null for a location, and where it belonged nowhere. */
    location: { id: string; name: string } | null;
    managerName: string | null;
  };
  framework: EvaluationFrameworkVersion;
  /** In the order they are shown. */
  cells: ReportCell[];
  figures: ReportFigure[];
  /** In the order they are shown, which is random within a question and place. */
  comments: { itemKey: string; place: CommentPlace; text: string }[];
  /** All releases of the subject that the reader may see, the newest first. */
  releases: { number: number; releasedAt: Date }[];
  /** The last round before this one; null for the first, and where the reader may not see it. */
  earlier: EarlierReport | null;
};

/** Which cycle's reports are to be released. */
export const releaseReportsInput = z.object({ cycleId: id });
