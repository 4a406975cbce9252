import { z } from "zod";
import type { Consent, SuppressionReason } from "@/generated/prisma/enums";
import {
  id,
  listInput,
  optionalEmailAddress,
  optionalId,
  optionalText,
  requiredText,
  respondentLanguage,
  withoutNul,
} from "@/server/input";

export const CONSENTS = ["given", "not_asked", "refused"] as const satisfies readonly Consent[];

// ---------------------------------------------------------------- input of the screens

export const locationInput = z.object({
  name: requiredText(120),
  address: optionalText(300),
  externalReference: optionalText(100),
  parentId: optionalId,
});
export type LocationInput = z.output<typeof locationInput>;
export const locationUpdate = locationInput.extend({ id });

export const teamInput = z.object({ name: requiredText(120), locationId: optionalId });
export type TeamInput = z.output<typeof teamInput>;
export const teamUpdate = teamInput.extend({ id });

export const employeeInput = z.object({
  name: requiredText(120),
  email: optionalEmailAddress,
  title: optionalText(120),
  externalReference: optionalText(100),
  locationId: id,
  teamId: optionalId,
});
export type EmployeeInput = z.output<typeof employeeInput>;
export const employeeUpdate = employeeInput.extend({ id });

export const customerInput = z
  .object({
    name: optionalText(120),
    email: optionalEmailAddress,
    phone: optionalText(40),
    externalReference: optionalText(100),
    language: respondentLanguage,
    segment: optionalText(80),
    consent: z.enum(CONSENTS, { error: "chooseOne" }),
  })
  .refine((customer) => customer.name ?? customer.email ?? customer.phone ?? customer.externalReference, {
    path: ["name"],
    message: "customerNeedsIdentity",
  });
export type CustomerInput = z.output<typeof customerInput>;
export const customerUpdate = z.intersection(customerInput, z.object({ id }));

/** Erasing is confirmed by ticking a box; it cannot be taken back. */
export const eraseCustomerInput = z.object({ id, isConfirmed: z.literal("on", { error: "confirmErasure" }) });

// ---------------------------------------------------------------- rows of an import

/** An empty cell says nothing: it neither sets nor clears what is stored. */
const cell = (max: number) => optionalText(max);
const emailCell = optionalEmailAddress;

/** One line of an employee file. `location` is a location's name or external reference, `team` a team's name. */
export const employeeImportRow = z.object({
  name: requiredText(120),
  email: emailCell,
  title: cell(120),
  externalReference: cell(100),
  location: requiredText(120),
  team: cell(120),
});
export type EmployeeImportRow = z.output<typeof employeeImportRow>;

/** One line of a customer file. Language and consent are understood as codes and as words in fi, sv and en. */
export const customerImportRow = z.object({
  name: cell(120),
  email: emailCell,
  phone: cell(40),
  externalReference: cell(100),
  language: wordCell({
    fi: ["fi", "fin", "suomi", "finnish", "finska"],
    sv: ["sv", "swe", "ruotsi", "swedish", "svenska"],
    en: ["en", "eng", "englanti", "english", "engelska"],
  }),
  segment: cell(80),
  consent: wordCell({
    given: ["given", "yes", "y", "true", "1", "kyllä", "k", "annettu", "ja", "x"],
    refused: ["refused", "no", "n", "false", "0", "ei", "e", "kielletty", "nej"],
    not_asked: ["not_asked", "not asked", "unknown", "ei kysytty", "ei tiedossa", "okänd"],
  }),
});
export type CustomerImportRow = z.output<typeof customerImportRow>;

/** What became of one row; `reason` is a key of the messages "imports.reasons". */
export type RowOutcome = "stored" | "unchanged" | { rejected: { column: string; reason: RejectionReason } };

export const REJECTION_REASONS = [
  "unknownLocation",
  "unknownTeam",
  "referenceTaken",
  "emailTaken",
  "severalMatch",
  "customerNeedsIdentity",
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** A cell that holds one of some words, whatever the capitals; empty becomes null, anything else is "chooseOne". */
function wordCell<K extends string>(words: Record<K, readonly string[]>) {
  return z
    .string()
    .trim()
    .toLowerCase()
    .nullish()
    .transform((text, context): K | null => {
      if (!text) return null;
      const found = (Object.keys(words) as K[]).find((code) => words[code].includes(text));
      if (!found) context.addIssue({ code: "custom", message: "chooseOne" });
      return found ?? null;
    });
}

// ---------------------------------------------------------------- input of the lists

const archived = z.enum(["", "yes", "all"]).catch("");
const filterId = z.uuid().or(z.literal("")).catch("");

export const locationListInput = listInput.extend({ archived });
export type LocationListInput = z.output<typeof locationListInput>;

export const teamListInput = listInput.extend({ archived, location: filterId });
export type TeamListInput = z.output<typeof teamListInput>;

export const employeeListInput = listInput.extend({ archived, location: filterId, team: filterId });
export type EmployeeListInput = z.output<typeof employeeListInput>;

export const CUSTOMER_STATES = ["unsubscribed", "suppressed", "undeliverable", "archived", "erased"] as const;
export const customerListInput = listInput.extend({
  language: respondentLanguage.or(z.literal("")).catch(""),
  segment: z.string().trim().max(80).regex(withoutNul).catch(""),
  state: z.enum(["", ...CUSTOMER_STATES]).catch(""),
});
export type CustomerListInput = z.output<typeof customerListInput>;

/** Words to find a customer by while recording an encounter. */
export const customerSearchInput = z.object({
  query: z.string().trim().max(200).regex(withoutNul, "invalidValue"),
});

// ---------------------------------------------------------------- what queries give

/** A location to choose from, in the order of the tree; `depth` 0 is the top. */
export type LocationOption = { id: string; name: string; depth: number; isArchived: boolean };

/** A team to choose from; without a location it is for everybody. */
export type TeamOption = {
  id: string;
  name: string;
  locationId: string | null;
  locationName: string | null;
  isArchived: boolean;
};

export type EmployeeOption = {
  id: string;
  name: string;
  locationId: string;
  locationName: string;
  isArchived: boolean;
};

export type CustomerOption = {
  id: string;
  name: string | null;
  email: string | null;
  externalReference: string | null;
  segment: string | null;
};

export type LocationRow = LocationOption & {
  address: string | null;
  externalReference: string | null;
  parentId: string | null;
  parentName: string | null;
  employeeCount: number;
  isUsed: boolean;
};

export type TeamRow = TeamOption & { employeeCount: number; isUsed: boolean };

export type EmployeeRow = EmployeeOption & {
  email: string | null;
  title: string | null;
  externalReference: string | null;
  teamId: string | null;
  teamName: string | null;
  isUsed: boolean;
};

export type CustomerRow = {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  externalReference: string | null;
  language: string;
  segment: string | null;
  consent: Consent;
  /** Why the customer's address gets no mail, if so. */
  suppression: SuppressionReason | null;
  isArchived: boolean;
  erasedAt: Date | null;
  isUsed: boolean;
};

export type CustomerPage = CustomerRow & { createdAt: Date };
