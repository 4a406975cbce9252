import { isAnswered, isAnswerFailed, isScored, passPointsOf, scoreItem } from "@/features/audit-forms/rules";
import type { AuditAnswerValue, AuditFormItem } from "@/features/audit-forms/schema";
import { listItemLosses } from "@/metrics/audit-losses";
import type { LocalizedText } from "@/server/input";
import { describeAnswer } from "./describe-answer";
import type { ItemResult, ReportItem, ReportSource } from "./report";
import type { ReportTexts } from "./report-texts";

/** An item with what orders lists of items. */
type ListedItem = ReportItem & { sectionKey: string; isFull: boolean; weight: number };

/** Every item of the audit's form with its answer, in the form's order, and by key what each took from the total. */
export function listReportItems(
  source: ReportSource,
  texts: ReportTexts,
  choose: (text: LocalizedText) => string,
): { items: ListedItem[]; losses: Record<string, number> } {
  const losses = lossesByKey(source);
  const behaviours = new Map(source.behaviours.map(({ id, name }) => [id, choose(name)]));
  const items = source.form.definition.sections.flatMap((section, sectionIndex) =>
    section.items.map((item, index): ListedItem => {
      const answer = source.answers[item.key];
      const scored = answer ? scoreItem(item, answer) : null;
      const loss = losses[item.key] ?? 0;
      return {
        key: item.key,
        sectionKey: section.key,
        number: `${sectionIndex + 1}.${index + 1}`,
        text: choose(item.text),
        kind: item.kind,
        isAboutCustomer: item.about === "customer",
        isCritical: isScored(item) && item.isCritical,
        isBonus: isScored(item) && item.isBonus,
        weight: isScored(item) ? item.weight : 0,
        isFull: scored !== null && scored.earned >= scored.possible,
        result: findItemResult(item, answer),
        answer: describeAnswer(item, answer, texts, choose),
        comment: answer?.comment || null,
        points: scored && `${texts.number(scored.earned)}/${texts.number(scored.possible)}`,
        loss: loss >= 0.05 ? texts.difference(-loss) : null,
        behaviour: (item.behaviourId && behaviours.get(item.behaviourId)) || null,
        guidance: choose(item.guidance) || null,
        goodExample: choose(item.goodExample) || null,
        suggestion: choose(item.suggestion) || null,
        photos: source.files.filter((file) => file.itemKey === item.key && file.appealMessageId === null),
        appeal: describeAppeal(source, item.key, texts),
      };
    }),
  );
  return { items, losses };
}

/** How an answered, unanswered or inapplicable item came out. */
export function findItemResult(item: AuditFormItem, answer: AuditAnswerValue | undefined): ItemResult {
  if (!answer || !isAnswered(item, answer)) return "unanswered";
  if (answer.isNotApplicable) return "not_applicable";
  if (!isScored(item)) return "recorded";
  // Bonus is nobody's duty: without it nothing was failed, unless it is critical.
  return isAnswerFailed(item, answer) && (!item.isBonus || item.isCritical) ? "failed" : "passed";
}

function lossesByKey({ form, answers }: ReportSource): Record<string, number> {
  const sections = form.definition.sections.map((section) => ({
    weight: section.weight,
    items: section.items.flatMap((item) => {
      const answer = answers[item.key];
      const scored = answer ? scoreItem(item, answer) : null;
      if (!scored || !isScored(item)) return [];
      const { weight, isBonus } = item;
      return [{ ...scored, key: item.key, weight, isBonus, passPoints: passPointsOf(item) }];
    }),
  }));
  const losses = listItemLosses(sections);
  return Object.fromEntries(
    sections.flatMap(({ items }, section) =>
      items.map((item, index) => [item.key, losses[section]?.[index] ?? 0]),
    ),
  );
}

function describeAppeal({ appeals }: ReportSource, itemKey: string, { t, day }: ReportTexts): string | null {
  const appeal = appeals.findLast((found) => found.itemKey === itemKey && found.status !== "withdrawn");
  if (!appeal) return null;
  if (appeal.status === "open" || !appeal.decidedAt) return t("appeal.open");
  const text = t(`appeal.${appeal.status as "upheld" | "changed"}`, { day: day(appeal.decidedAt) });
  return appeal.decision ? `${text} ${appeal.decision}` : text;
}
