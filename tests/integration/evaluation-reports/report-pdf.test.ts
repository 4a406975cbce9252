import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { releaseReports } from "@/features/evaluation-reports/commands/release-reports";
import { createGoal } from "@/features/evaluation-reports/goals/commands/create-goal";
import { getReportPdf } from "@/features/evaluation-reports/queries/get-report-pdf";
import type { Locale } from "@/i18n/locale";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createReportCast, rateFromAllSides } from "./report-cast";

setUpTestDatabase();

async function print(scope: Scope, subjectId: string, language: Locale) {
  const { content, fileName } = await getReportPdf(scope, subjectId, { language });
  const document = await getDocumentProxy(new Uint8Array(content));
  const { text } = await extractText(document, { mergePages: true });
  const { info } = (await document.getMetadata()) as unknown as { info: Record<string, unknown> };
  const marks = (await document.getMarkInfo()) as { Marked: boolean } | null;
  return { text: text.replace(/[ \n]+/g, " "), fileName, info, marks };
}

describe("a released report as a PDF", () => {
  it("says in Finnish and English what the release shows, with goals, and nothing of hidden groups", async () => {
    const { manager, scope, cycle, subject, localManager } = await createReportCast();
    await rateFromAllSides(scope, subject);
    await releaseReports(manager.scope, cycle.id);
    await createGoal(localManager.scope, {
      subjectId: subject.id,
      title: "Kuuntelen loppuun",
      plan: "Odotan hetken.",
      competencyKey: "clarity",
      dueOn: "2027-02-01",
    });
    const { text, fileName, info, marks } = await print(localManager.scope, subject.id, "fi");
    for (const said of [
      "360-raportti",
      "Osa-alueet",
      "Osa-alue presence",
      "Sokeat pisteet",
      "Sanalliset vastaukset",
      "Customer one",
      "Manager's words",
      "Kehityssuunnitelma 1. Kuuntelen loppuun Odotan hetken. Osa-alue clarity · Viimeistään 1.2.2027",
      // p1: four customers gave 17, the colleagues and reports together 11 of five.
      "4,25 n = 4",
      "2,20 n = 5",
      "Näin luet raporttia",
    ]) {
      expect(text, said).toContain(said);
    }
    expect(marks?.Marked).toBe(true);
    expect(info).toMatchObject({ Language: "fi-FI" });
    expect(fileName).toMatch(/^360-raportti-\d{4}-\d{2}-\d{2}-[0-9a-f]{6}\.pdf$/);
    const english = await print(localManager.scope, subject.id, "en");
    for (const said of [
      "Competencies",
      "Blind spots",
      "4.25 n = 4",
      "What was written",
      "How to read this report",
    ])
      expect(english.text, said).toContain(said);
  });

  it("is for those who may see the report", async () => {
    const { manager, scope, cycle, subject, consultant } = await createReportCast();
    await rateFromAllSides(scope, subject);
    await releaseReports(manager.scope, cycle.id);
    for (const stranger of [manager.scope, consultant.scope, (await createReportCast()).localManager.scope]) {
      await expect(getReportPdf(stranger, subject.id, { language: "fi" })).rejects.toThrow(NotFoundError);
    }
  });
});
