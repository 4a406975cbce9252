import { percentAsShare } from "@/metrics/format";
import { chooseText, type LocalizedText } from "@/server/input";
import { count, day, type SheetCell, type SheetColumn, text, value } from "@/server/sheet";
import { describeAnswer } from "../report/describe-answer";
import type { ReportTexts } from "../report/report-texts";
import { countVisitMinutes } from "../rules";
import type { ExportedAudit, ExportedItem } from "./schema";

/** The tables of audits there are to save: a row per audit, per section of an audit, per item of an audit. */
export const AUDIT_TABLES = ["audits", "sections", "items"] as const;
export type AuditTable = (typeof AUDIT_TABLES)[number];

type Row = readonly SheetCell[];
/** A column's key among the texts, its unit, and what it holds. */
type Cells<T> = readonly (readonly [key: string, cell: (subject: T) => SheetCell, unit?: "share"])[];

type Writer = { columns: SheetColumn[]; rows(audits: readonly ExportedAudit[], items: Items): Row[] };
type Items = ReadonlyMap<string, readonly ExportedItem[]>;

/** How a table is written in a reader's words; texts of forms fall back to the organization's language. */
export function makeAuditTable(table: AuditTable, texts: ReportTexts, fallback: string): Writer {
  const choose = (localized: LocalizedText) => chooseText(localized, texts.locale, fallback);
  const label = (key: string) => texts.t(`export.column.${key}` as "export.column.kind");
  const columns = <T>(cells: Cells<T>): SheetColumn[] =>
    cells.map(([key, , unit]) => ({ label: label(key), ...(unit ? { unit } : {}) }));
  const write = <T>(cells: Cells<T>, subject: T): Row => cells.map(([, cell]) => cell(subject));

  if (table === "audits") {
    const cells: Cells<ExportedAudit> = [...visitCells(texts), ...auditCells(texts)];
    return { columns: columns(cells), rows: (audits) => audits.map((audit) => write(cells, audit)) };
  }
  if (table === "sections") {
    type Subject = { audit: ExportedAudit; section: ExportedAudit["sections"][number] };
    const cells: Cells<Subject> = [
      ...visitCells(texts).map(([key, cell]) => [key, ({ audit }: Subject) => cell(audit)] as const),
      ["section", ({ section }) => text(choose(section.title) || section.key)],
      ["weight", ({ section }) => value(section.weight, "mean")],
      ["sectionScore", ({ section }) => value(percentAsShare(section.score), "share"), "share"],
      ["auditId", ({ audit }) => text(audit.id)],
    ];
    return {
      columns: columns(cells),
      rows: (audits) =>
        audits.flatMap((audit) => audit.sections.map((section) => write(cells, { audit, section }))),
    };
  }
  type Subject = { audit: ExportedAudit; item: ExportedItem };
  const cells: Cells<Subject> = [
    ...visitCells(texts).map(([key, cell]) => [key, ({ audit }: Subject) => cell(audit)] as const),
    ...itemCells(texts, choose).map(([key, cell]) => [key, ({ item }: Subject) => cell(item)] as const),
    ["auditId", ({ audit }) => text(audit.id)],
  ];
  return {
    columns: columns(cells),
    rows: (audits, items) =>
      audits.flatMap((audit) => (items.get(audit.id) ?? []).map((item) => write(cells, { audit, item }))),
  };
}

/** What every table says of the visit a row is of. */
function visitCells({ t, common, isoMoment }: ReportTexts): Cells<ExportedAudit> {
  return [
    ["visitBegan", ({ visitStartedAt }) => text(isoMoment(visitStartedAt))],
    ["kind", ({ kind }) => text(t(`kind.${kind}`))],
    ["form", ({ form }) => text(form.name)],
    ["version", ({ form }) => count(form.version)],
    ["location", ({ location }) => text(location.name)],
    ["touchpoint", ({ touchpoint }) => text(touchpoint.name)],
    ["employee", ({ employee }) => text(employee?.name ?? null)],
    ["channel", ({ channel }) => text(common(`channel.${channel}`))],
  ];
}

function auditCells({ t, isoDay }: ReportTexts): Cells<ExportedAudit> {
  return [
    ["minutes", ({ visitStartedAt, visitEndedAt }) => count(countVisitMinutes(visitStartedAt, visitEndedAt))],
    ["programme", ({ programme }) => text(programme?.name ?? null)],
    ["encounterType", ({ encounterType }) => text(encounterType?.name ?? null)],
    ["auditor", ({ auditor }) => text(auditor?.name ?? null)],
    ["score", ({ score }) => value(percentAsShare(score), "share"), "share"],
    [
      "verdict",
      ({ isFailed, score }) => text(t(`verdict.${isFailed ? "failed" : score === null ? "none" : "passed"}`)),
    ],
    ["timesReturned", ({ timesReturned }) => count(timesReturned)],
    ["published", ({ publishedAt }) => day(isoDay(publishedAt))],
    ["appealsOpen", ({ appeals }) => count(appeals.open)],
    ["appealsUpheld", ({ appeals }) => count(appeals.upheld)],
    ["appealsChanged", ({ appeals }) => count(appeals.changed)],
    ["summary", ({ summary }) => text(summary)],
    ["strengths", ({ strengths }) => text(strengths)],
    ["suggestions", ({ suggestions }) => text(suggestions)],
    ["auditId", ({ id }) => text(id)],
  ];
}

function itemCells(texts: ReportTexts, choose: (text: LocalizedText) => string): Cells<ExportedItem> {
  const { t } = texts;
  const yesNo = (is: boolean) => text(is ? t("export.yes") : t("export.no"));
  return [
    ["section", ({ sectionTitle, sectionKey }) => text(choose(sectionTitle) || sectionKey)],
    ["item", ({ item }) => text(item.key)],
    ["itemText", ({ item }) => text(choose(item.text))],
    ["itemKind", ({ item }) => text(t(`export.kind.${item.kind}`))],
    ["critical", ({ item }) => yesNo("isCritical" in item && item.isCritical)],
    ["bonus", ({ item }) => yesNo("isBonus" in item && item.isBonus)],
    ["aboutCustomer", ({ item }) => yesNo(item.about === "customer")],
    ["result", ({ result }) => text(t(`result.${result}`))],
    ["answer", ({ item, answer }) => text(describeAnswer(item, answer ?? undefined, texts, choose))],
    ["points", ({ answer }) => value(answer?.earned ?? null, "mean")],
    ["possible", ({ answer }) => value(answer?.possible ?? null, "mean")],
    ["comment", ({ answer }) => text(answer?.comment ?? null)],
    ["photos", ({ photos }) => count(photos)],
  ];
}
