import { z } from "zod";
import { id, optionalId, optionalText, requiredText, wholeNumber } from "@/server/input";

/** Texts of a programme are written once, in the language its consultants share. */
export const quizQuestion = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  text: requiredText(500),
  options: z
    .array(
      z.object({ key: z.string().regex(/^[a-z0-9-]{1,40}$/), text: requiredText(300), isRight: z.boolean() }),
    )
    .min(2)
    .max(6),
});
export type QuizQuestion = z.infer<typeof quizQuestion>;

/** As many as can be asked of somebody standing in the street. */
export const quizQuestions = z.array(quizQuestion).max(20);

/** What the programme page saves. Dates are days ("2026-11-22"), the last one included. */
export const programmeInput = z
  .object({
    name: requiredText(120),
    objective: requiredText(2000),
    formId: id,
    encounterTypeId: optionalId,
    scenario: requiredText(5000),
    brief: requiredText(5000),
    startsOn: z.iso.date("date"),
    endsOn: z.iso.date("date"),
    daysBetweenVisits: wholeNumber(1, 3650).nullable(),
    mostVisitsPerDay: wholeNumber(1, 100).nullable(),
    firstLookDays: wholeNumber(0, 365),
    appealDays: wholeNumber(0, 365),
  })
  .refine((programme) => programme.endsOn >= programme.startsOn, {
    path: ["endsOn"],
    error: "endBeforeStart",
  });
export type ProgrammeInput = z.infer<typeof programmeInput>;

export const targetInput = z.object({
  locationId: id,
  touchpointId: id,
  teamId: optionalId,
  visits: wholeNumber(1, 1000),
});

/** One or two (a double visit) consultants for a visit in a window of the organization's time zone. */
export const assignmentInput = z.object({
  programmeId: id,
  memberIds: z.array(id).min(1).max(2),
  locationId: id,
  touchpointId: id,
  teamId: optionalId,
  windowStartsOn: z.iso.date("date"),
  windowEndsOn: z.iso.date("date"),
  note: optionalText(2000),
});
export type AssignmentInput = z.infer<typeof assignmentInput>;

/** How an assignment stands on boards and lists, worked out by `assignment-state-sql.ts`. */
export const ASSIGNMENT_STATES = [
  "planned",
  "accepted",
  "started",
  "done",
  "late",
  "declined",
  "cancelled",
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];
