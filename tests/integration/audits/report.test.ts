import { parse } from "csv-parse/sync";
import sharp from "sharp";
import { extractText, getDocumentProxy } from "unpdf";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { AuditTable } from "@/features/audits/export/audit-sheets";
import { writeAuditCsv } from "@/features/audits/export/write-audit-csv";
import { getAuditPdf } from "@/features/audits/queries/get-audit-pdf";
import { getAuditReport } from "@/features/audits/queries/get-audit-report";
import { buildAuditReport } from "@/features/audits/report/build-audit-report";
import { makeReportTexts } from "@/features/audits/report/report-texts";
import { formatPlain } from "@/metrics/format";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createAuditForm, type TestAuditForm } from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();
const DAY = 86_400_000;
const ZONE = "Europe/Helsinki";
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let form: TestAuditForm;
let named: { id: string; score: number | null };

const visit = (overrides: object = {}) => ({
  form,
  auditorMemberId: small.consultant.memberId,
  reviewerMemberId: small.owner.memberId,
  locationId: small.location.id,
  touchpointId: small.touchpoint.id,
  visitStartedAt: new Date(small.scope.now.getTime() - 10 * DAY),
  ...overrides,
});

beforeAll(async () => {
  small = await createSmallOrganization({ timeZone: ZONE, language: "fi" });
  form = await createAuditForm(small.scope, { name: "Käynti" });
  named = await createAudit(
    small.scope,
    visit({
      employeeId: small.employee.id,
      summary: '=HYPERLINK("http://x.test")',
      answers: {
        greeted: { number: 0, comment: "@Myyjä oli, mutta poissa." },
        smiled: true,
        honest: false,
        listened: "p3",
      },
    }),
  );
});

async function storePhoto(auditId: string, itemKey: string, content: Buffer) {
  const { organizationId, now } = small.scope;
  await withScope(small.scope, (tx) =>
    tx.auditFile.createMany({
      data: {
        organizationId,
        auditId,
        itemId: form.itemIds[itemKey] as string,
        clientKey: uuidv7(),
        contentType: "image/jpeg",
        bytes: content.length,
        width: 800,
        height: 600,
        storage: "database",
        content: new Uint8Array(content),
        uploadedByMemberId: small.consultant.memberId,
        createdAt: now,
      },
    }),
  );
}

async function read(pdf: Uint8Array) {
  const document = await getDocumentProxy(pdf);
  const { text } = await extractText(document, { mergePages: true });
  return { text: text.replace(/\s+/g, " "), document };
}

describe("the PDF of an audit", () => {
  it("has its photos, its words in the language asked for, and nobody in its name", async () => {
    const picture = { width: 800, height: 600, channels: 3 as const, background: "#456" };
    await storePhoto(named.id, "greeted", await sharp({ create: picture }).jpeg().toBuffer());
    await storePhoto(named.id, "greeted", Buffer.from("no picture"));
    const { content, fileName } = await getAuditPdf(small.owner.scope, named.id, "fi");
    expect(fileName).toMatch(/^auditointiraportti-\d{4}-\d\d-\d\d-[0-9a-f]{6}\.pdf$/);
    const { text, document } = await read(content);
    expect(text).toContain("Hylätty");
    expect(text).toContain("1.1 Kysymys greeted? Ei täyttynyt");
    expect(text).toContain("Myyjä oli, mutta poissa.");
    const trees = [];
    for (let page = 1; page <= document.numPages; page += 1) {
      trees.push(JSON.stringify(await (await document.getPage(page)).getStructTree()));
    }
    // The one that is no picture is left out, and the report is written.
    expect(trees.join("").match(/"role":"Figure"/g)).toHaveLength(1);
    const english = await getAuditPdf(small.employeeMember.scope, named.id, "en");
    expect(english.fileName).toMatch(/^audit-report-/);
    expect((await read(english.content)).text).toContain("Failed");
  });

  it("never names who made a mystery visit, also for those who see it on the page", async () => {
    const { auditor } = await getAuditReport(small.owner.scope, named.id);
    const { text } = await read((await getAuditPdf(small.owner.scope, named.id, "en")).content);
    expect(auditor.name).toBeTruthy();
    expect(text).not.toContain(auditor.name);
  });
});

