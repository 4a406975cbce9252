"use client";

import { useTranslations } from "next-intl";
import { CHANNELS } from "@/features/touchpoints/schema";
import { RESPONDENT_LANGUAGES } from "@/i18n/locale";
import { FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { DATE_FORMS, type DateForm } from "../formats";
import { type ColumnUse, METRICS } from "../mapping";
import { clearDateForm } from "../rules/suggest-mapping";
import type { ColumnProfile } from "../schema";
import type { ColumnRowProps } from "./column-props";
import { changeUse, findValue, withValue } from "./mapping-changes";
import { NameDetails } from "./name-details";
import { ScoreDetails } from "./score-details";
import { ValueChoices } from "./value-choices";

type ChangeUse = (next: ColumnUse) => void;
type DateUse = Extract<ColumnUse, { use: "date" }>;
type WordUse = Extract<ColumnUse, { use: "channel" | "language" | "metric" }>;

/** The details of a column's use: which metric and touchpoint, how dates are written, what the values mean. */
export function ColumnDetails(props: ColumnRowProps & { use: ColumnUse }) {
  const { profile, use, choices, edit } = props;
  const change: ChangeUse = (next) => edit((mapping) => changeUse(mapping, next));

  switch (use.use) {
    case "score":
      return <ScoreDetails {...props} use={use} />;
    case "date":
      return <DateDetails use={use} profile={profile} change={change} />;
    case "touchpoint":
    case "employee":
    case "location":
    case "encounterType":
      return (
        <NameDetails
          use={use}
          values={profile.values}
          hasMore={profile.hasMore}
          choices={choices}
          change={change}
        />
      );
    case "channel":
    case "language":
    case "metric":
      return <WordDetails use={use} profile={profile} change={change} />;
    default:
      return null;
  }
}

/** How the dates are written: what the values allow, or every form where they do not look like dates. */
function DateDetails({ use, profile, change }: { use: DateUse; profile: ColumnProfile; change: ChangeUse }) {
  const t = useTranslations("answerImports");
  const forms = profile.dateForms;
  const offered = DATE_FORMS.filter(
    (form) => forms.length === 0 || forms.includes(form) || form === use.form,
  );
  const hint =
    forms.length === 0 ? "noDates" : clearDateForm(profile) === null ? "dateFormUnclear" : "dateFormClear";
  return (
    <FieldGroup name={`form.${use.column}`} label={t("columns.dateForm")} hint={t(`columns.${hint}`)}>
      <RadioGroup
        value={use.form ?? ""}
        onValueChange={(form) => change({ ...use, form: form as DateForm })}
        choices={offered.map((value) => ({ value, label: t(`dateForms.${value}`) }))}
      />
    </FieldGroup>
  );
}

/** What words mean of which the product knows every meaning. */
function WordDetails({ use, profile, change }: { use: WordUse; profile: ColumnProfile; change: ChangeUse }) {
  const t = useTranslations("answerImports");
  const common = useTranslations("common");
  const meanings =
    use.use === "channel"
      ? CHANNELS.map((value) => ({ value: value as string, label: common(`channel.${value}`) }))
      : use.use === "language"
        ? RESPONDENT_LANGUAGES.map((value) => ({
            value: value as string,
            label: common(`language.${value}`),
          }))
        : METRICS.map((value) => ({ value: value as string, label: t(`metrics.${value}`) }));
  const entries = use.values as { value: string; [meaning: string]: string | null }[];
  return (
    <ValueChoices
      column={use.column}
      values={profile.values}
      hasMore={profile.hasMore}
      chosen={(value) => {
        const entry = findValue(entries, value);
        return entry ? (entry[use.use] ?? "none") : "";
      }}
      options={() => [
        { value: "", label: t("columns.byItself") },
        { value: "none", label: t(use.use === "metric" ? "columns.leaveRowOut" : "columns.leaveEmpty") },
        ...meanings,
      ]}
      onChoose={(value, choice) => {
        const entry = choice === "" ? null : { value, [use.use]: choice === "none" ? null : choice };
        change({ ...use, values: withValue(entries, value, entry) } as ColumnUse);
      }}
    />
  );
}
