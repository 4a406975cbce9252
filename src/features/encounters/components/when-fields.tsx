"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { DateTimeInput } from "@/ui/date-input";
import { Field, FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { TextInput } from "@/ui/text-input";

/** The organization's clock when the page was made: wall-clock texts, so that the browser's own zone plays no part. */
export type Clock = {
  /** "14:05" */
  time: string;
  /** "2026-11-21T14:05" */
  dateTime: string;
  /** Before this nobody is asked any more. */
  oldestAsked: string;
  timeZone: string;
};

const WHENS = ["now", "today", "yesterday", "exact"] as const;
type WhenChoice = (typeof WHENS)[number];

/** When it happened: now, unless said otherwise. */
export function WhenFields({ clock }: { clock: Clock }) {
  const t = useTranslations("encounters.form");
  const [when, setWhen] = useState<WhenChoice>("now");
  const [dateTime, setDateTime] = useState("");
  const isTooOld = when === "exact" && dateTime !== "" && dateTime < clock.oldestAsked;

  return (
    <div className="flex flex-wrap items-start gap-4">
      <FieldGroup name="when" label={t("when")} className="max-w-full">
        <SegmentedControl
          value={when}
          onValueChange={(value) => setWhen(value as WhenChoice)}
          choices={WHENS.map((value) => ({ value, label: t(`whens.${value}`) }))}
          className="flex-wrap"
        />
      </FieldGroup>
      {(when === "today" || when === "yesterday") && (
        <Field key={when} name="time" label={t("time")} required className="w-36">
          <TextInput type="time" defaultValue={when === "today" ? clock.time : ""} />
        </Field>
      )}
      {when === "exact" && (
        <Field
          name="dateTime"
          label={t("dateTime")}
          required
          hint={isTooOld ? t("tooOld") : t("timeZone", { timeZone: clock.timeZone })}
          className="w-64 max-w-full"
        >
          <DateTimeInput
            value={dateTime}
            max={clock.dateTime}
            onChange={(event) => setDateTime(event.target.value)}
          />
        </Field>
      )}
    </div>
  );
}
