import { describe, expect, it } from "vitest";
import { ImportKind } from "@/generated/prisma/enums";
import { LOCALES } from "@/i18n/locale";
import { EXAMPLE_HEADERS, exampleRow } from "./example-file";
import { guessColumns, TARGET_FIELDS } from "./fields";

/** The fields found, by the header they were found in. */
function guess(kind: Parameters<typeof guessColumns>[0], header: string[], remembered = {}) {
  const columns = guessColumns(kind, header, remembered);
  return Object.fromEntries(Object.entries(columns).map(([field, index]) => [header[index], field]));
}

describe("guessColumns", () => {
  it("knows Finnish headers", () => {
    const header = [
      "Tunniste",
      "Päivämäärä",
      "Kellonaika",
      "Kosketuspiste",
      "Työntekijä",
      "Tyyppi",
      "Asiakas",
      "Sähköposti",
    ];
    expect(guess("encounters", header)).toEqual({
      Tunniste: "externalReference",
      Päivämäärä: "occurredAt",
      Kellonaika: "time",
      Kosketuspiste: "touchpoint",
      Työntekijä: "employee",
      Tyyppi: "encounterType",
      Asiakas: "customerName",
      Sähköposti: "customerEmail",
    });
  });

  it("knows Swedish and English headers, whatever the capitals and punctuation", () => {
    expect(
      guess("encounters", ["REFERENS", "Datum", "Beröringspunkt", "Säljare", "Kanal", "Kundens e-post"]),
    ).toEqual({
      REFERENS: "externalReference",
      Datum: "occurredAt",
      Beröringspunkt: "touchpoint",
      Säljare: "employee",
      Kanal: "channel",
      "Kundens e-post": "customerEmail",
    });
    expect(
      guess("encounters", ["External_Reference", "Occurred at", "Employee e-mail", "Customer E-Mail"]),
    ).toEqual({
      External_Reference: "externalReference",
      "Occurred at": "occurredAt",
      "Employee e-mail": "employee",
      "Customer E-Mail": "customerEmail",
    });
  });

  it("reads the files of people", () => {
    expect(
      guess("employees", ["Nimi", "Sähköposti", "Nimike", "Henkilönumero", "Toimipiste", "Tiimi"]),
    ).toEqual({
      Nimi: "name",
      Sähköposti: "email",
      Nimike: "title",
      Henkilönumero: "externalReference",
      Toimipiste: "location",
      Tiimi: "team",
    });
    expect(
      guess("customers", ["Kundnummer", "Namn", "E-post", "Mobil", "Språk", "Kundgrupp", "Samtycke"]),
    ).toEqual({
      Kundnummer: "externalReference",
      Namn: "name",
      "E-post": "email",
      Mobil: "phone",
      Språk: "language",
      Kundgrupp: "segment",
      Samtycke: "consent",
    });
  });

  it("prefers what was remembered and gives no column to two fields", () => {
    expect(
      guess("encounters", ["Id", "Hlö", "Sähköposti"], { employee: "Hlö", customerName: "Nimi" }),
    ).toEqual({
      Id: "externalReference",
      Hlö: "employee",
      Sähköposti: "customerEmail",
    });
    expect(guess("customers", ["Email"])).toEqual({ Email: "email" });
  });
});

describe("the example files", () => {
  it.each(LOCALES.flatMap((locale) => Object.values(ImportKind).map((kind) => [locale, kind] as const)))(
    "%s %s: every column is recognised",
    (locale, kind) => {
      const header = EXAMPLE_HEADERS[locale][kind];
      const columns = guessColumns(kind, header);
      const separateTime = kind === "encounters" ? ["time"] : [];
      const fields = TARGET_FIELDS[kind]
        .map((field) => field.key)
        .filter((key) => !separateTime.includes(key));
      expect(Object.keys(columns).sort()).toEqual([...fields].sort());
      expect(exampleRow(locale, kind, {}, "")).toHaveLength(header.length);
    },
  );
});
