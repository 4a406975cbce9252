import { isAnswered } from "@/features/audit-forms/rules";
import type { AuditAnswerValue, AuditFormItem } from "@/features/audit-forms/schema";
import { chooseText, type LocalizedText } from "@/server/input";
import type { ReportTexts } from "./report-texts";

/**
 * An answer in words: "Yes", the labels of what was chosen, "3 min 20 s", "Not applicable", "Not answered"; a free text as it
 * was written. `choose` picks the language of the form's texts.
 */
export function describeAnswer(
  item: AuditFormItem,
  answer: AuditAnswerValue | undefined,
  texts: Pick<ReportTexts, "t" | "number" | "duration">,
  choose: (text: LocalizedText) => string = (text) => chooseText(text, "en"),
): string {
  const { t } = texts;
  if (!answer || !isAnswered(item, answer)) return t("answer.none");
  if (answer.isNotApplicable) return t("answer.notApplicable");
  const value = answer.number ?? 0;
  switch (item.kind) {
    case "yes_no":
      return value === 1 ? t("answer.yes") : t("answer.no");
    case "scale":
    case "single_choice":
    case "multiple_choice": {
      const chosen = item.options.filter((option) => answer.optionKeys.includes(option.key));
      return chosen.map((option) => choose(option.text)).join(", ") || t("answer.nothingChosen");
    }
    case "number": {
      const unit = choose(item.unit);
      return unit ? `${texts.number(value)}\u00a0${unit}` : texts.number(value);
    }
    case "duration":
      return texts.duration(value);
    case "text":
      return answer.text ?? "";
    case "photo":
      return t("answer.photos", { n: value });
  }
}
