"use client";

import { useTranslations } from "next-intl";
import { PublishButton } from "@/ui/draft/publish-button";
import { publishSurveyAction } from "../../actions";
import { listChanges } from "../../changes";
import type { SurveyFinding } from "../../rules";
import type { SurveyDefinition, SurveyDetails } from "../../schema";
import { ChangeList } from "./change-list";
import { useFindingText } from "./use-findings";
import type { SurveySaver } from "./use-survey-saver";

/** Opens the confirmation of publishing: what changes for respondents, or what is missing. */
export function PublishSurveyButton({
  survey,
  saver,
  definition,
  errors,
  warnings,
  language,
}: {
  survey: SurveyDetails;
  saver: SurveySaver;
  /** As it is on screen. */
  definition: SurveyDefinition;
  errors: SurveyFinding[];
  warnings: SurveyFinding[];
  language: string;
}) {
  const t = useTranslations("surveys.publish");
  const findingText = useFindingText();
  const { currentVersion, status } = survey;
  const effect = status === "paused" ? t("effectPaused") : t("effect");
  return (
    <PublishButton
      currentNumber={currentVersion?.number ?? null}
      saver={saver}
      action={publishSurveyAction}
      input={(revision) => ({ surveyId: survey.id, revision })}
      effect={currentVersion ? effect : t("firstEffect")}
      notReady={t("notReady")}
      errors={errors.map(findingText)}
      warnings={warnings.map(findingText)}
      changes={() => {
        if (!currentVersion) return null;
        const changes = listChanges(currentVersion.definition, definition);
        if (changes.length === 0) return { count: 0, content: <p>{t("noChanges")}</p> };
        const content = <ChangeList changes={changes} after={definition} language={language} />;
        return { count: changes.length, content };
      }}
    />
  );
}
