import { useTranslations } from "next-intl";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import { SCORE_BANDS, type SurveyDefinition } from "../schema";

type Scale = { min: number; max: number };

/**
 * What a text of a definition is called: "Main question: question", "Question 2: option 3", "Thanks: promoters". Under the
 * section's own title (`isInSection`) without the section's name.
 */
export function usePathLabel(
  definition: SurveyDefinition,
  { isInSection = false }: { isInSection?: boolean } = {},
): (path: string) => string {
  const t = useTranslations("surveys");
  const { metric } = definition.main;
  const onScale = (name: string | undefined, scale: Scale) =>
    name === "text"
      ? t("texts.question")
      : t("texts.labelOf", { score: name === "lowLabel" ? scale.min : scale.max });
  const inPlace = (place: string, text: string) => t("texts.inPlace", { place, text });
  const inSection = (place: string, text: string) => (isInSection ? text : inPlace(place, text));

  return (path) => {
    const [place, ...steps] = path.split(".");
    const last = steps.at(-1);
    if (place === "main") return inSection(t("sections.main"), onScale(last, METRIC_SCALES[metric]));
    if (place === "comment") return isInSection ? t("texts.question") : t("sections.comment");
    if (place === "followUp" || place === "thanks") {
      const band = SCORE_BANDS.find((candidate) => candidate === last) ?? "high";
      return inSection(t(`sections.${place}`), t(`bands.${metric}.${band}`));
    }
    if (place === "invitationMail" || place === "reminderMail") {
      const mail = place === "invitationMail" ? t("mails.invitation") : t("mails.reminder");
      return inPlace(mail, last === "subject" ? t("texts.subject") : t("texts.body"));
    }
    const index = Number(steps[0]);
    const question = definition.questions[index];
    const text =
      steps[1] === "options"
        ? t("choice.option", { number: Number(steps[2]) + 1 })
        : onScale(last, question?.kind === "score" ? METRIC_SCALES[question.metric] : { min: 0, max: 0 });
    return inPlace(t("questions.number", { number: index + 1 }), text);
  };
}
