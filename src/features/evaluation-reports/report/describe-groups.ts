import { isNamedGroup, type ReleasedReport, type ReportCell } from "../schema";
import type { EvaluationTexts } from "./evaluation-texts";
import type { GroupView, ReportNotice } from "./report-view";

/** Who was asked, how many answered, and what is shown together or not at all. */
export function describeGroups(report: ReleasedReport, texts: EvaluationTexts): GroupView[] {
  const isOnePerson = report.subject.kind === "employee";
  return report.cells.map((cell) => ({
    side: cell.cell,
    label: texts.side(cell.cell),
    madeOf: cell.groups.length > 1 ? texts.sides(cell.groups) : null,
    isShown: cell.raters !== null && cell.raters > 0,
    text: tellCount(cell, isNamedGroup(cell.cell, isOnePerson), report.anonymityK, texts),
  }));
}

function tellCount(cell: ReportCell, isNamed: boolean, k: number, { t }: EvaluationTexts): string {
  const { raters, invited } = cell;
  if (raters === null) return t("group.hidden", { k, invited });
  if (isNamed && invited === 1) return t(raters === 1 ? "group.answered" : "group.notAnswered");
  return t("group.counted", { raters, invited });
}

/** What of the groups is shown otherwise than one would think, in sentences. */
export function listNotices(report: ReleasedReport, texts: EvaluationTexts): ReportNotice[] {
  const { t, sides } = texts;
  const { anonymityK: k, cells, number } = report;
  const merged = cells.find(({ groups }) => groups.length > 1);
  const hidden = cells.filter(({ raters }) => raters === null);
  const notices: (ReportNotice | null)[] = [
    number > 1 ? { tone: "info", text: t("notice.again", { number, k }) } : null,
    merged ? { tone: "info", text: t("notice.merged", { groups: sides(merged.groups), k }) } : null,
    hidden.length > 0
      ? {
          tone: "warning",
          text: t("notice.hidden", { groups: sides(hidden.map(({ cell }) => cell)), k }),
        }
      : null,
  ];
  return notices.filter((notice) => notice !== null);
}
