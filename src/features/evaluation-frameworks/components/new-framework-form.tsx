"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { createEvaluationFrameworkAction } from "../actions";

/** A ready framework in one language, for choosing. */
export type ReadyFrameworkChoice = { key: string; name: string; purpose: string; suggestedName: string };

/** Chooses a ready framework or an empty one, and the name; the builder opens with the copy. */
export function NewFrameworkForm({
  organization,
  readyFrameworks,
}: {
  organization: string;
  readyFrameworks: ReadyFrameworkChoice[];
}) {
  const t = useTranslations("evaluationFrameworks.new");
  const [key, setKey] = useState(readyFrameworks[0]?.key ?? "");
  const [name, setName] = useState<string | null>(null);
  const choices = useRef<HTMLDivElement>(null);
  // Chosen before this page's scripts had arrived.
  useEffect(() => {
    const chosen = choices.current?.querySelector<HTMLInputElement>("input:checked");
    if (chosen) setKey(chosen.value);
  }, []);
  const suggested = readyFrameworks.find((framework) => framework.key === key)?.suggestedName ?? "";

  return (
    <Card className="max-w-3xl">
      <ActionForm
        action={createEvaluationFrameworkAction}
        redirectTo={`/o/${organization}/evaluation-frameworks/{id}`}
      >
        <Stack gap="large">
          <div ref={choices}>
            <FieldGroup name="readyKey" label={t("start")}>
              <RadioGroup
                defaultValue={readyFrameworks[0]?.key ?? ""}
                onValueChange={setKey}
                choices={[
                  ...readyFrameworks.map((framework) => ({
                    value: framework.key,
                    label: framework.name,
                    hint: framework.purpose,
                  })),
                  { value: "", label: t("empty"), hint: t("emptyHint") },
                ]}
              />
            </FieldGroup>
          </div>
          <Field name="name" label={t("name")} hint={t("nameHint")} required>
            <TextInput
              value={name ?? suggested}
              onChange={(event) => setName(event.target.value)}
              maxLength={120}
            />
          </Field>
          <Row>
            <SubmitButton>{t("create")}</SubmitButton>
          </Row>
        </Stack>
      </ActionForm>
    </Card>
  );
}
