import { z } from "zod";
import { id, notANumber, requiredText, wholeNumber, withoutNul } from "@/server/input";
import { type CycleInput, RATER_GROUPS, type RaterGroup } from "./schema";

/** Days before the last one on which raters can be reminded. */
export const REMINDER_DAYS = [14, 7, 3, 2, 1, 0] as const;

const wording = z.string().trim().max(2000).regex(withoutNul, "invalidValue").optional();
const day = z.iso.date("date");
const emptyAsNull = (value: unknown) => (value === "" || value === undefined ? null : value);
const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());

type GroupField = "used" | "minimum" | "maximum";
/** The name of a group's field in the form; of a fault too. */
export const groupField = <G extends RaterGroup, F extends GroupField>(group: G, field: F) =>
  `${group}.${field}` as const;

const groupFields = Object.fromEntries(
  RATER_GROUPS.flatMap((group) => [
    [groupField(group, "used"), ticked],
    [groupField(group, "minimum"), wholeNumber(0, 200).default(1)],
    [groupField(group, "maximum"), wholeNumber(1, 200).default(1)],
  ]),
) as unknown as Record<`${RaterGroup}.used`, typeof ticked> &
  Record<`${RaterGroup}.${"minimum" | "maximum"}`, z.ZodDefault<ReturnType<typeof wholeNumber>>>;

const fields = z.object({
  name: requiredText(120),
  "purpose.fi": wording,
  "purpose.sv": wording,
  "purpose.en": wording,
  frameworkId: id,
  anonymityK: wholeNumber(3, 20),
  commentK: wholeNumber(3, 20),
  gapThreshold: z.preprocess(
    emptyAsNull,
    z.coerce.number({ error: notANumber }).gt(0, "invalidValue").lt(10, "invalidValue").nullable(),
  ),
  nominatedBy: z.enum(["subject", "manager"]),
  nominateUntil: z.preprocess(emptyAsNull, day.nullable()),
  opensOn: day,
  closesOn: day,
  reminderDays: z.array(wholeNumber(0, 60)).max(5).default([]),
  managersSee: ticked,
  ownersSee: ticked,
  subjectSeesAfterDays: wholeNumber(0, 90),
  ...groupFields,
});

/** A cycle's settings as a form sends them, field by field. */
export const cycleForm = fields.transform(toCycleInput);

/** The same of a cycle that exists. */
export const cycleSettingsForm = fields
  .extend({ cycleId: id })
  .transform(({ cycleId, ...form }) => ({ cycleId, ...toCycleInput(form) }));

function toCycleInput(form: z.output<typeof fields>): CycleInput {
  const { name, frameworkId, anonymityK, commentK, gapThreshold, nominatedBy, nominateUntil } = form;
  const { opensOn, closesOn, reminderDays, managersSee, ownersSee, subjectSeesAfterDays } = form;
  return {
    name,
    purpose: { fi: form["purpose.fi"], sv: form["purpose.sv"], en: form["purpose.en"] },
    frameworkId,
    anonymityK,
    commentK,
    gapThreshold,
    nominatedBy,
    nominateUntil,
    opensOn,
    closesOn,
    reminderDays: [...new Set(reminderDays)].sort((one, other) => other - one),
    managersSee,
    ownersSee,
    subjectSeesAfterDays,
    groups: RATER_GROUPS.filter((group) => form[groupField(group, "used")]).map((raterGroup) => ({
      raterGroup,
      minimum: form[groupField(raterGroup, "minimum")],
      maximum: form[groupField(raterGroup, "maximum")],
    })),
  };
}
