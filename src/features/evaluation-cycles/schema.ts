import { z } from "zod";
import { id, localizedText, optionalId, requiredText, withoutNul } from "@/server/input";

/** Sides an encounter's quality is seen from, in the order they are shown. */
export const RATER_GROUPS = ["self", "manager", "member", "peer", "report", "customer"] as const;
export type RaterGroup = (typeof RATER_GROUPS)[number];

export type EvaluationCycleStatus = "draft" | "nomination" | "collecting" | "closed" | "cancelled";
export type EvaluationSubjectKind = "employee" | "team" | "location";
export type RatingStatus = "proposed" | "refused" | "approved" | "submitted" | "declined";

const day = z.iso.date("date");

const cycleGroupInput = z.object({
  raterGroup: z.enum(RATER_GROUPS),
  minimum: z.number().int().min(0).max(200),
  maximum: z.number().int().min(1).max(200),
});
export type CycleGroup = z.infer<typeof cycleGroupInput>;

/** What a cycle is, as its settings page edits it. Days are of the organization's time zone. */
const cycleInput = z.object({
  name: requiredText(120),
  purpose: localizedText,
  frameworkId: id,
  anonymityK: z.number().int().min(3).max(20),
  commentK: z.number().int().min(3).max(20),
  /** Points on the scale; null = a third of its width. */
  gapThreshold: z.number().gt(0).lt(10).nullable(),
  nominatedBy: z.enum(["subject", "manager"]),
  nominateUntil: day.nullable(),
  opensOn: day,
  closesOn: day,
  reminderDays: z.array(z.number().int().min(0).max(60)).max(5),
  managersSee: z.boolean(),
  ownersSee: z.boolean(),
  subjectSeesAfterDays: z.number().int().min(0).max(90),
  groups: z.array(cycleGroupInput).min(1).max(RATER_GROUPS.length),
});
export type CycleInput = z.infer<typeof cycleInput>;

/** A person as a rater is nominated: known to the organization, or by name and address. */
export const nomination = z.object({
  subjectId: id,
  raterGroup: z.enum(RATER_GROUPS),
  employeeId: optionalId,
  customerId: optionalId,
  /** For somebody who is neither. */
  name: z.string().trim().max(200).regex(withoutNul, "invalidValue").nullish(),
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .refine((text) => text === "" || z.email().safeParse(text).success, "email")
    .nullish(),
  language: z.enum(["fi", "sv", "en"]).nullish(),
});
export type Nomination = z.infer<typeof nomination>;

export const cycleIdInput = z.object({ cycleId: id });

export const extendCycleInput = z.object({ cycleId: id, closesOn: day });

/** As many subjects as are added or given a manager at once. */
const MOST_AT_ONCE = 500;
const ids = z.array(id).max(MOST_AT_ONCE);

export const addSubjectsInput = z.object({
  cycleId: id,
  kind: z.enum(["employee", "team", "location"]),
  subjects: z.preprocess((value) => value ?? [], ids.min(1, "chooseSubjects")),
  /** Null: whoever is limited to the subject's location, if exactly one manager is. */
  managerMemberId: optionalId,
});
export type AddSubjectsInput = z.output<typeof addSubjectsInput>;

export const subjectIdInput = z.object({ subjectId: id });

export const nameManagerInput = z.object({
  cycleId: id,
  subjectIds: z.preprocess((value) => value ?? [], ids.min(1, "chooseSubjects")),
  /** Null ("none" in a form): nobody. */
  managerMemberId: z.preprocess((value) => (value === "none" ? null : value), id.nullable()),
});
export type NameManagerInput = z.output<typeof nameManagerInput>;
