"use client";

import { useTranslations } from "next-intl";
import { PublishButton } from "@/ui/draft/publish-button";
import { publishEvaluationFrameworkAction } from "../../actions";
import { compareFrameworks, countChanges } from "../../changes";
import type { FrameworkFinding } from "../../publishing-rules";
import type { EvaluationFrameworkDetails } from "../../schema";
import { FrameworkChanges } from "../comparison/framework-changes";
import { useFrameworkBuilder } from "./builder-context";
import { useFindingPlace, useFindingText } from "./use-findings";
import type { FrameworkSaver } from "./use-framework-saver";

/** Opens the confirmation of publishing: what changes for new cycles, or what is missing. */
export function PublishFrameworkButton({
  framework,
  saver,
  errors,
  warnings,
}: {
  framework: EvaluationFrameworkDetails;
  saver: FrameworkSaver;
  errors: FrameworkFinding[];
  warnings: FrameworkFinding[];
}) {
  const t = useTranslations("evaluationFrameworks.publish");
  const { draft, main, behaviours } = useFrameworkBuilder();
  const findingText = useFindingText();
  const placeOf = useFindingPlace(draft.definition);
  const { currentVersion } = framework;
  const write = (finding: FrameworkFinding) => `${placeOf(finding)}: ${findingText(finding)}`;
  return (
    <PublishButton
      currentNumber={currentVersion?.number ?? null}
      saver={saver}
      action={publishEvaluationFrameworkAction}
      input={(revision) => ({ frameworkId: framework.id, revision })}
      effect={currentVersion ? t("effect") : t("firstEffect")}
      notReady={t("notReady")}
      errors={errors.map(write)}
      warnings={warnings.map(write)}
      changes={() => {
        if (!currentVersion) return null;
        const comparison = compareFrameworks(currentVersion.definition, draft.definition);
        const content = (
          <FrameworkChanges comparison={comparison} behaviours={behaviours} language={main.code} />
        );
        return { count: countChanges(comparison), content };
      }}
    />
  );
}
