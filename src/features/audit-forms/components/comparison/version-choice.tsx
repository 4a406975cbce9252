"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { Select } from "@/ui/select";

/** Which two versions are beside each other, and whether what did not change is shown. */
export function VersionChoice({
  versions,
  from,
  to,
  shows,
}: {
  versions: { value: string; label: string }[];
  from: string;
  to: string;
  shows: "changes" | "all";
}) {
  const t = useTranslations("auditForms.compare");
  return (
    <FilterBar label={t("choose")}>
      <Field name="from" label={t("from")}>
        <Select defaultValue={from} options={versions} />
      </Field>
      <Field name="to" label={t("to")}>
        <Select defaultValue={to} options={versions} />
      </Field>
      <Field name="shows" label={t("shows")}>
        <Select
          defaultValue={shows}
          options={[
            { value: "changes", label: t("onlyChanges") },
            { value: "all", label: t("everything") },
          ]}
        />
      </Field>
    </FilterBar>
  );
}
