import { z } from "zod";
import { id, localizedText, requiredText } from "@/server/input";

/** How many sections a form, items a section and options an item may have. */
export const MOST_SECTIONS = 20;
export const MOST_ITEMS = 60;
export const MOST_OPTIONS = 15;

const key = z.string().regex(/^[a-z0-9-]{1,60}$/);
const points = z.number().min(0).max(1000);

/** What every item has. */
const itemBase = {
  key,
  text: localizedText,
  guidance: localizedText,
  goodExample: localizedText,
  badExample: localizedText,
  /** What the report suggests when the item was failed. */
  suggestion: localizedText,
  behaviourId: id.nullable(),
  /** Whose conduct is observed. Items about the customer are recorded and never scored. */
  about: z.enum(["employee", "customer"]),
  /** Whether an audit can be submitted without it (an applicable item, that is). */
  isRequired: z.boolean(),
  allowsNotApplicable: z.boolean(),
};

/** What an item that can be scored has besides. */
const scoring = {
  /** Within its section; 0 = recorded, not scored. */
  weight: z.number().min(0).max(1000),
  isCritical: z.boolean(),
  isBonus: z.boolean(),
  /** Fewer points than this is failed; null = anything below the most. */
  passPoints: points.nullable(),
  /** A comment is required below this many points; null = never. */
  commentBelow: points.nullable(),
};

const option = z.object({ key, text: localizedText, points });

/** Up to and with `atMost` (seconds for durations; null = anything above the last) earns `points`. */
const band = z.object({ atMost: z.number().min(0).max(1_000_000).nullable(), points });

export const auditFormItem = z.discriminatedUnion("kind", [
  /** The good answer earns 1 of 1. */
  z.object({ kind: z.literal("yes_no"), ...itemBase, ...scoring, goodAnswer: z.enum(["yes", "no"]) }),
  /** Labelled points in order, the worst first. */
  z.object({
    kind: z.literal("scale"),
    ...itemBase,
    ...scoring,
    options: z.array(option).min(2).max(11),
  }),
  z.object({
    kind: z.literal("single_choice"),
    ...itemBase,
    ...scoring,
    options: z.array(option).min(2).max(MOST_OPTIONS),
  }),
  /** Earns the points of all that are chosen. */
  z.object({
    kind: z.literal("multiple_choice"),
    ...itemBase,
    ...scoring,
    options: z.array(option).min(1).max(MOST_OPTIONS),
  }),
  /** Without bands it is recorded, not scored. */
  z.object({
    kind: z.literal("number"),
    ...itemBase,
    ...scoring,
    unit: localizedText,
    bands: z.array(band).max(10),
  }),
  /** As number; answered in minutes and seconds, kept in seconds. */
  z.object({ kind: z.literal("duration"), ...itemBase, ...scoring, bands: z.array(band).max(10) }),
  z.object({ kind: z.literal("text"), ...itemBase }),
  z.object({ kind: z.literal("photo"), ...itemBase, mostPhotos: z.number().int().min(1).max(10) }),
]);
export type AuditFormItem = z.infer<typeof auditFormItem>;
export type AuditItemKind = AuditFormItem["kind"];
export const AUDIT_ITEM_KINDS = [
  "yes_no",
  "scale",
  "single_choice",
  "multiple_choice",
  "number",
  "duration",
  "text",
  "photo",
] as const satisfies readonly AuditItemKind[];

export const auditFormSection = z.object({
  key,
  title: localizedText,
  /** What the auditor reads before the section. */
  intro: localizedText,
  weight: z.number().min(0).max(1000),
  items: z.array(auditFormItem).max(MOST_ITEMS),
});
export type AuditFormSection = z.infer<typeof auditFormSection>;

/** Everything an auditor reads and answers, and how it is scored. Drafts and published versions share the form. */
export const auditFormDefinition = z.object({
  intro: localizedText,
  /** The total is capped at 100 however much bonus was earned. */
  isCapped: z.boolean(),
  sections: z.array(auditFormSection).max(MOST_SECTIONS),
});
export type AuditFormDefinition = z.infer<typeof auditFormDefinition>;

/** Where a form is used; empty = everywhere. */
export const auditFormSettings = z.object({
  name: requiredText(120),
  touchpointIds: z.array(id).max(500),
  encounterTypeIds: z.array(id).max(100),
});
export type AuditFormSettings = z.infer<typeof auditFormSettings>;

/** An answer to one item as it is entered, stored and corrected. */
export const auditAnswerValue = z.object({
  isNotApplicable: z.boolean(),
  /** yes_no: 1 = yes, 0 = no; number; duration in seconds. */
  number: z.number().min(0).max(1_000_000_000).nullable(),
  /** Keys of the chosen point of a scale, option, or options. */
  optionKeys: z.array(key).max(MOST_OPTIONS),
  text: z.string().trim().max(5000).nullable(),
  comment: z.string().trim().max(5000).nullable(),
});
export type AuditAnswerValue = z.infer<typeof auditAnswerValue>;

export const NO_ANSWER: AuditAnswerValue = {
  isNotApplicable: false,
  number: null,
  optionKeys: [],
  text: null,
  comment: null,
};

/** What the builder edits and saves as one. */
export type AuditFormDraft = { definition: AuditFormDefinition; settings: AuditFormSettings };

/** A save of the builder: what it edits, and the revision it started from. */
export const saveAuditFormInput = z.object({
  formId: id,
  revision: z.iso.datetime(),
  definition: auditFormDefinition,
  settings: auditFormSettings,
});

export type AuditFormStatus = "draft" | "published" | "archived";

/** A form as the builder edits it. */
export type AuditFormDetails = AuditFormDraft & {
  id: string;
  status: AuditFormStatus;
  /** Changes with every save: a save that names an older one is a conflict. */
  revision: string;
  currentVersion: { id: string; number: number; publishedAt: Date; definition: AuditFormDefinition } | null;
  /** Names of the programmes under way whose visits are made with it. */
  programmes: string[];
};

/** What of the organization decides about its forms. */
export type FormOrganization = {
  /** The language every form must be written in; the others may fall back to it. */
  language: string;
  languages: string[];
};

/** A form as programmes and observations choose it. */
export type AuditFormChoice = {
  id: string;
  name: string;
  status: AuditFormStatus;
  /** What an audit is begun with; null while nothing was published. */
  currentVersion: { id: string; number: number } | null;
  /** Empty = everywhere. */
  touchpointIds: string[];
  encounterTypeIds: string[];
};

/** A published version as audits and figures read it. */
export type AuditFormVersion = {
  id: string;
  formId: string;
  formName: string;
  number: number;
  definition: AuditFormDefinition;
};
