import { z } from "zod";
import { id, localizedText, requiredText } from "@/server/input";

/** How many competencies a framework, items a competency and open questions a framework may have. */
export const MOST_COMPETENCIES = 15;
export const MOST_ITEMS = 12;
export const MOST_QUESTIONS = 6;

/** How many labelled points the scale may have. */
export const FEWEST_POINTS = 2;
export const MOST_POINTS = 10;

const key = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** A behaviour that can be seen, answered on the framework's scale or with "cannot say". */
export const evaluationItem = z.object({
  key,
  /** About somebody else: "Listens to the end before answering." */
  text: localizedText,
  /** The same about oneself; empty = `text`. */
  selfText: localizedText,
  behaviourId: id.nullable(),
});
export type EvaluationItem = z.infer<typeof evaluationItem>;

export const competency = z.object({
  key,
  name: localizedText,
  description: localizedText,
  items: z.array(evaluationItem).max(MOST_ITEMS),
});
export type Competency = z.infer<typeof competency>;

export const openQuestion = z.object({ key, text: localizedText, selfText: localizedText });
export type OpenQuestion = z.infer<typeof openQuestion>;

/** Everything a rater reads and answers. Drafts and published versions share the form. */
export const evaluationFrameworkDefinition = z.object({
  /** Read before the first question. */
  intro: localizedText,
  /** Labels of the points 1, 2 … in order, the least first. "Cannot say" is always offered beside them. */
  scale: z
    .array(z.object({ label: localizedText }))
    .min(FEWEST_POINTS)
    .max(MOST_POINTS),
  competencies: z.array(competency).max(MOST_COMPETENCIES),
  questions: z.array(openQuestion).max(MOST_QUESTIONS),
});
export type EvaluationFrameworkDefinition = z.infer<typeof evaluationFrameworkDefinition>;

/** What holds at once, without publishing. */
const evaluationFrameworkSettings = z.object({ name: requiredText(120) });
export type EvaluationFrameworkSettings = z.infer<typeof evaluationFrameworkSettings>;

/** What the builder edits and saves as one. */
export type EvaluationFrameworkDraft = {
  definition: EvaluationFrameworkDefinition;
  settings: EvaluationFrameworkSettings;
};

/** A save of the builder: what it edits, and the revision it started from. */
export const saveEvaluationFrameworkInput = z.object({
  frameworkId: id,
  revision: z.iso.datetime(),
  definition: evaluationFrameworkDefinition,
  settings: evaluationFrameworkSettings,
});

export type EvaluationFrameworkStatus = "draft" | "published" | "archived";

/** A framework as the builder edits it. */
export type EvaluationFrameworkDetails = EvaluationFrameworkDraft & {
  id: string;
  status: EvaluationFrameworkStatus;
  /** Changes with every save: a save that names an older one is a conflict. */
  revision: string;
  currentVersion: {
    id: string;
    number: number;
    publishedAt: Date;
    definition: EvaluationFrameworkDefinition;
  } | null;
  /** Names of the cycles that are being prepared with it: they take the version that is current when they begin. */
  cycles: string[];
};

/** What of the organization decides about its frameworks. */
export type FrameworkOrganization = {
  /** The language every framework must be written in; the others may fall back to it. */
  language: string;
  languages: string[];
};

/** A framework as cycles choose it. */
export type EvaluationFrameworkChoice = {
  id: string;
  name: string;
  status: EvaluationFrameworkStatus;
  /** What a cycle would be held with; null while nothing was published. */
  currentVersion: { id: string; number: number } | null;
};

/** A published version as ratings and reports read it. */
export type EvaluationFrameworkVersion = {
  id: string;
  frameworkId: string;
  frameworkName: string;
  number: number;
  definition: EvaluationFrameworkDefinition;
  /** Rows of evaluation_items by the definition's keys. */
  itemIds: Record<string, string>;
};
