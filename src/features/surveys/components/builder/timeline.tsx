"use client";

import { useTranslations } from "next-intl";
import { useBuilder } from "./builder-context";
import { useDelayText } from "./delay-field";

/** The schedule as a customer lives it: what comes when. */
export function Timeline() {
  const t = useTranslations("surveys");
  const delayText = useDelayText();
  const { delayMinutes, reminderCount, reminderAfterDays, expiryDays } = useBuilder().draft.settings;
  const isReadable = [delayMinutes, reminderAfterDays, expiryDays].every((value) => value >= 0);
  if (!isReadable) return null;

  const reminders = Array.from({ length: reminderCount }, (_, index) => (index + 1) * reminderAfterDays);
  const events = [
    { key: "encounter", what: t("timeline.encounter"), when: "" },
    { key: "invitation", what: t("timeline.invitation"), when: delayText(delayMinutes) },
    ...reminders.map((days, index) => ({
      key: `reminder-${index}`,
      what: t("timeline.reminder", { number: index + 1, count: reminderCount }),
      when: t("timeline.afterInvitation", { days }),
    })),
    { key: "expiry", what: t("timeline.expiry"), when: t("timeline.afterInvitation", { days: expiryDays }) },
  ];
  return (
    <section aria-label={t("timeline.title")} className="rounded-lg bg-sunken px-3.5 py-3">
      <ol className="flex flex-col">
        {events.map(({ key, what, when }) => (
          <li
            key={key}
            className="relative flex gap-x-3 pb-2 pl-5 before:absolute before:top-[0.4375rem] before:left-0 before:size-2 before:rounded-full before:bg-line-strong after:absolute after:top-[1.125rem] after:bottom-[-0.125rem] after:left-[0.21875rem] after:w-px after:bg-line-strong last:pb-0 last:after:hidden"
          >
            <span className="text-ink">
              {what}
              {when && <span className="ml-2 text-muted">{when}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
