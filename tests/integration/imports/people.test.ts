import { beforeAll, describe, expect, it } from "vitest";
import { previewImport } from "@/features/imports/queries/preview-import";
import { withScope } from "@/server/database";
import { setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import { importFile, upload } from "./upload";

setUpTestDatabase();

let cast: Awaited<ReturnType<typeof createSmallOrganization>>;
beforeAll(async () => {
  cast = await createSmallOrganization();
});

describe("a file of customers", () => {
  const text = [
    "Asiakasnumero;Nimi;Sähköposti;Puhelin;Kieli;Segmentti;Suostumus",
    "K-1;Åsa Öhman;Asa@Example.test;+358401234567;ruotsi;Kulta;kyllä",
    "K-2;Ei Osoitetta;;;;;",
    "K-3;Virhe;ei-osoite;;venäjä;;ehkä",
    ";Ei Tunnistetta;;;;;",
  ].join("\r\n");

  it("stores good rows, tells what is wrong with the others, and changes nothing the second time", async () => {
    const first = await importFile(cast.manager.scope, text, { kind: "customers", encoding: "windows-1252" });
    expect(first.counts).toEqual([2, 0, 2]);
    expect(first.rejections).toEqual([
      [4, "Kieli", "venäjä", "unknownLanguage"],
      [4, "Suostumus", "ehkä", "unknownConsent"],
      [4, "Sähköposti", "ei-osoite", "email"],
      [5, "Asiakasnumero", "", "customerNeedsIdentity"],
    ]);
    const customers = await withScope(cast.scope, (tx) =>
      tx.customer.findMany({
        where: { externalReference: { not: null } },
        orderBy: { externalReference: "asc" },
      }),
    );
    expect(customers).toMatchObject([
      {
        name: "Åsa Öhman",
        email: "asa@example.test",
        phone: "+358401234567",
        language: "sv",
        segment: "Kulta",
        consent: "given",
      },
      { name: "Ei Osoitetta", email: null, consent: "not_asked" },
    ]);
    expect((await importFile(cast.manager.scope, text, { kind: "customers" })).counts).toEqual([0, 2, 2]);
  });
});

describe("a file of employees", () => {
  const row = (reference: string, name: string, location = cast.location.name) =>
    `${reference},${name},${name.toLowerCase().replace(" ", ".")}@example.test,${location},${cast.team.name}`;
  const file = (...rows: string[]) => ["Employee number,Name,E-mail,Location,Team", ...rows].join("\n");

  it("stores people with their place, and previews without storing", async () => {
    const text = file(row("N-1", "New One"), row("N-2", "New Two", "Nowhere"));
    const preview = await previewImport(
      cast.manager.scope,
      await upload(cast.manager.scope, text, { kind: "employees" }),
    );
    expect(preview).toMatchObject({ stored: 1, unchanged: 0, rejected: 1 });
    const result = await importFile(cast.manager.scope, text, { kind: "employees" });
    expect(result.counts).toEqual([1, 0, 1]);
    expect(result.rejections).toEqual([[3, "Location", "Nowhere", "unknownLocation"]]);
    const stored = await withScope(cast.scope, (tx) =>
      tx.employee.findFirst({ where: { externalReference: "N-1" } }),
    );
    expect(stored).toMatchObject({ name: "New One", locationId: cast.location.id, teamId: cast.team.id });
  });

  it("keeps a manager of one location to it", async () => {
    const result = await importFile(
      cast.localManager.scope,
      file(row("N-3", "New Three", cast.otherLocation.name)),
      {
        kind: "employees",
      },
    );
    expect(result.rejections).toEqual([[2, "Location", cast.otherLocation.name, "unknownLocation"]]);
  });
});
