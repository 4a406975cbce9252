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

/** A whole number typed into a form, or nothing ("") for no limit. */
const optionalNumber = (min: number, max: number) =>
  z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    wholeNumber(min, max).nullable(),
  );

const settings = {
  name: requiredText(120),
  objective: requiredText(2000),
  formId: id,
  encounterTypeId: optionalId,
  startsOn: z.iso.date("date"),
  endsOn: z.iso.date("date"),
  daysBetweenVisits: optionalNumber(1, 3650),
  mostVisitsPerDay: optionalNumber(1, 100),
  firstLookDays: wholeNumber(0, 365),
  appealDays: wholeNumber(0, 365),
};
const briefing = { scenario: requiredText(5000), brief: requiredText(5000) };
const endsAfterStart = (programme: { startsOn: string; endsOn: string }) =>
  programme.endsOn >= programme.startsOn;
const endFault = { path: ["endsOn"], error: "endBeforeStart" };

/** What a new programme is made of. Dates are days ("2026-11-22"), the last one included. */
export const programmeInput = z.object({ ...settings, ...briefing }).refine(endsAfterStart, endFault);
export type ProgrammeInput = z.infer<typeof programmeInput>;

export const programmeSettingsInput = z
  .object({ programmeId: id, ...settings })
  .refine(endsAfterStart, endFault);
export type ProgrammeSettingsInput = z.infer<typeof programmeSettingsInput>;

export const programmeBriefingInput = z.object({ programmeId: id, ...briefing });
export const quizInput = z.object({ programmeId: id, questions: quizQuestions });
export const programmeIdInput = z.object({ programmeId: id });
export const programmeStatusInput = z.object({ programmeId: id, change: z.enum(["activate", "end"]) });
export const attestationInput = z.object({ programmeId: id, staffInformedOn: z.iso.date("date") });

export const targetInput = z.object({
  programmeId: id,
  locationId: id,
  touchpointId: id,
  teamId: optionalId,
  visits: wholeNumber(1, 1000),
});

export type TargetInput = z.infer<typeof targetInput>;
export const targetIdInput = z.object({ targetId: id });

/** Where and when a visit is wanted; dates are days, the last one included. */
const place = {
  programmeId: id,
  locationId: id,
  touchpointId: id,
  teamId: optionalId,
  windowStartsOn: z.iso.date("date"),
  windowEndsOn: z.iso.date("date"),
};
export const candidatesInput = z.object(place);
export type CandidatesInput = z.infer<typeof candidatesInput>;

/** One or two (a double visit) consultants for a visit in a window of the organization's time zone. */
export const assignmentInput = z.object({
  ...place,
  memberIds: z.array(id).min(1).max(2),
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

export const assignmentIdInput = z.object({ assignmentId: id });
export const declineInput = z.object({ assignmentId: id, reason: requiredText(500) });

/** The chosen option of each question by key. */
export const quizAnswersInput = z.object({
  programmeId: id,
  answers: z.record(z.string().max(40), z.string().max(40)),
});

/** Exactly one of location and employee. */
export const conflictInput = z
  .object({ locationId: optionalId, employeeId: optionalId, reason: requiredText(500) })
  .refine(({ locationId, employeeId }) => (locationId === null) !== (employeeId === null), {
    path: ["locationId"],
    error: "conflictOfOneThing",
  });
export type ConflictInput = z.infer<typeof conflictInput>;
export const conflictIdInput = z.object({ conflictId: id });