describe("the report of an audit", () => {
  it("counts the visits of the location that its reader counts, of its own kind", async () => {
    await createAudit(small.scope, visit());
    await createAudit(small.scope, visit({ kind: "observation" }));
    await createAudit(small.scope, visit({ status: "submitted" }));
    await createAudit(small.scope, visit({ locationId: small.otherLocation.id }));
    const visits = async (scope: Scope) => (await getAuditReport(scope, named.id)).visitsOfLocation;
    expect(await visits(small.owner.scope)).toBe(2);
    expect(await visits(small.localManager.scope)).toBe(2);
    // Who sees the own ones alone cannot tell how many there are.
    expect(await visits(small.employeeMember.scope)).toBeNull();
  });

  it("tells the outcome of appeals beside the score, and who made the visit only to those who may know", async () => {
    const { organizationId, now } = small.scope;
    const audit = await createAudit(small.scope, visit({ employeeId: small.employee.id }));
    await withScope(small.scope, async (tx) => {
      await tx.auditAppeal.createMany({
        data: {
          organizationId,
          auditId: audit.id,
          itemId: form.itemIds.greeted as string,
          kind: "factual_error",
          status: "changed",
          openedAt: now,
          decidedAt: now,
          decision: "Kuva osoittaa sen.",
          scoreBefore: 75,
          scoreAfter: 100,
        },
      });
      await tx.auditReply.createMany({
        data: {
          organizationId,
          auditId: audit.id,
          text: "Olin yksin.",
          writtenAs: "employee",
          writtenAt: now,
        },
      });
    });
    const reportFor = async (scope: Scope) =>
      buildAuditReport(await getAuditReport(scope, audit.id), "fi", ZONE);
    const report = await reportFor(small.owner.scope);
    expect(report.notices[0]?.text).toMatch(/ennen 75\s%, nyt 100\s%\.$/);
    expect(report.replies).toMatchObject([{ text: "Olin yksin." }]);
    const tells = async (scope: Scope) =>
      (await reportFor(scope)).facts.some(({ label }) => label === "Auditoija");
    expect(await tells(small.owner.scope)).toBe(true);
    expect(await tells(small.localManager.scope)).toBe(false);
    expect(await tells(small.employeeMember.scope)).toBe(false);
  });
});

describe("audits as CSV", () => {
  async function rowsOf(scope: Scope, table: AuditTable, filters = {}) {
    const texts = makeReportTexts("en", ZONE);
    let csv = "";
    for await (const part of writeAuditCsv(scope, table, filters, { texts, fallback: "fi" })) csv += part;
    return parse(csv, { bom: true, columns: true }) as Record<string, string>[];
  }

  it("has each published audit the reader sees once, with figures for machines and no formula", async () => {
    const rows = await rowsOf(small.owner.scope, "audits");
    const row = rows.find((found) => found["Audit id"] === named.id);
    expect(row).toMatchObject({
      Kind: "Mystery visit",
      Form: "Käynti",
      "Score (%)": formatPlain((named.score as number) / 100, "share"),
      Verdict: "Failed",
      Summary: `'=HYPERLINK("http://x.test")`,
    });
    expect(new Set(rows.map((found) => found["Audit id"])).size).toBe(rows.length);
    const own = await rowsOf(small.employeeMember.scope, "audits");
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(rows.length);
    expect(own.every(({ Auditor }) => Auditor === "")).toBe(true);
    const observed = await rowsOf(small.owner.scope, "audits", { kind: "observation" });
    expect(observed.map(({ Kind }) => Kind)).toEqual(["Open observation"]);
  });

  it("has a row for each section and item", async () => {
    const mine = (found: Record<string, string>) => found["Audit id"] === named.id;
    const sections = (await rowsOf(small.owner.scope, "sections")).filter(mine);
    expect(sections.map((row) => [row.Section, row["Section score (%)"]])).toEqual([
      ["Greeting", "50.0"],
      ["Service", "60.0"],
    ]);
    const items = (await rowsOf(small.owner.scope, "items")).filter(mine);
    expect(items.map((row) => [row.Item, row.Result, row.Answer, row.Points])).toEqual([
      ["greeted", "Not met", "No", "0.00"],
      ["smiled", "Met", "Yes", "1.00"],
      ["honest", "Not met", "No", "0.00"],
      ["listened", "Not met", "3", "3.00"],
    ]);
    expect(items[0]?.Comment).toBe("'@Myyjä oli, mutta poissa.");
  });
});
