import { z } from "zod";
import { id, type LocalizedText, optionalText, requiredText } from "@/server/input";

/** How many goals a development plan has at most. */
export const MOST_GOALS = 3;

const GOAL_STATUSES = ["open", "done", "dropped"] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

const optionalDay = z
  .string()
  .nullish()
  .transform((text) => text || null)
  .pipe(z.iso.date("invalidValue").nullable());

/** What the form of a goal saves. */
const goalInput = z.object({
  title: requiredText(160),
  plan: requiredText(2000),
  /** A competency of the framework the report was made with. */
  competencyKey: optionalText(60),
  dueOn: optionalDay,
});
export type GoalInput = z.output<typeof goalInput>;

export const newGoalInput = z.intersection(goalInput, z.object({ subjectId: id }));
export const goalUpdate = z.intersection(goalInput, z.object({ id }));
export const goalStatusInput = z.object({ id, status: z.enum(GOAL_STATUSES, { error: "chooseOne" }) });

export type Goal = {
  id: string;
  title: string;
  /** What is done differently, and how it is noticed. */
  plan: string;
  competencyKey: string | null;
  /** Midnight UTC of the day. */
  dueOn: Date | null;
  status: GoalStatus;
  /** Whether an improvement action was made of it. */
  hasAction: boolean;
};

/** The development plan of a subject of a cycle. */
export type DevelopmentPlanView = {
  subjectId: string;
  /** In their order. */
  goals: Goal[];
  /** Of the framework the report was made with. */
  competencies: { key: string; name: LocalizedText }[];
};
