"use client";

import { useTranslations } from "next-intl";
import { PublishButton } from "@/ui/draft/publish-button";
import { publishAuditFormAction } from "../../actions";
import { compareForms, countChanges } from "../../changes";
import type { FormFinding } from "../../publishing-rules";
import type { AuditFormDetails } from "../../schema";
import { FormChanges } from "../comparison/form-changes";
import { useFormBuilder } from "./builder-context";
import { useFindingPlace, useFindingText } from "./use-findings";
import type { FormSaver } from "./use-form-saver";

/** Opens the confirmation of publishing: what changes for auditors, or what is missing. */
export function PublishFormButton({
  form,
  saver,
  errors,
  warnings,
}: {
  form: AuditFormDetails;
  saver: FormSaver;
  errors: FormFinding[];
  warnings: FormFinding[];
}) {
  const t = useTranslations("auditForms.publish");
  const { draft, main, behaviours } = useFormBuilder();
  const findingText = useFindingText();
  const placeOf = useFindingPlace(draft.definition);
  const { currentVersion } = form;
  const write = (finding: FormFinding) => `${placeOf(finding)}: ${findingText(finding)}`;
  return (
    <PublishButton
      currentNumber={currentVersion?.number ?? null}
      saver={saver}
      action={publishAuditFormAction}
      input={(revision) => ({ formId: form.id, revision })}
      effect={currentVersion ? t("effect") : t("firstEffect")}
      notReady={t("notReady")}
      errors={errors.map(write)}
      warnings={warnings.map(write)}
      changes={() => {
        if (!currentVersion) return null;
        const comparison = compareForms(currentVersion.definition, draft.definition);
        const content = <FormChanges comparison={comparison} behaviours={behaviours} language={main.code} />;
        return { count: countChanges(comparison), content };
      }}
    />
  );
}
