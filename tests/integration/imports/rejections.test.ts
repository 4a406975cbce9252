import { beforeAll, describe, expect, it } from "vitest";
import { withScope } from "@/server/database";
import { makeScope, type Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createEncounterType, createTouchpoint } from "../../factories/journey";
import { createCustomer, createEmployee } from "../../factories/people";
import { createNamedOrganization, finnishFile as file, importFile } from "./upload";

setUpTestDatabase();
const NOW = new Date("2026-11-21T12:00:00Z");

let cast: Awaited<ReturnType<typeof createNamedOrganization>>;
let manager: Scope;

beforeAll(async () => {
  cast = await createNamedOrganization();
  manager = makeScope({ ...cast.manager.scope, now: NOW });
});

describe("what is rejected, and why", () => {
  it("names line, column, value and reason of everything wrong with a row", async () => {
    const { scope } = cast;
    await createTouchpoint(scope, { name: "Tupla" });
    await createTouchpoint(scope, { name: "tupla" });
    await createEncounterType(scope, { name: "Kaksi" });
    await createEncounterType(scope, { name: "KAKSI" });
    await createEmployee(scope, { name: "Kaima", locationId: cast.location.id });
    await createEmployee(scope, { name: "Kaima", locationId: cast.otherLocation.id });
    await createCustomer(scope, { name: "Sama Nimi", email: null });
    await createCustomer(scope, { name: "Sama Nimi", email: null });
    const good = "Kassa;E-17;Asiointi";
    const cases: [row: string, ...expected: [column: string, value: string, reason: string][]][] = [
      [`;20.11.2026;${good};;;;;;`, ["Tunniste", "", "required"]],
      [`${"x".repeat(101)};20.11.2026;${good};;;;;;`, ["Tunniste", "x".repeat(101), "tooLong"]],
      [`X;;${good};;;;;;`, ["Päivämäärä", "", "required"]],
      [`X;31.2.2026;${good};;;;;;`, ["Päivämäärä", "31.2.2026", "notADate"]],
      [`X;29.3.2026 3:30;${good};;;;;;`, ["Päivämäärä", "29.3.2026 3:30", "timeSkipped"]],
      [`X;21.11.2026 14:06;${good};;;;;;`, ["Päivämäärä", "21.11.2026 14:06", "inFuture"]],
      [`X;22.11.2026;${good};;;;;;`, ["Päivämäärä", "22.11.2026", "inFuture"]],
      [`X;1.1.1999;${good};;;;;;`, ["Päivämäärä", "1.1.1999", "tooEarly"]],
      ["X;20.11.2026;Kasa;E-17;Asiointi;;;;;;", ["Kosketuspiste", "Kasa", "unknownTouchpoint"]],
      ["X;20.11.2026;TUPLA;E-17;Asiointi;;;;;;", ["Kosketuspiste", "TUPLA", "severalTouchpoints"]],
      ["X;20.11.2026;;E-17;Asiointi;;;;;;", ["Kosketuspiste", "", "required"]],
      ["X;20.11.2026;Kassa;Ei Kukaan;Asiointi;;;;;;", ["Työntekijä", "Ei Kukaan", "unknownEmployee"]],
      ["X;20.11.2026;Kassa;kaima;Asiointi;;;;;;", ["Työntekijä", "kaima", "severalEmployees"]],
      ["X;20.11.2026;Kassa;E-17;Mikä;;;;;;", ["Tyyppi", "Mikä", "unknownEncounterType"]],
      ["X;20.11.2026;Kassa;E-17;kaksi;;;;;;", ["Tyyppi", "kaksi", "severalEncounterTypes"]],
      [`X;20.11.2026;${good};kyyhky;;;;;`, ["Kanava", "kyyhky", "unknownChannel"]],
      [`X;20.11.2026;${good};;Nimi;ei-osoite;;;`, ["Sähköposti", "ei-osoite", "email"]],
      [`X;20.11.2026;${good};;;a@example.test;venäjä;;`, ["Kieli", "venäjä", "unknownLanguage"]],
      [`X;20.11.2026;${good};;;a@example.test;;;ehkä`, ["Suostumus", "ehkä", "unknownConsent"]],
      [`X;20.11.2026;${good};;Tuntematon Nimi;;;;`, ["Asiakas", "Tuntematon Nimi", "unknownCustomer"]],
      [`X;20.11.2026;${good};;sama nimi;;;;`, ["Asiakas", "sama nimi", "severalCustomers"]],
      [`X;20.11.2026;${good};;;;;;;liikaa`, ["", "liikaa", "tooManyCells"]],
      [
        "X;eilen;Kasa;Ei Kukaan;Mikä;kyyhky;;;;;",
        ["Kanava", "kyyhky", "unknownChannel"],
        ["Päivämäärä", "eilen", "notADate"],
      ],
      [
        "X;20.11.2026;Kasa;Ei Kukaan;Mikä;;;;;;",
        ["Kosketuspiste", "Kasa", "unknownTouchpoint"],
        ["Tyyppi", "Mikä", "unknownEncounterType"],
        ["Työntekijä", "Ei Kukaan", "unknownEmployee"],
      ],
    ];
    const result = await importFile(
      manager,
      file(...cases.map(([row]) => row), `GOOD;20.11.2026;${good};;;;;;`),
      {
        mapping: { defaults: { touchpointId: null, encounterTypeId: null, language: null } },
      },
    );
    const expected = cases.flatMap(([, ...wrong], index) => wrong.map((one) => [index + 2, ...one]));
    const byLine = (rows: unknown[][]) => rows.map((row) => JSON.stringify(row)).sort();
    const all = await withScope(cast.scope, (tx) =>
      tx.importRejection.findMany({ where: { importId: result.id } }),
    );
    expect(byLine(all.map((row) => [row.line, row.column, row.value, row.reason]))).toEqual(byLine(expected));
    expect(result.counts).toEqual([1, 0, cases.length]);
  });

  it("does not bring back a person who was erased", async () => {
    await createCustomer(cast.scope, {
      name: null,
      email: null,
      externalReference: "C-404",
      erasedAt: NOW,
    });
    const result = await importFile(
      manager,
      "id,date,touchpoint,employee,type,customer id\nE-404,2026-11-20,Kassa,E-17,Asiointi,C-404\n",
    );
    expect(result.rejections).toEqual([[2, "customer id", "C-404", "customerErased"]]);
  });
});
