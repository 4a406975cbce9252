import type { Locale } from "@/i18n/locale";
import { DISTRIBUTION_MARGIN } from "@/metrics/disclosure";
import { intervalsOverlap } from "@/metrics/interval";
import { chooseText, type LocalizedText } from "@/server/input";
import type { CommentPlace, ReleasedReport } from "../schema";
import { describeCompetencies, labelOfPoint } from "./describe-competencies";
import { describeDevelopment } from "./describe-development";
import { describeRanking, describeSelf, findTotal } from "./describe-findings";
import { describeGroups, listNotices } from "./describe-groups";
import { type EvaluationTexts, makeEvaluationTexts, type Whose } from "./evaluation-texts";
import { listSides, tableFigures } from "./read-figures";
import type { CompetencyView, ReportView } from "./report-view";

/**
 * A released report in a language: what its page, its PDF and its CSV say, in the order they say it. Everything in it is
 * computed from the published figures and nothing else. The framework's texts fall back to the organization's language
 * where they are not translated.
 */
export function describeReport(report: ReleasedReport, language: Locale, timeZone: string): ReportView {
  const texts = makeEvaluationTexts(language, timeZone);
  const { t } = texts;
  const choose = (text: LocalizedText) => chooseText(text, language, report.organization.language);
  const whose = report.subject.kind === "employee" ? "others" : "all";
  const table = tableFigures(report.figures);
  const sides = listSides(report, texts);
  const competencies = describeCompetencies(report, table, sides, texts);
  const self = describeSelf(competencies, report.gapThreshold, texts);
  return {
    language,
    kindText: t(`kind.${report.subject.kind}`),
    organizationName: report.organization.name,
    subjectName: report.subject.name,
    cycleName: report.cycle.name,
    purpose: choose(report.cycle.purpose),
    day: texts.isoDay(report.releasedAt),
    facts: listFacts(report, texts),
    readersText: tellReaders(report, texts),
    notices: listNotices(report, texts),
    summary: summarize(report, competencies, self, whose, texts),
    scale: report.framework.definition.scale.map((_, index) => ({
      point: index + 1,
      label: labelOfPoint(report, index + 1, texts),
    })),
    sides,
    groups: describeGroups(report, texts),
    competencies,
    self,
    ...describeRanking(competencies, whose, texts),
    questions: report.framework.definition.questions.map(({ key, text }) => ({
      key,
      text: choose(text),
      places: describeComments(report, key, texts),
    })),
    development: describeDevelopment(report, table, whose, texts),
    explanations: explain(report, self, texts),
    releases: report.releases.map(({ number, releasedAt }) => ({
      number,
      text: t("release", { number, day: texts.day(releasedAt) }),
      isThis: number === report.number,
    })),
  };
}

function listFacts(report: ReleasedReport, texts: EvaluationTexts): ReportView["facts"] {
  const { t } = texts;
  const { subject, cycle, framework } = report;
  const facts: [label: string, value: string | null | undefined][] = [
    [t("fact.cycle"), cycle.name],
    [t("fact.collected"), texts.days(cycle.opensOn, cycle.closesOn)],
    [t("fact.released"), t("release", { number: report.number, day: texts.day(report.releasedAt) })],
    [t("fact.location"), subject.location?.name],
    [t("fact.manager"), subject.managerName],
    [t("fact.framework"), t("frameworkVersion", { name: framework.frameworkName, number: framework.number })],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

function tellReaders({ subject, cycle, ...report }: ReleasedReport, texts: EvaluationTexts): string {
  const { t } = texts;
  const delayed = report.subjectSeesFrom > report.releasedAt;
  const readers = [
    subject.kind === "employee"
      ? t(delayed ? "reader.subjectFrom" : "reader.subject", {
          name: subject.name,
          day: texts.day(report.subjectSeesFrom),
        })
      : null,
    cycle.managersSee && subject.managerName ? t("reader.manager", { name: subject.managerName }) : null,
    cycle.ownersSee ? t("reader.owners") : null,
  ].filter((reader) => reader !== null);
  return readers.length === 0 ? t("reader.nobody") : t("readers", { readers: texts.list(readers) });
}

/** How many answered, where the others see most and least, and whether oneself agrees. */
function summarize(
  report: ReleasedReport,
  competencies: readonly CompetencyView[],
  self: ReportView["self"],
  whose: Whose,
  { t }: EvaluationTexts,
): string[] {
  const others = report.cells.filter(({ cell, raters }) => cell !== "self" && raters !== null);
  const raters = others.reduce((sum, cell) => sum + (cell.raters ?? 0), 0);
  const ranked = competencies
    .flatMap(({ name, figures }) => {
      const total = findTotal(figures);
      return total?.value == null ? [] : [{ name, total, value: total.value }];
    })
    .sort((a, b) => b.value - a.value);
  const [highest, lowest] = [ranked.at(0), ranked.at(-1)];
  const apart =
    highest?.total.interval && lowest?.total.interval
      ? !intervalsOverlap(highest.total.interval, lowest.total.interval)
      : false;
  return [
    t("summary.raters", { n: raters, whose }),
    highest && lowest && highest.value > lowest.value
      ? t(apart ? "summary.competencies" : "summary.competenciesUncertain", {
          whose,
          highest: highest.name,
          highestMean: highest.total.valueText,
          lowest: lowest.name,
          lowestMean: lowest.total.valueText,
        })
      : null,
    self && summarizeSelf(self.blindSpots.length, self.hiddenStrengths.length, t),
  ].filter((sentence) => sentence !== null);
}

function summarizeSelf(blindSpots: number, hiddenStrengths: number, t: EvaluationTexts["t"]): string {
  if (blindSpots + hiddenStrengths === 0) return t("summary.selfAgrees");
  return t("summary.self", { blindSpots, hiddenStrengths });
}

/** The places of a question's comments in the order of the groups, those of groups that are too small at the end. */
function describeComments(
  report: ReleasedReport,
  itemKey: string,
  texts: EvaluationTexts,
): ReportView["questions"][number]["places"] {
  const places: CommentPlace[] = [...report.cells.map(({ cell }) => cell), "together"];
  return places.flatMap((place) => {
    const comments = report.comments.filter(
      (comment) => comment.itemKey === itemKey && comment.place === place,
    );
    if (comments.length === 0) return [];
    return [{ place, label: texts.t(`side.${place}`), comments: comments.map(({ text }) => text) }];
  });
}

function explain(report: ReleasedReport, self: ReportView["self"], texts: EvaluationTexts) {
  const { t } = texts;
  const { anonymityK: k, commentK } = report;
  const about = (
    key: "means" | "intervals" | "gaps" | "anonymity" | "distributions" | "comments" | "snapshot",
  ) => ({
    title: t(`explain.${key}.title`),
    text: t(`explain.${key}.text`, {
      k,
      commentK,
      enough: k + DISTRIBUTION_MARGIN,
      threshold: texts.mean(report.gapThreshold),
    }),
  });
  return [
    about("means"),
    about("intervals"),
    ...(self ? [about("gaps")] : []),
    about("anonymity"),
    about("distributions"),
    about("comments"),
    about("snapshot"),
  ];
}
