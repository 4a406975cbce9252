import { MINIMUM_AUDITS } from "@/metrics/audit-figure";
import type { ReportNotice, ReportSource } from "./report";
import type { ReportTexts } from "./report-texts";

/**
 * What the score is to be read with, the most urgent first: not published yet, appeals and what came of them, an observation
 * is no mystery visit, one visit is one moment.
 */
export function listNotices(source: ReportSource, texts: ReportTexts): ReportNotice[] {
  const { t } = texts;
  const notices: ReportNotice[] = [];
  if (source.status !== "published") notices.push({ tone: "warning", text: t(`notice.${source.status}`) });
  const open = source.appeals.filter(({ status }) => status === "open").length;
  if (open > 0) notices.push({ tone: "warning", text: t("notice.appealOpen", { n: open }) });
  const changed = tellChange(source, texts);
  if (changed) notices.push({ tone: "info", text: changed });
  const upheld = source.appeals.filter(({ status }) => status === "upheld").length;
  if (upheld > 0) notices.push({ tone: "info", text: t("notice.appealUpheld", { n: upheld }) });
  if (source.kind === "observation") notices.push({ tone: "info", text: t("notice.observation") });
  if (source.status === "published") notices.push({ tone: "info", text: tellWeight(source, texts) });
  return notices;
}

/** How much one visit can say, beside the location's others. */
function tellWeight({ visitsOfLocation, kind }: ReportSource, { t }: ReportTexts): string {
  if (visitsOfLocation === null) return t("notice.oneVisit");
  const n = Math.max(1, visitsOfLocation);
  return t(n < MINIMUM_AUDITS ? "notice.provisional" : "notice.oneOfMany", { n, kind });
}

/** "Changed after an appeal on 3 Dec 2026: was 71%, failed." The earliest decision has what it was at first. */
function tellChange(source: ReportSource, { t, score, day }: ReportTexts): string | null {
  const changed = source.appeals
    .filter(({ status, decidedAt }) => status === "changed" && decidedAt)
    .sort((a, b) => Number(a.decidedAt) - Number(b.decidedAt));
  const [first] = changed;
  const last = changed.at(-1);
  if (!first || !last?.decidedAt) return null;
  const before = score(first.scoreBefore);
  const values = { n: changed.length, day: day(last.decidedAt), before, after: score(source.score) };
  const text = t("notice.appealChanged", values);
  if (first.failedBefore === null || first.failedBefore === source.isFailed) return text;
  return `${text} ${t(first.failedBefore ? "notice.wasFailed" : "notice.wasPassed")}`;
}
