import { beforeAll, describe, expect, it } from "vitest";
import { withScope } from "@/server/database";
import { key, makeScope, type Scope } from "@/server/scope";
import { querySql, setUpTestDatabase } from "../../database";
import { createCustomer, createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { createNamedOrganization, finnishFile as file, importFile } from "./upload";

const database = setUpTestDatabase();
const NOW = new Date("2026-11-21T12:00:00Z");

let cast: Awaited<ReturnType<typeof createNamedOrganization>>;
let manager: Scope;

beforeAll(async () => {
  cast = await createNamedOrganization();
  manager = makeScope({ ...cast.manager.scope, now: NOW });
});

const encounter = (reference: string, organizationId = cast.organization.id) =>
  withScope(cast.scope, (tx) =>
    tx.encounter.findUnique({
      where: { organizationId_externalReference: { organizationId, externalReference: reference } },
      include: { customer: true },
    }),
  );

describe("what is stored", () => {
  it("freezes the attribution and the customer that a row names, whatever the capitals", async () => {
    const result = await importFile(
      manager,
      file(
        "A-1;20.11.2026 klo 14.05; kassa ;åINO  mäkelä;asiointi;puhelin;Väinö;VAINO@example.test;ruotsi;Kulta;kyllä",
      ),
    );
    expect(result.counts).toEqual([1, 0, 0]);
    expect(await encounter("A-1")).toMatchObject({
      occurredAt: new Date("2026-11-20T12:05:00Z"),
      touchpointId: cast.kassa.id,
      employeeId: cast.aino.id,
      locationId: cast.location.id,
      teamId: cast.team.id,
      encounterTypeId: cast.type.id,
      channel: "phone",
      segment: "Kulta",
      source: "csv",
      importId: result.id,
      recordedByUserId: cast.manager.userId,
      customer: {
        name: "Väinö",
        email: "vaino@example.test",
        language: "sv",
        segment: "Kulta",
        consent: "given",
      },
    });
    const jobs = await querySql(
      database.superuserUrl,
      "select 1 from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'",
      [(await encounter("A-1"))?.id],
    );
    expect(jobs).toHaveLength(1);
  });

  it("finds employees by reference and by address too, and takes the channel of the touchpoint", async () => {
    const result = await importFile(
      manager,
      file(
        "A-2;20.11.2026 9:00;Chat-palvelu;e-17;Asiointi;;;;;;",
        "A-3;20.11.2026 9:00;Kassa;Aino@Example.test;Asiointi;;;;;;",
      ),
    );
    expect(result.counts).toEqual([2, 0, 0]);
    expect(await encounter("A-2")).toMatchObject({
      employeeId: cast.aino.id,
      channel: "chat",
      customerId: null,
    });
    expect(await encounter("A-3")).toMatchObject({ employeeId: cast.aino.id, channel: "in_person" });
  });

  it("reads a file without touchpoint and type with the defaults chosen for it", async () => {
    const result = await importFile(manager, "id,date,time,employee\nD-1,2026-11-20,9.30,E-17\n", {
      mapping: { defaults: { touchpointId: cast.chat.id, encounterTypeId: cast.type.id, language: null } },
    });
    expect(result.counts).toEqual([1, 0, 0]);
    expect(await encounter("D-1")).toMatchObject({
      touchpointId: cast.chat.id,
      channel: "chat",
      occurredAt: new Date("2026-11-20T07:30:00Z"),
    });
  });

  it.each([
    ["UTF-8 with byte order mark", "utf-8", true],
    ["Windows-1252", "windows-1252", false],
    ["ISO-8859-1", "iso-8859-1", false],
    ["UTF-16 little-endian", "utf-16le", true],
    ["UTF-16 big-endian without mark", "utf-16be", false],
  ])("reads %s", async (name, encoding, addBOM) => {
    const reference = `ENC ${name}`;
    const text = file(
      `${reference};1.11.2026 10:00;Kassa;Åino Mäkelä;Asiointi;;Hölttä, "Ä";${encoding}@example.test;;;`,
    );
    const result = await importFile(manager, text.replaceAll('"', ""), { encoding, addBOM });
    expect(result.rejections).toEqual([]);
    expect((await encounter(reference))?.customer?.name).toBe("Hölttä, Ä");
  });

  it("keeps line breaks inside quotes and counts lines past them", async () => {
    const result = await importFile(
      manager,
      file(
        'N-1;20.11.2026 9:00;Kassa;E-17;Asiointi;;"Matti\nMeikäläinen";matti@example.test;;;',
        "N-2;x;Kassa;E-17;Asiointi;;;;;;",
      ),
    );
    expect(result.rejections).toEqual([[4, "Päivämäärä", "x", "notADate"]]);
    expect((await encounter("N-1"))?.customer?.name).toBe("Matti\nMeikäläinen");
  });
});

describe("the same file again", () => {
  const rows = () =>
    file(
      "S-1;20.11.2026 9:00;Kassa;E-17;Asiointi;;Sama;sama@example.test;fi;;",
      "S-2;20.11.2026;Kassa;E-17;Asiointi;phone;;;;;",
      "S-3;eilen;Kassa;E-17;Asiointi;;;;;;",
    );

  it("changes nothing, whenever it is imported and whatever the defaults have become", async () => {
    expect((await importFile(manager, rows())).counts).toEqual([2, 0, 1]);
    const before = await encounter("S-1");
    const later = makeScope({ ...manager, now: new Date("2026-11-25T06:00:00Z") });
    await withScope(cast.scope, (tx) =>
      tx.touchpoint.update({ where: key(cast.scope, cast.kassa.id), data: { channel: "video" } }),
    );
    const again = await importFile(later, rows());
    await withScope(cast.scope, (tx) =>
      tx.touchpoint.update({ where: key(cast.scope, cast.kassa.id), data: { channel: "in_person" } }),
    );
    expect(again.counts).toEqual([0, 2, 1]);
    expect(await encounter("S-1")).toEqual(before);
    const customers = await withScope(cast.scope, (tx) =>
      tx.customer.count({ where: { email: "sama@example.test" } }),
    );
    expect(customers).toBe(1);
  });

  it("refuses a known reference with other details instead of rewriting history", async () => {
    const changed = file(
      "S-1;20.11.2026 9:30;Kassa;E-17;Asiointi;;;;;;",
      "S-2;20.11.2026;Chat-palvelu;E-17;Asiointi;;;;;;",
      "S-2;20.11.2026;Kassa;E-17;Asiointi;chat;;;;;",
    );
    const result = await importFile(manager, changed);
    expect(result.rejections).toEqual([
      [2, "Päivämäärä", "20.11.2026 9:30", "referenceDiffers"],
      [3, "Kosketuspiste", "Chat-palvelu", "referenceDiffers"],
      [4, "Kanava", "chat", "referenceDiffers"],
    ]);
  });

  it("takes a row repeated in one file once", async () => {
    const row = "R-1;20.11.2026 9:00;Kassa;E-17;Asiointi;;;;;;";
    const result = await importFile(manager, file(row, row, row.replace("9:00", "9:01")));
    expect(result.counts).toEqual([1, 1, 1]);
    expect(result.rejections).toEqual([[4, "Päivämäärä", "20.11.2026 9:01", "referenceDiffers"]]);
  });

  it("stores each row once when two people import it at the same time", async () => {
    const text = file(
      ...Array.from(
        { length: 40 },
        (_, index) => `P-${index};20.11.2026 9:00;Kassa;E-17;Asiointi;;;p${index % 7}@example.test;;;`,
      ),
    );
    const owner = makeScope({ ...cast.owner.scope, now: NOW });
    const results = await Promise.all([importFile(manager, text), importFile(owner, text)]);
    expect(results.map((result) => result.counts[0]).sort()).toEqual([0, 40]);
    expect(results.map((result) => result.counts[1]).sort()).toEqual([0, 40]);
    const customers = await withScope(cast.scope, (tx) =>
      tx.customer.count({
        where: { email: { in: Array.from({ length: 7 }, (_, index) => `p${index}@example.test`) } },
      }),
    );
    expect(customers).toBe(7);
  });
});

describe("customers of imported encounters", () => {
  it("get what was missing and keep what they have; a refusal always counts", async () => {
    const { id } = await createCustomer(cast.scope, {
      name: "Vanha Nimi",
      email: "tayta@example.test",
      language: "en",
      segment: null,
      consent: "given",
    });
    await importFile(
      manager,
      file(
        "C-1;20.11.2026;Kassa;E-17;Asiointi;;Uusi Nimi;tayta@example.test;fi;Hopea;ei",
        "C-2;20.11.2026;Kassa;E-17;Asiointi;;;tayta@example.test;;Pronssi;kyllä",
      ),
    );
    const customer = await withScope(cast.scope, (tx) =>
      tx.customer.findUniqueOrThrow({ where: key(cast.scope, id) }),
    );
    expect(customer).toMatchObject({
      name: "Vanha Nimi",
      language: "en",
      segment: "Hopea",
      consent: "refused",
    });
    expect((await encounter("C-1"))?.segment).toBe("Hopea");
    expect((await encounter("C-2"))?.segment).toBe("Pronssi");
  });

  it("are told apart by their reference when they share an address", async () => {
    const header = "id,date,touchpoint,employee,type,customer id,email,customer name";
    await importFile(
      manager,
      [
        header,
        "F-1,2026-11-20,Kassa,E-17,Asiointi,C-1,perhe@example.test,Isä",
        "F-2,2026-11-20,Kassa,E-17,Asiointi,C-2,perhe@example.test,Äiti",
        "F-3,2026-11-20,Kassa,E-17,Asiointi,c-1,,",
        "F-4,2026-11-20,Kassa,E-17,Asiointi,,perhe@example.test,äiti",
      ].join("\n"),
    );
    const names = await Promise.all(
      ["F-1", "F-2", "F-3", "F-4"].map(async (one) => (await encounter(one))?.customer?.name),
    );
    expect(names).toEqual(["Isä", "Äiti", "Isä", "Äiti"]);
  });

  it("are found by reference and by name in later files, whatever their letters and spaces", async () => {
    const stored = { segment: null, consent: "given", email: null } as const;
    const byReference = await createCustomer(cast.scope, { ...stored, externalReference: "asiakas s 7" });
    const byName = await createCustomer(cast.scope, { ...stored, name: "Jussi  Kossi-Lassila" });
    const result = await importFile(
      manager,
      [
        "id,date,touchpoint,employee,type,customer id,customer name",
        "G-1,2026-11-20,Kassa,E-17,Asiointi,Asiakas  S 7,",
        "G-2,2026-11-20,Kassa,E-17,Asiointi,,jussi kossi-lassila",
      ].join("\n"),
    );
    expect(result.rejections).toEqual([]);
    expect((await encounter("G-1"))?.customerId).toBe(byReference.id);
    expect((await encounter("G-2"))?.customerId).toBe(byName.id);
  });
});

describe("who imports for whom", () => {
  it("rejects rows of employees outside a manager's locations", async () => {
    await createEmployee(cast.scope, { name: "Toisaalla", locationId: cast.otherLocation.id });
    const local = makeScope({ ...cast.localManager.scope, now: NOW });
    const result = await importFile(
      local,
      file("L-1;20.11.2026;Kassa;Toisaalla;Asiointi;;;;;;", "L-2;20.11.2026;Kassa;E-17;Asiointi;;;;;;"),
    );
    expect(result.rejections).toEqual([[2, "Työntekijä", "Toisaalla", "employeeOutside"]]);
    expect(await encounter("L-1")).toBeNull();
  });

  it("takes the employee at the own location where another elsewhere has the same name", async () => {
    const own = await createEmployee(cast.scope, { name: "Nimikaima", locationId: cast.location.id });
    await createEmployee(cast.scope, { name: "Nimikaima", locationId: cast.otherLocation.id });
    const local = makeScope({ ...cast.localManager.scope, now: NOW });
    await importFile(local, file("L-3;20.11.2026;Kassa;Nimikaima;Asiointi;;;;;;"));
    expect((await encounter("L-3"))?.employeeId).toBe(own.id);
  });

  it("never matches names of another organization", async () => {
    const other = await createSmallOrganization();
    const result = await importFile(
      makeScope({ ...other.manager.scope, now: NOW }),
      file("O-1;20.11.2026;Kassa;E-17;Asiointi;;;;;;"),
    );
    expect(result.rejections.map(([, , , reason]) => reason).sort()).toEqual([
      "unknownEmployee",
      "unknownEncounterType",
      "unknownTouchpoint",
    ]);
  });
});
