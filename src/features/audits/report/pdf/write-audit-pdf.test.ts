import sharp from "sharp";
import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { AuditFormDefinition } from "@/features/audit-forms/schema";
import type { Locale } from "@/i18n/locale";
import { type PrintedPicture, printPhoto } from "@/server/pdf/print-picture";
import { buildAuditReport } from "../build-audit-report";
import type { ReportSource } from "../report";
import { makeSource, no, value, yes, yesNo } from "../report-source.test-support";
import { makeReportTexts } from "../report-texts";
import { writeAuditPdf } from "./write-audit-pdf";

const ZONE = "Europe/Helsinki";
const answers = {
  greeted: value({ number: 0, comment: "Šokki: ”äänetön” — 😀👍🏽 Пока, 谢谢!" }),
  smiled: yes,
  honest: no,
  listened: value({ optionKeys: ["p2"] }),
};

async function write(source: ReportSource, language: Locale, photos = new Map<string, PrintedPicture>()) {
  const report = buildAuditReport(source, language, ZONE);
  const look = { accent: "#1d5c63", logo: null };
  const madeAt = new Date("2026-11-22T10:00:00Z");
  return writeAuditPdf(report, makeReportTexts(language, ZONE), { look, photos, madeAt });
}

/** The words of a PDF, page by page; what one line breaks is one space. */
async function read(pdf: Uint8Array) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> };
  const marks = (await document.getMarkInfo()) as { Marked: boolean } | null;
  const first = await document.getPage(1);
  const tree = JSON.stringify(await first.getStructTree());
  const pages = text.map((page) => page.replace(/[ \n]+/g, " "));
  return { pages, text: pages.join(" "), info, marks, tree, size: first.view };
}

const photo = async (): Promise<PrintedPicture> =>
  printPhoto(
    await sharp({ create: { width: 1200, height: 1600, channels: 3, background: "#888" } })
      .png()
      .toBuffer(),
  );

describe("the report as a PDF", () => {
  it("says in Finnish what the page says, typeset as Finnish is", async () => {
    const { text, info, marks, tree, size, pages } = await read(await write(makeSource(answers), "fi"));
    for (const said of [
      "Auditointiraportti · Mysteerikäynti",
      "Lahti · 20.11.2026",
      "Hylätty",
      "Yksi kriittinen kohta jäi täyttymättä, joten käynti on hylätty pisteistä riippumatta.",
      "Täyttymättä jääneet kriittiset kohdat",
      "Ajankohta 20.11.2026, 14.05–14.25",
      // Texts are read with plain spaces, whether they break or not.
      "1 Tervehdys 25 %",
      // A minus and a decimal comma.
      "−18,8 %-yks.",
      "Palvelustandardin kohta: Rehellisyys",
      "1.1 Kohta greeted Ei täyttynyt 0/1 p",
      `1/${pages.length}`,
    ]) {
      expect(text, said).toContain(said);
    }
    expect(info).toMatchObject({
      Title: "Auditointiraportti · Lahti · 20.11.2026",
      Author: "Kotikulma",
      Language: "fi-FI",
    });
    expect(marks?.Marked).toBe(true);
    expect(tree).toContain('"role":"H1"');
    expect(size.map(Math.round)).toEqual([0, 0, 595, 842]);
    expect(text).not.toContain("Aino Auditoija");
  });

  it("says the same in English, and marks an observation as one", async () => {
    const source = makeSource(answers, { kind: "observation", programme: null });
    const { text, info } = await read(await write(source, "en"));
    for (const said of [
      "Audit report · Open observation",
      "Open observation: the employee knew of it beforehand.",
      "Failed",
      "Critical items not met",
      "−18.8 pp of the total",
      "The observer’s comment",
      "Observer Aino Auditoija",
    ]) {
      expect(text, said).toContain(said);
    }
    expect(info.Language).toBe("en-GB");
  });

  it("prints letters of other languages, leaves pictures out and shows where letters are missing", async () => {
    const { text } = await read(await write(makeSource(answers), "fi"));
    expect(text).toContain("Šokki: ”äänetön” — Пока, […]!");
  });

  it("keeps every word of long texts and large forms, over many pages", async () => {
    const words = Array.from({ length: 2500 }, (_, index) => `sana${index}`).join(" ");
    const form: AuditFormDefinition = {
      intro: {},
      isCapped: true,
      sections: [1, 2, 3].map((section) => ({
        key: `s${section}`,
        title: { fi: `Osio numero ${section}` },
        intro: {},
        weight: section,
        items: Array.from({ length: 20 }, (_, index) =>
          yesNo(`i${section}-${index}`, {
            text: { fi: `Kysymys ${section}/${index}: ${"pitkä ".repeat(index)}?` },
          }),
        ),
      })),
    };
    const given = Object.fromEntries(
      form.sections.flatMap(({ items }) =>
        items.map(({ key }, index) => [
          key,
          value({ number: index % 3 === 0 ? 0 : 1, comment: index === 4 ? words : null }),
        ]),
      ),
    );
    const { pages, text } = await read(await write(makeSource(given, { summary: words }, form), "fi"));
    expect(pages.length).toBeGreaterThan(10);
    for (const word of ["sana900 ", "sana1249 ", "sana2499"]) {
      // The summary and three comments.
      expect(text.split(word).length - 1, word).toBe(4);
    }
    expect(text.match(/Kysymys \d\/\d+:/g)?.length).toBeGreaterThanOrEqual(60);
    expect(pages.at(-1)).toContain(`${pages.length}/${pages.length}`);
    // No page is left with a footer alone.
    for (const page of pages) expect(page.length).toBeGreaterThan(120);
  });

  it("lets others have their turn between items, however much was written about them", async () => {
    const items = Array.from({ length: 30 }, (_, index) => yesNo(`i${index}`));
    const form: AuditFormDefinition = {
      intro: {},
      isCapped: true,
      sections: [{ key: "all", title: { en: "All" }, intro: {}, weight: 1, items }],
    };
    const comment = "nobody was there ".repeat(60);
    const long = Object.fromEntries(items.map(({ key }) => [key, value({ number: 0, comment })]));
    let turns = 0;
    let isDone = false;
    const takeTurn = () => {
      turns += 1;
      if (!isDone) setImmediate(takeTurn);
    };
    const written = write(makeSource(long, {}, form), "en");
    setImmediate(takeTurn);
    await written;
    isDone = true;
    expect(turns).toBeGreaterThan(items.length / 2);
  });

  it("shows photos under their items, with words for those who do not see them", async () => {
    const file = { contentType: "image/jpeg", width: 1200, height: 1600, bytes: 1, appealMessageId: null };
    const files = ["a", "b", "gone"].map((id) => ({ ...file, id, itemKey: "greeted" }));
    const photos = new Map([
      ["a", await photo()],
      ["b", await photo()],
    ]);
    const pdf = await write(makeSource(answers, { files }), "fi", photos);
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const trees = [];
    for (let page = 1; page <= document.numPages; page += 1) {
      trees.push(JSON.stringify(await (await document.getPage(page)).getStructTree()));
    }
    const tree = trees.join("");
    expect(tree).toContain("Kuva 1 kohdasta 1.1: Kohta greeted");
    expect(tree).toContain("Kuva 2 kohdasta 1.1");
    expect(tree).not.toContain("Kuva 3");
    expect(photos.get("a")).toMatchObject({ width: 480, height: 640 });
  });
});
