import "server-only";
import type { Locale } from "@/i18n/locale";
import { processWide } from "@/server/api/process-wide";
import { NotFoundError } from "@/server/errors";
import { limitConcurrency } from "@/server/limit-concurrency";
import { readLetterhead } from "@/server/pdf/letterhead";
import { type PrintedPicture, printOrSkip, printPhoto } from "@/server/pdf/print-picture";
import type { Scope } from "@/server/scope";
import { buildAuditReport } from "../report/build-audit-report";
import { writeAuditPdf } from "../report/pdf/write-audit-pdf";
import type { AuditReport } from "../report/report";
import { makeReportTexts } from "../report/report-texts";
import { getAuditFile } from "./get-audit-file";
import { getAuditReport } from "./get-audit-report";

/** More photos than this are on the screen only: a report that no mail takes is no report. */
const MOST_PHOTOS = 120;

/** Drawing takes the processor for a moment; a few at once, the others wait their turn. */
const inTurn = processWide("auditPdfsInTurn", () => limitConcurrency(2));

/**
 * The report of an audit as a PDF, for somebody who may see it; else, and for a draft, NotFoundError. A PDF is handed on, so
 * a mystery visit's auditor is never named in it, nor anybody in the file's name.
 */
export async function getAuditPdf(
  scope: Scope,
  auditId: string,
  language: Locale,
): Promise<{ content: Uint8Array<ArrayBuffer>; fileName: string }> {
  const source = await getAuditReport(scope, auditId);
  if (source.status === "draft") throw new NotFoundError();
  const report = buildAuditReport({ ...source, mayKnowAuditor: false }, language, scope.timeZone);
  const texts = makeReportTexts(language, scope.timeZone);
  const content = await inTurn(async () =>
    writeAuditPdf(report, texts, {
      look: await readLetterhead(scope),
      photos: await readPhotos(scope, report),
      madeAt: scope.now,
    }),
  );
  const parts = [texts.t("pdf.fileName"), report.day, auditId.slice(-6)];
  return { content, fileName: `${parts.filter(Boolean).join("-")}.pdf` };
}

/** One after another: a large photo takes memory only while it is made small. */
async function readPhotos(scope: Scope, report: AuditReport): Promise<Map<string, PrintedPicture>> {
  const files = [
    ...report.sections.flatMap(({ items }) => items.flatMap((item) => item.photos)),
    ...report.photos,
  ];
  const photos = new Map<string, PrintedPicture>();
  for (const { id } of files.slice(0, MOST_PHOTOS)) {
    const printed = await printOrSkip(
      getAuditFile(scope, report.id, id).then(({ content }) => content && printPhoto(content)),
      { fileId: id },
    );
    if (printed) photos.set(id, printed);
  }
  return photos;
}
