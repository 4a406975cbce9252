import { z } from "zod";
import { channel } from "@/features/touchpoints/schema";
import type { Channel, Consent, EncounterSource, MailKind, MailState, Stage } from "@/generated/prisma/enums";
import { NoInvitationReason } from "@/generated/prisma/enums";
import {
  checkbox,
  id,
  listInput,
  optionalEmailAddress,
  optionalId,
  optionalText,
  respondentLanguage,
} from "@/server/input";
import type { EncounterState } from "./rules";

// ---------------------------------------------------------------- input

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "encounterTimeNeeded");
const wallClock = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, "encounterTimeNeeded");

const whenInput = z.discriminatedUnion("when", [
  z.object({ when: z.literal("now") }),
  z.object({ when: z.enum(["today", "yesterday"]), time: clockTime }),
  z.object({ when: z.literal("exact"), dateTime: wallClock }),
]);

const customerInput = z.discriminatedUnion("customerKind", [
  z.object({
    customerKind: z.literal("known"),
    customerId: z.string({ error: "customerNeeded" }).min(1, "customerNeeded").pipe(id),
  }),
  z
    .object({
      customerKind: z.literal("new"),
      customerName: optionalText(200),
      customerEmail: optionalEmailAddress,
      customerLanguage: respondentLanguage,
      customerConsent: z.enum(["given", "not_asked", "refused"], { error: "chooseOne" }),
    })
    .refine((customer) => customer.customerName || customer.customerEmail, {
      path: ["customerName"],
      message: "customerNameOrEmail",
    }),
  z.object({ customerKind: z.literal("unknown") }),
]);

/** `id` is made by the form: the same form posted twice is one encounter. */
export const recordEncounterInput = z
  .object({
    id: z.uuid("invalidValue"),
    touchpointId: id,
    encounterTypeId: id,
    /** Left out by employees, who record their own encounters. */
    employeeId: optionalId,
    channel,
    /** Echoed, so that the form knows which of its buttons was pressed. */
    another: checkbox,
  })
  .and(whenInput)
  .and(customerInput);
export type RecordEncounterInput = z.output<typeof recordEncounterInput>;

export const encounterIdInput = z.object({ id });

/** States a list can be filtered by; each reason for no invitation is one of its own ("reason.no_contact"). */
export const LIST_STATES = [
  "deciding",
  "scheduled",
  "sent",
  "reminded",
  "expired",
  "answered",
  "asked_anonymously",
  "not_invited",
] as const;
export const NO_INVITATION_REASONS = Object.values(NoInvitationReason);

export const PERIODS = ["today", "7d", "30d", "90d", "custom"] as const;
const day = z.iso.date().catch("");
const idOrAny = z.uuid().or(z.literal("")).catch("");

/** The list's filters, from the URL; nonsense means "no filter". */
export const encounterListInput = listInput.extend({
  period: z.enum(PERIODS).or(z.literal("")).catch(""),
  from: day,
  to: day,
  touchpoint: idOrAny,
  employee: idOrAny,
  customer: idOrAny,
  location: idOrAny,
  type: idOrAny,
  channel: channel.or(z.literal("")).catch(""),
  state: z
    .enum(LIST_STATES)
    .or(z.templateLiteral(["reason.", z.enum(NoInvitationReason)]))
    .or(z.literal(""))
    .catch(""),
});
export type EncounterListInput = z.output<typeof encounterListInput>;

// ---------------------------------------------------------------- what queries give

export type EncounterRow = {
  id: string;
  occurredAt: Date;
  touchpoint: string;
  employee: string;
  location: string;
  encounterType: string;
  channel: Channel;
  /** Name, else e-mail; null without a customer or once the person was erased. */
  customer: string | null;
  state: EncounterState;
};

export type EncounterMail = {
  kind: MailKind;
  state: MailState;
  attempts: number;
  acceptedAt: Date | null;
  serverReply: string | null;
};

export type EncounterDetail = {
  id: string;
  occurredAt: Date;
  createdAt: Date;
  source: EncounterSource;
  externalReference: string | null;
  recordedBy: string | null;
  importId: string | null;
  channel: Channel;
  segment: string | null;
  touchpoint: { id: string; name: string; stage: Stage };
  employee: { id: string; name: string };
  location: { id: string; name: string };
  encounterType: { id: string; name: string };
  customer: {
    id: string;
    name: string | null;
    email: string | null;
    language: string;
    consent: Consent;
    isErased: boolean;
  } | null;
  state: EncounterState;
  invitation: {
    surveyId: string;
    surveyName: string;
    language: string;
    isAnonymous: boolean;
    createdAt: Date;
    sendAt: Date;
    sentAt: Date | null;
    expiresAt: Date;
    bouncedAt: Date | null;
    /** Null for an anonymous survey, whoever asks. */
    answeredAt: Date | null;
    /** Of an anonymous survey the first mail only. */
    mails: EncounterMail[];
  } | null;
  /** Nothing was sent yet: the record can still be taken back. */
  canBeDeleted: boolean;
};

/** What the form starts with: the choices of this person's last record. */
export type RecordingDefaults = {
  touchpointId: string | null;
  encounterTypeId: string | null;
  employee: { id: string; name: string } | null;
};

export type CustomerLanguage = z.infer<typeof respondentLanguage>;
