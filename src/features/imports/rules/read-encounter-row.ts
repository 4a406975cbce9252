import { judgeOccurredAt } from "@/features/encounters/rules";
import { customerImportRow } from "@/features/people/schema";
import type { Channel, Consent } from "@/generated/prisma/enums";
import { optionalEmailAddress, type RespondentLanguage } from "@/server/input";
import type { DateOrder } from "../formats";
import type { Rejection, RejectionReason } from "../schema";
import { readMoment } from "./read-moment";
import { readChannel } from "./words";

/** An encounter as one line of a file tells it: names are not looked up yet, null means the cell is empty. */
export type EncounterLine = {
  externalReference: string;
  occurredAt: Date;
  /** The file gives the day alone. */
  isDayOnly: boolean;
  touchpoint: string | null;
  employee: string;
  encounterType: string | null;
  channel: Channel | null;
  customer: {
    reference: string | null;
    email: string | null;
    name: string | null;
    language: RespondentLanguage | null;
    segment: string | null;
    consent: Consent | null;
  };
};

const LONGEST: Record<string, number> = {
  externalReference: 100,
  customerReference: 100,
  customerName: 120,
  segment: 80,
};
const LONGEST_OTHER = 200;

/**
 * Reads what one line says by itself, without looking anything up. Everything wrong with it is told at once.
 * `cell` gives the text of a target field, "" when it is empty or has no column.
 */
export function readEncounterLine(
  cell: (field: string) => string,
  options: {
    dateOrder: DateOrder;
    timeZone: string;
    now: Date;
    hasDefaultTouchpoint: boolean;
    hasDefaultEncounterType: boolean;
  },
): { ok: true; line: EncounterLine } | { ok: false; rejections: Rejection[] } {
  const rejections: Rejection[] = [];
  const reject = (field: string, reason: RejectionReason) => {
    rejections.push({ field, value: cell(field), reason });
    return null;
  };
  const text = (field: string, isRequired: boolean): string | null => {
    const value = cell(field);
    if (value === "") return isRequired ? reject(field, "required") : null;
    return value.length > (LONGEST[field] ?? LONGEST_OTHER) ? reject(field, "tooLong") : value;
  };
  /** A cell read by `read`, which gives undefined for what it does not understand. */
  const word = <T>(
    field: string,
    reason: RejectionReason,
    read: (value: string) => T | null | undefined,
  ): T | null => {
    const value = cell(field);
    if (value === "") return null;
    return read(value) ?? reject(field, reason);
  };

  const externalReference = text("externalReference", true);
  const moment = readOccurredAt(cell, options, reject);
  const touchpoint = text("touchpoint", !options.hasDefaultTouchpoint);
  const employee = text("employee", true);
  const encounterType = text("encounterType", !options.hasDefaultEncounterType);
  const channel = word("channel", "unknownChannel", readChannel);
  const customer = {
    reference: text("customerReference", false),
    email: word("customerEmail", "email", (value) => optionalEmailAddress.safeParse(value).data),
    name: text("customerName", false),
    language: word(
      "language",
      "unknownLanguage",
      (value) => customerImportRow.shape.language.safeParse(value).data,
    ),
    segment: text("segment", false),
    consent: word(
      "consent",
      "unknownConsent",
      (value) => customerImportRow.shape.consent.safeParse(value).data,
    ),
  };
  if (rejections.length > 0 || !externalReference || !moment || !employee) return { ok: false, rejections };
  return {
    ok: true,
    line: { externalReference, ...moment, touchpoint, employee, encounterType, channel, customer },
  };
}

function readOccurredAt(
  cell: (field: string) => string,
  { dateOrder, timeZone, now }: { dateOrder: DateOrder; timeZone: string; now: Date },
  reject: (field: string, reason: RejectionReason) => null,
) {
  if (cell("occurredAt") === "") return reject("occurredAt", "required");
  const moment = readMoment(cell("occurredAt"), cell("time"), dateOrder, timeZone, now);
  if (!moment.ok) return reject(moment.field, moment.reason);
  const verdict = judgeOccurredAt(moment.instant, now);
  if (verdict === "future") return reject("occurredAt", "inFuture");
  if (verdict === "too_early") return reject("occurredAt", "tooEarly");
  return { occurredAt: moment.instant, isDayOnly: moment.isDayOnly };
}
