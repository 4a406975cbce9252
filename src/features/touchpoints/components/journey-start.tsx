import { getLocale, getTranslations } from "next-intl/server";
import { ActionButton } from "@/ui/action-button";
import { createJourneyFromTemplateAction } from "../actions";
import { JOURNEY_TEMPLATE_TOUCHPOINTS } from "../journey-templates";
import { JOURNEY_TEMPLATES, STAGES } from "../schema";

/** Ready journeys to start from, each with what it holds. */
export async function JourneyStart() {
  const t = await getTranslations("touchpoints");
  const common = await getTranslations("common");
  const locale = await getLocale();
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {JOURNEY_TEMPLATES.map((template) => {
        const touchpoints = JOURNEY_TEMPLATE_TOUCHPOINTS[template];
        return (
          <li
            key={template}
            className="flex flex-col rounded-xl border border-line bg-surface p-4 shadow-card sm:p-5"
          >
            <h3 className="text-lg font-semibold text-ink">{t(`templates.${template}.name`)}</h3>
            <p className="text-muted">{t(`templates.${template}.text`)}</p>
            <dl className="mt-3 mb-4 flex flex-1 flex-col gap-2 text-sm">
              {STAGES.map((stage) => (
                <div key={stage}>
                  <dt className="font-medium text-ink">{common(`stage.${stage}`)}</dt>
                  <dd className="text-muted">
                    {touchpoints
                      .filter((touchpoint) => touchpoint.stage === stage)
                      .map((touchpoint) => touchpoint.names[locale])
                      .join(" · ")}
                  </dd>
                </div>
              ))}
            </dl>
            <ActionButton
              action={createJourneyFromTemplateAction}
              input={{ template }}
              successMessage={t("start.done", { count: touchpoints.length })}
              className="w-fit"
              aria-label={`${t("start.use")}: ${t(`templates.${template}.name`)}`}
            >
              {t("start.use")}
            </ActionButton>
          </li>
        );
      })}
    </ul>
  );
}
