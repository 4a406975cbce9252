import type { ImportKind } from "@/generated/prisma/enums";
import { normalizeName } from "./rules/words";
import type { ImportMapping } from "./schema";

/** What a column of a file can mean. `key` names it in mappings and messages ("imports.fields.<kind>.<key>"). */
export type TargetField = {
  key: string;
  /** Needs a column, or a default where `hasDefault` says that one may be chosen instead. */
  isRequired: boolean;
  hasDefault?: boolean;
  /** Header names it is recognised by, normalized, best first; in en, fi and sv. */
  names: readonly string[];
};

const customerNames = {
  name: [
    "customer name",
    "customer",
    "asiakkaan nimi",
    "asiakas",
    "kundens namn",
    "kund",
    "kundnamn",
    "contact",
    "yhteyshenkilö",
  ],
  email: [
    "customer email",
    "customer e-mail",
    "email",
    "e-mail",
    "asiakkaan sähköposti",
    "asiakkaan email",
    "sähköposti",
    "sähköpostiosoite",
    "e-post",
    "kundens e-post",
    "epost",
    "mail",
  ],
  reference: [
    "customer reference",
    "customer id",
    "customer number",
    "asiakastunnus",
    "asiakasnumero",
    "asiakkaan tunniste",
    "asiakkaan viite",
    "kundnummer",
    "kundreferens",
    "kund-id",
  ],
  language: [
    "language",
    "customer language",
    "kieli",
    "asiakkaan kieli",
    "asiointikieli",
    "språk",
    "kundens språk",
  ],
  segment: [
    "segment",
    "customer segment",
    "segmentti",
    "asiakassegmentti",
    "asiakasryhmä",
    "kundsegment",
    "kundgrupp",
  ],
  consent: [
    "consent",
    "survey consent",
    "marketing consent",
    "suostumus",
    "kyselylupa",
    "lupa",
    "markkinointilupa",
    "samtycke",
  ],
};
const employeeNames = [
  "employee",
  "responsible",
  "responsible employee",
  "agent",
  "salesperson",
  "seller",
  "served by",
  "työntekijä",
  "vastuuhenkilö",
  "myyjä",
  "asiakasneuvoja",
  "palvelija",
  "medarbetare",
  "anställd",
  "ansvarig",
  "säljare",
];

