"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MetricKey } from "@/metrics/score-distribution";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { createSurveyAction } from "../actions";

const TEMPLATES: MetricKey[] = ["nps", "csat", "ces"];

/** Chooses the template and the name; the builder opens with the copy. */
export function NewSurveyForm({ organization }: { organization: string }) {
  const t = useTranslations("surveys");
  const [template, setTemplate] = useState<MetricKey>("nps");
  const [name, setName] = useState<string | null>(null);

  return (
    <Card className="max-w-2xl">
      <ActionForm action={createSurveyAction} redirectTo={`/o/${organization}/surveys/{id}`}>
        <Stack gap="large">
          <FieldGroup name="template" label={t("new.template")}>
            <RadioGroup
              value={template}
              onValueChange={(value) => setTemplate(value as MetricKey)}
              choices={TEMPLATES.map((value) => ({
                value,
                label: t(`templates.${value}.name`),
                hint: t(`templates.${value}.fits`),
              }))}
            />
          </FieldGroup>
          <Field name="name" label={t("settings.name")} hint={t("settings.nameHint")} required>
            <TextInput
              value={name ?? t(`templates.${template}.suggestedName`)}
              onChange={(event) => setName(event.target.value)}
              maxLength={120}
            />
          </Field>
          <Row>
            <SubmitButton>{t("new.create")}</SubmitButton>
          </Row>
        </Stack>
      </ActionForm>
    </Card>
  );
}
