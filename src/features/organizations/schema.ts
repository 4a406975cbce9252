import { z } from "zod";
import { LOCALES } from "@/i18n/locale";
import {
  checkbox,
  emailAddress,
  id,
  listInput,
  optionalEmailAddress,
  optionalId,
  optionalText,
  requiredText,
  respondentLanguage,
  wholeNumber,
} from "@/server/input";

/** Long enough to stand guessing; the upper bound only keeps megabytes from the hash function. */
export const PASSWORD_MIN = 10;

const password = z.string({ error: "required" }).min(1, "required").max(200);
const newPassword = z.string({ error: "required" }).min(1, "required").min(PASSWORD_MIN).max(200);

/** Languages of the product's own screens. */
export const screenLanguage = z.enum(LOCALES, { error: "chooseOne" });

export const profileInput = z.object({ name: requiredText(120), locale: screenLanguage });

export const passwordChangeInput = z.object({ currentPassword: password, newPassword });

export const passwordResetRequestInput = z.object({ email: emailAddress });

export const passwordResetInput = z.object({ token: z.string().max(100), newPassword });

export const sessionInput = z.object({ sessionId: id });

/** Languages a person can be invited in: those of the mails. */
export const memberRole = z.enum(["owner", "manager", "consultant", "employee"], { error: "chooseOne" });

/** What a member of a role is limited to; which parts count depends on the role (`rules.ts`). */
const access = {
  role: memberRole,
  access: z.enum(["whole", "locations"]).catch("whole"),
  locationIds: z.array(id).max(500).default([]),
  employeeId: optionalId,
};

export const memberInvitationInput = z.object({ email: emailAddress, language: screenLanguage, ...access });
export type MemberInvitationInput = z.output<typeof memberInvitationInput>;

export const memberAccessInput = z.object({ memberId: id, ...access });
export type MemberAccessInput = z.output<typeof memberAccessInput>;

export const memberInput = z.object({ memberId: id });
export const observerInput = z.object({ memberId: id, mayObserve: z.boolean() });
export const memberInvitationIdInput = z.object({ memberInvitationId: id });

export const acceptInvitationInput = z.object({ token: z.string().max(100) });
export const joinInput = z.object({ token: z.string().max(100), name: requiredText(120), newPassword });

export const memberListInput = listInput.extend({ archived: checkbox.catch(false) });
export type MemberListInput = z.output<typeof memberListInput>;

/** Whether this is the name of a time zone (IANA) that the runtime can count in. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

const timeZone = z.string({ error: "required" }).refine(isTimeZone, "timeZone");

export const organizationSettingsInput = z
  .object({
    name: requiredText(120),
    accentColor: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^#[0-9a-f]{6}$/, "colour"),
    timeZone,
    languages: z.array(respondentLanguage).min(1, "languagesNeeded").default([]),
    language: respondentLanguage,
    minimumN: wholeNumber(1, 100),
    quarantineDays: wholeNumber(0, 365),
    senderName: optionalText(80),
    replyTo: optionalEmailAddress,
  })
  .refine((input) => input.languages.length === 0 || input.languages.includes(input.language), {
    path: ["language"],
    error: "languageNotUsed",
  });
export type OrganizationSettingsInput = z.output<typeof organizationSettingsInput>;

export const logoInput = z.object({
  logo: z.instanceof(File, { error: "fileNeeded" }).refine((file) => file.size > 0, "fileNeeded"),
});

/** What acts of the audit trail are about, as the reader filters them; each stands for some of the actions' nouns. */
export const ACTIVITY_GROUPS = {
  members: ["member"],
  organization: ["organization", "apiKey"],
  journey: ["touchpoint", "encounterType", "journey"],
  people: ["location", "team", "employee"],
  customers: ["customer"],
  encounters: ["encounter", "import", "answerImport"],
  surveys: ["survey"],
  audits: ["behaviour", "audit", "auditForm", "appeal", "programme", "assignment", "conflict"],
  evaluations: [
    "evaluationFramework",
    "evaluationCycle",
    "evaluationRater",
    "recognition",
    "improvementAction",
  ],
} as const;
export type ActivityGroup = keyof typeof ACTIVITY_GROUPS;

const optionalDay = z.iso.date().optional().catch(undefined);

/** Page and filters of the audit trail, from the address; nonsense filters nothing. */
export const activityListInput = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  group: z
    .enum(Object.keys(ACTIVITY_GROUPS) as [ActivityGroup, ...ActivityGroup[]])
    .optional()
    .catch(undefined),
  person: z.uuid().optional().catch(undefined),
  from: optionalDay,
  to: optionalDay,
});
export type ActivityListInput = z.output<typeof activityListInput>;