export const TARGET_FIELDS: Record<ImportKind, readonly TargetField[]> = {
  encounters: [
    {
      key: "externalReference",
      isRequired: true,
      names: [
        "reference",
        "external reference",
        "encounter reference",
        "encounter id",
        "id",
        "tunniste",
        "kohtaamisen tunniste",
        "kohtaamistunnus",
        "tapahtumatunnus",
        "tapahtuma",
        "tunnus",
        "viite",
        "ulkoinen tunniste",
        "referens",
        "referensnummer",
        "ticket",
        "case",
        "order",
        "order number",
        "receipt",
        "kuitti",
        "kuittinumero",
        "tilausnumero",
      ],
    },
    {
      key: "occurredAt",
      isRequired: true,
      names: [
        "occurred at",
        "date and time",
        "datetime",
        "timestamp",
        "time stamp",
        "date",
        "when",
        "päivä ja aika",
        "päivämäärä ja kellonaika",
        "ajankohta",
        "aikaleima",
        "päivämäärä",
        "päivä",
        "pvm",
        "pvm ja klo",
        "datum",
        "datum och tid",
        "tidpunkt",
      ],
    },
    {
      key: "time",
      isRequired: false,
      names: ["time", "time of day", "kellonaika", "aika", "klo", "tid", "klockslag"],
    },
    {
      key: "touchpoint",
      isRequired: true,
      hasDefault: true,
      names: [
        "touchpoint",
        "touch point",
        "kosketuspiste",
        "palvelupiste",
        "asiointikohta",
        "kontaktpunkt",
        "beröringspunkt",
      ],
    },
    {
      key: "employee",
      isRequired: true,
      names: [
        "employee reference",
        "employee id",
        "employee email",
        "employee e-mail",
        "työntekijänumero",
        "työntekijätunnus",
        "työntekijän sähköposti",
        "anställningsnummer",
        ...employeeNames,
        "employee name",
        "työntekijän nimi",
      ],
    },
    {
      key: "encounterType",
      isRequired: true,
      hasDefault: true,
      names: ["encounter type", "type", "kohtaamistyyppi", "tyyppi", "laji", "mötestyp", "typ"],
    },
    { key: "channel", isRequired: false, names: ["channel", "kanava", "asiointikanava", "kanal"] },
    { key: "customerReference", isRequired: false, names: customerNames.reference },
    { key: "customerEmail", isRequired: false, names: customerNames.email },
    { key: "customerName", isRequired: false, names: customerNames.name },
    { key: "language", isRequired: false, hasDefault: true, names: customerNames.language },
    { key: "segment", isRequired: false, names: customerNames.segment },
    { key: "consent", isRequired: false, names: customerNames.consent },
  ],
  employees: [
    {
      key: "name",
      isRequired: true,
      names: [
        "name",
        "employee name",
        "full name",
        "nimi",
        "työntekijän nimi",
        "koko nimi",
        "namn",
        ...employeeNames,
      ],
    },
    {
      key: "email",
      isRequired: false,
      names: [
        "email",
        "e-mail",
        "email address",
        "sähköposti",
        "sähköpostiosoite",
        "e-post",
        "epost",
        "mail",
      ],
    },
    {
      key: "title",
      isRequired: false,
      names: ["title", "job title", "role", "titteli", "tehtävänimike", "nimike", "rooli", "befattning"],
    },
    {
      key: "externalReference",
      isRequired: false,
      names: [
        "reference",
        "external reference",
        "viite",
        "employee reference",
        "employee id",
        "employee number",
        "id",
        "tunniste",
        "työntekijänumero",
        "henkilönumero",
        "henkilöstönumero",
        "työntekijätunnus",
        "anställningsnummer",
        "referens",
      ],
    },
    {
      key: "location",
      isRequired: true,
      names: [
        "location",
        "site",
        "office",
        "store",
        "branch",
        "toimipiste",
        "toimipaikka",
        "myymälä",
        "konttori",
        "yksikkö",
        "verksamhetsställe",
        "kontor",
        "butik",
      ],
    },
    {
      key: "team",
      isRequired: false,
      names: ["team", "department", "group", "tiimi", "osasto", "ryhmä", "avdelning", "grupp"],
    },
  ],
  customers: [
    { key: "name", isRequired: false, names: ["name", "full name", ...customerNames.name, "nimi", "namn"] },
    { key: "email", isRequired: false, names: customerNames.email },
    {
      key: "phone",
      isRequired: false,
      names: [
        "phone",
        "phone number",
        "mobile",
        "telephone",
        "puhelin",
        "puhelinnumero",
        "matkapuhelin",
        "gsm",
        "telefon",
        "telefonnummer",
        "mobil",
      ],
    },
    {
      key: "externalReference",
      isRequired: false,
      names: [
        "reference",
        "external reference",
        "viite",
        ...customerNames.reference,
        "id",
        "tunniste",
        "referens",
      ],
    },
    { key: "language", isRequired: false, names: customerNames.language },
    { key: "segment", isRequired: false, names: customerNames.segment },
    { key: "consent", isRequired: false, names: customerNames.consent },
  ],
};

/** The target fields that a mapping still leaves open: required, without a column and without a default. */
export function listUnmapped(
  kind: ImportKind,
  { columns, defaults }: Pick<ImportMapping, "columns" | "defaults">,
): string[] {
  const chosen: Record<string, string | null> = {
    touchpoint: defaults.touchpointId,
    encounterType: defaults.encounterTypeId,
  };
  return TARGET_FIELDS[kind]
    .filter((field) => field.isRequired && columns[field.key] === undefined && !chosen[field.key])
    .map((field) => field.key);
}

/** Whether a file can be read with a mapping: nothing open, and the order of its dates known. */
export function isMapped(kind: ImportKind, mapping: ImportMapping): boolean {
  return listUnmapped(kind, mapping).length === 0 && (kind !== "encounters" || mapping.dateOrder !== null);
}

/**
 * Which column each field is read from, by index: first the header remembered from the last file, then the best known
 * name. No column is used twice; a field without one is left out.
 */
export function guessColumns(
  kind: ImportKind,
  header: readonly string[],
  remembered: Record<string, string> = {},
): Record<string, number> {
  const names = header.map(normalizeHeader);
  const columns: Record<string, number> = {};
  const taken = new Set<number>();
  const take = (key: string, name: string) => {
    const index = names.findIndex((candidate, position) => candidate === name && !taken.has(position));
    if (index < 0 || columns[key] !== undefined) return;
    columns[key] = index;
    taken.add(index);
  };
  for (const [key, name] of Object.entries(remembered)) take(key, normalizeHeader(name));
  const fields = TARGET_FIELDS[kind];
  // By rank of the name, so that "customer e-mail" is not lost to a field that knows it as its fifth guess.
  const mostNames = Math.max(...fields.map((field) => field.names.length));
  for (let rank = 0; rank < mostNames; rank += 1) {
    for (const field of fields) {
      const name = field.names[rank];
      if (name !== undefined) take(field.key, normalizeHeader(name));
    }
  }
  return columns;
}

/** A header without capitals, punctuation and doubled spaces: "E-Mail_address" is "e mail address". */
function normalizeHeader(text: string): string {
  return normalizeName(text.replace(/[_\-./:()]+/g, " "));
}
