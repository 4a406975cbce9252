import type { Locale } from "@/i18n/locale";
import { chooseText, type LocalizedText } from "@/server/input";
import { listFacts } from "./list-facts";
import { listNotices } from "./list-notices";
import { listReportItems } from "./list-report-items";
import type { AuditReport, ReportItem, ReportSource } from "./report";
import { makeReportTexts } from "./report-texts";

/** How many items that went well a report names; more would say less. */
const STRENGTHS_NAMED = 5;
/** Characters of a comment that is told twice. */
const MOST_QUOTED = 320;

/**
 * The report of an audit in a language: what its page and its PDF say, in the order they say it. The form's texts fall back to
 * the organization's language where they are not translated. Nothing answered: score "–", no verdict.
 */
export function buildAuditReport(source: ReportSource, language: Locale, timeZone: string): AuditReport {
  const texts = makeReportTexts(language, timeZone);
  const { t } = texts;
  const choose = (text: LocalizedText) => chooseText(text, language, source.organization.language);
  const { definition } = source.form;
  const { items, losses } = listReportItems(source, texts, choose);
  const scoreOf = new Map(source.sections.map(({ key, score }) => [key, score]));
  const weights = definition.sections.reduce(
    (sum, { key, weight }) => (scoreOf.get(key) == null ? sum : sum + weight),
    0,
  );
  const sections = definition.sections.map((section, index) => {
    const score = scoreOf.get(section.key) ?? null;
    const own = items.filter((item) => item.sectionKey === section.key);
    const failedItems = own.filter(({ result }) => result === "failed").length;
    return {
      key: section.key,
      number: String(index + 1),
      title: choose(section.title),
      score,
      scoreText: texts.score(score),
      weightText:
        definition.sections.length > 1 && score !== null && weights > 0
          ? t("weight", { share: texts.score((100 * section.weight) / weights) })
          : null,
      failedItems,
      outcomeText: tellOutcome(own, score, failedItems, t),
      items: own.map(withoutSection),
    };
  });
  const failed = items.filter(({ result }) => result === "failed");
  const criticalFailures = failed
    .filter(({ isCritical }) => isCritical)
    .map(withoutSection)
    .map(inBrief);
  const full = items
    .filter(({ result, isFull }) => result === "passed" && isFull)
    .sort((a, b) => Number(Boolean(b.comment)) - Number(Boolean(a.comment)) || b.weight - a.weight);
  const verdict = source.isFailed ? "failed" : source.score === null ? "none" : "passed";
  const isObservation = source.kind === "observation";
  return {
    id: source.id,
    language,
    status: source.status,
    isObservation,
    organizationName: source.organization.name,
    kindText: t(`kind.${source.kind}`),
    formName: source.form.formName,
    subject: [source.location.name, source.visitStartedAt && texts.day(source.visitStartedAt)]
      .filter(Boolean)
      .join(" · "),
    score: source.score,
    scoreText: texts.score(source.score),
    verdict,
    verdictText: t(`verdict.${verdict}`),
    meaning: [
      verdict === "failed" && t("meaning.failed", { n: criticalFailures.length }),
      verdict === "none" && t("meaning.none"),
      tellCounts(items, texts.t),
    ]
      .filter(Boolean)
      .join(" "),
    notices: listNotices(source, texts),
    criticalFailures,
    facts: listFacts(source, texts),
    summary: source.summary,
    sections,
    strengths: {
      text: source.strengths,
      items: full.slice(0, STRENGTHS_NAMED).map(withoutSection).map(inBrief),
      more: Math.max(0, full.length - STRENGTHS_NAMED),
    },
    development: {
      text: source.suggestions,
      items: failed
        .sort(
          (a, b) =>
            Number(b.isCritical) - Number(a.isCritical) || (losses[b.key] ?? 0) - (losses[a.key] ?? 0),
        )
        .map(withoutSection),
    },
    replies: source.replies.map(({ text, writtenAs, writtenAt }) => ({
      heading: t(`reply.${writtenAs}`, { day: texts.day(writtenAt) }),
      text,
    })),
    photos: source.files.filter((file) => file.itemKey === null && file.appealMessageId === null),
    day: source.visitStartedAt && texts.isoDay(source.visitStartedAt),
  };
}

type ItemWithSection = ReturnType<typeof listReportItems>["items"][number];

function withoutSection({ sectionKey: _, isFull: __, weight: ___, ...item }: ItemWithSection): ReportItem {
  return item;
}

/** Where an item is named again, with the beginning of a long comment; the whole of it stands with the item. */
function inBrief(item: ReportItem): ReportItem {
  const { comment } = item;
  if (comment === null || comment.length <= MOST_QUOTED) return item;
  return { ...item, comment: `${comment.slice(0, MOST_QUOTED).replace(/\s+\S*$/, "")} …` };
}

/** A section with nothing failed may still be short of 100 %, and one with a failure may reach it: both are explained. */
function tellOutcome(
  items: readonly ItemWithSection[],
  score: number | null,
  failedItems: number,
  t: ReturnType<typeof makeReportTexts>["t"],
): string {
  if (score === null) return t("noScore");
  if (failedItems === 0 && score < 100) return t("partlyMet");
  const outcome = t("failedItems", { n: failedItems });
  const hasBonus = items.some(({ isBonus, result }) => isBonus && result === "passed");
  return failedItems > 0 && hasBonus ? t("withBonus", { outcome }) : outcome;
}

/** "15 of the 18 items judged were met." */
function tellCounts(
  items: readonly ItemWithSection[],
  t: ReturnType<typeof makeReportTexts>["t"],
): string | null {
  const judged = items.filter(
    ({ result, isBonus }) => (result === "passed" || result === "failed") && !isBonus,
  );
  if (judged.length === 0) return null;
  const met = judged.filter(({ result }) => result === "passed").length;
  return met === judged.length
    ? t("meaning.allMet", { n: met })
    : t("meaning.met", { met, judged: judged.length });
}
