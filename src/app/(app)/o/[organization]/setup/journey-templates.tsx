import { getTranslations } from "next-intl/server";
import { createJourneyFromTemplateAction } from "@/features/touchpoints/actions";
import { JOURNEY_TEMPLATE_TOUCHPOINTS } from "@/features/touchpoints/journey-templates";
import { JOURNEY_TEMPLATES } from "@/features/touchpoints/schema";
import { ActionButton } from "@/ui/action-button";

/** Ready journeys to start from, each put in place by one press. */
export async function JourneyTemplates() {
  const t = await getTranslations("touchpoints");
  return (
    <ul className="grid gap-3 sm:grid-cols-2">
      {JOURNEY_TEMPLATES.map((template) => (
        <li
          key={template}
          className="flex flex-wrap items-center gap-3 rounded-lg border border-line px-4 py-3"
        >
          <div className="min-w-0 flex-1">
            <h3 className="font-medium text-ink">{t(`templates.${template}.name`)}</h3>
            <p className="text-sm text-muted">
              {t(`templates.${template}.text`)} ·{" "}
              {t("stageCount", { count: JOURNEY_TEMPLATE_TOUCHPOINTS[template].length })}
            </p>
          </div>
          <ActionButton
            action={createJourneyFromTemplateAction}
            input={{ template }}
            size="small"
            successMessage={t("start.done", { count: JOURNEY_TEMPLATE_TOUCHPOINTS[template].length })}
            aria-label={`${t("start.use")}: ${t(`templates.${template}.name`)}`}
          >
            {t("start.use")}
          </ActionButton>
        </li>
      ))}
    </ul>
  );
}
