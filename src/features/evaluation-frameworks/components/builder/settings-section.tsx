"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Stack } from "@/ui/stack";
import { TextInput } from "@/ui/text-input";
import type { EvaluationFrameworkStatus } from "../../schema";
import { SETTINGS_ID, useFrameworkBuilder } from "./builder-context";
import { DraftText } from "./draft-text";

/** What the framework is called and what raters read before it. */
export function SettingsSection({ status }: { status: EvaluationFrameworkStatus }) {
  const t = useTranslations("evaluationFrameworks.settings");
  const { draft, errors, changeSettings } = useFrameworkBuilder();
  return (
    <Card id={SETTINGS_ID} title={t("title")} className="scroll-mt-28 lg:scroll-mt-16">
      <Stack>
        {status === "published" && <Callout>{t("liveNote")}</Callout>}
        <Field name="settings.name" label={t("name")} error={errors["settings.name"]} required>
          <TextInput
            value={draft.settings.name}
            maxLength={120}
            onChange={(event) => changeSettings({ name: event.target.value }, "settings.name")}
          />
        </Field>
        <DraftText path="intro" label={t("intro")} hint={t("introHint")} rows={3} />
      </Stack>
    </Card>
  );
}
