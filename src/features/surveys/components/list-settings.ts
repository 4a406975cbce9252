import "server-only";
import { getTranslations } from "next-intl/server";
import type { EncounterTypeOption, TouchpointOption } from "@/features/touchpoints/schema";
import { splitDelay } from "../delay";
import type { SurveyOrganization, SurveySettings } from "../schema";

/** A survey's settings in words, for those who only read them. */
export async function listSettings(
  settings: SurveySettings,
  {
    organization,
    encounterTypes,
    touchpoints,
  }: {
    organization: SurveyOrganization;
    encounterTypes: EncounterTypeOption[];
    touchpoints: TouchpointOption[];
  },
): Promise<{ label: string; value: string }[]> {
  const t = await getTranslations("surveys");
  const namesOf = (options: { id: string; name: string }[], ids: string[]) =>
    options
      .filter((option) => ids.includes(option.id))
      .map((option) => option.name)
      .join(", ");
  const delay = splitDelay(settings.delayMinutes);
  const days = settings.quarantineDays ?? organization.quarantineDays;
  return [
    {
      label: t("settings.encounterTypes"),
      value: namesOf(encounterTypes, settings.encounterTypeIds) || t("reading.none"),
    },
    {
      label: t("settings.touchpoints"),
      value: namesOf(touchpoints, settings.touchpointIds) || t("reading.all"),
    },
    { label: t("settings.delay"), value: t(`delay.${delay.unit}`, { count: delay.amount }) },
    {
      label: t("settings.reminders"),
      value: t("reading.reminders", { count: settings.reminderCount, days: settings.reminderAfterDays }),
    },
    { label: t("settings.expiry"), value: t("reading.days", { days: settings.expiryDays }) },
    {
      label: t("settings.quarantine"),
      value:
        settings.quarantineDays === null
          ? t("settings.quarantineOrganization", { days })
          : t("reading.days", { days }),
    },
    { label: t("settings.anonymous"), value: settings.isAnonymous ? t("reading.yes") : t("reading.no") },
  ];
}
