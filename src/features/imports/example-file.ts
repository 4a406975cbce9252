import type { ImportKind } from "@/generated/prisma/enums";
import type { Locale } from "@/i18n/locale";
import type { Delimiter } from "./formats";

/** The headers of the example files, recognised as they are when such a file is uploaded. */
export const EXAMPLE_HEADERS: Record<Locale, Record<ImportKind, readonly string[]>> = {
  en: {
    encounters: [
      "Reference",
      "Date and time",
      "Touchpoint",
      "Employee",
      "Encounter type",
      "Channel",
      "Customer reference",
      "Customer e-mail",
      "Customer name",
      "Language",
      "Segment",
      "Consent",
    ],
    employees: ["Name", "E-mail", "Title", "Reference", "Location", "Team"],
    customers: ["Name", "E-mail", "Phone", "Reference", "Language", "Segment", "Consent"],
  },
  fi: {
    encounters: [
      "Viite",
      "Päivä ja aika",
      "Kosketuspiste",
      "Työntekijä",
      "Kohtaamistyyppi",
      "Kanava",
      "Asiakkaan viite",
      "Asiakkaan sähköposti",
      "Asiakkaan nimi",
      "Kieli",
      "Segmentti",
      "Suostumus",
    ],
    employees: ["Nimi", "Sähköposti", "Nimike", "Viite", "Toimipiste", "Tiimi"],
    customers: ["Nimi", "Sähköposti", "Puhelin", "Viite", "Kieli", "Segmentti", "Suostumus"],
  },
};

/** What spreadsheets of the language separate cells by. */
export const EXAMPLE_DELIMITER: Record<Locale, Delimiter> = { en: ",", fi: ";" };

/** Names of the organization's own things, so that the example reads like a real file. */
export type ExampleNames = {
  touchpoint?: string;
  employee?: string;
  encounterType?: string;
  location?: string;
};

/** One row that fits the headers of the kind. `dateTime` is written as the language writes it. */
export function exampleRow(
  locale: Locale,
  kind: ImportKind,
  names: ExampleNames,
  dateTime: string,
): string[] {
  const [person, email, language, consent, channel] =
    locale === "fi"
      ? ["Maija Meikäläinen", "maija.meikalainen@esimerkki.fi", "suomi", "kyllä", "kasvokkain"]
      : ["Mary Example", "mary@example.com", "English", "yes", "in person"];
  if (kind === "customers") return [person, email, "+358 40 123 4567", "C-1001", language, "A", consent];
  if (kind === "employees") return [person, email, "", "E-17", names.location ?? "", ""];
  const { touchpoint = "", employee = "", encounterType = "" } = names;
  return [
    "2026-0001",
    dateTime,
    touchpoint,
    employee,
    encounterType,
    channel,
    "C-1001",
    email,
    person,
    language,
    "A",
    consent,
  ];
}
