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
import { createAuditFormAction } from "../actions";

/** A ready form in one language, for choosing. */
export type ReadyFormChoice = { key: string; name: string; purpose: string; suggestedName: string };

/** Chooses a ready form or an empty one, and the name; the builder opens with the copy. */
export function NewFormForm({
  organization,
  readyForms,
}: {
  organization: string;
  readyForms: ReadyFormChoice[];
}) {
  const t = useTranslations("auditForms.new");
  const [key, setKey] = useState(readyForms[0]?.key ?? "");
  const [name, setName] = useState<string | null>(null);
  const choices = useRef<HTMLDivElement>(null);
  // Chosen before this page's scripts had arrived.
  useEffect(() => {
    const chosen = choices.current?.querySelector<HTMLInputElement>("input:checked");
    if (chosen) setKey(chosen.value);
  }, []);
  const suggested = readyForms.find((form) => form.key === key)?.suggestedName ?? "";

  return (
    <Card className="max-w-3xl">
      <ActionForm action={createAuditFormAction} redirectTo={`/o/${organization}/audit-forms/{id}`}>
        <Stack gap="large">
          <div ref={choices}>
            <FieldGroup name="readyFormKey" label={t("start")}>
              <RadioGroup
                defaultValue={readyForms[0]?.key ?? ""}
                onValueChange={setKey}
                choices={[
                  ...readyForms.map((form) => ({ value: form.key, label: form.name, hint: form.purpose })),
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
