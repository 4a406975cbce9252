import { z } from "zod";
import { id, optionalId, optionalText, requiredText, withoutNul } from "@/server/input";

export const ACTION_STATUSES = ["planned", "running", "done", "cancelled"] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

/** What an action concerns. */
export const CONCERNS = ["organization", "location", "employee"] as const;
export type Concern = (typeof CONCERNS)[number];

const fields = z.object({
  title: requiredText(160),
  description: requiredText(4000),
  concern: z.enum(CONCERNS, { error: "chooseOne" }),
  locationId: optionalId,
  employeeId: optionalId,
  behaviourId: optionalId,
  responsibleMemberId: optionalId,
  startsOn: z.iso.date("required"),
  reviewOn: z.iso.date("required"),
});

type Fields = z.output<typeof fields>;

function checkWhole(input: Fields, context: z.RefinementCtx<Fields>): void {
  const missing = (path: string) => context.addIssue({ code: "custom", path: [path], message: "chooseOne" });
  if (input.concern === "location" && !input.locationId) missing("locationId");
  if (input.concern === "employee" && !input.employeeId) missing("employeeId");
  if (input.reviewOn < input.startsOn) {
    context.addIssue({ code: "custom", path: ["reviewOn"], message: "reviewBeforeStart" });
  }
}

export const actionInput = fields.superRefine(checkWhole);
export type ActionInput = z.output<typeof actionInput>;

/** A new action, of a goal of a development plan or of nothing. */
export const newActionInput = fields.extend({ goalId: optionalId }).superRefine(checkWhole);
export const actionUpdate = fields.extend({ id }).superRefine(checkWhole);

export const actionStatusInput = z.object({
  id,
  status: z.enum(ACTION_STATUSES, { error: "chooseOne" }),
  /** What was found at the review, or why it is not carried out. */
  outcome: optionalText(4000),
});
export type ActionStatusInput = z.output<typeof actionStatusInput>;

export const ACTION_TABS = ["open", "ended"] as const;
export const actionListInput = z.object({
  tab: z.enum(ACTION_TABS).catch("open"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  q: z.string().trim().max(200).regex(withoutNul).catch(""),
  location: z.uuid().or(z.literal("")).catch(""),
});
export type ActionListInput = z.output<typeof actionListInput>;

export type ActionRow = {
  id: string;
  title: string;
  status: ActionStatus;
  /** Both null: the whole organization. */
  employeeName: string | null;
  locationName: string | null;
  responsibleName: string | null;
  /** Midnight UTC of the days. */
  startsOn: Date;
  reviewOn: Date;
  endedAt: Date | null;
  /** It runs, and the day to look at its effect has come. */
  isReviewDue: boolean;
};
