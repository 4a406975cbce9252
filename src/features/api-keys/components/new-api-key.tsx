"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import { CopyButton } from "@/ui/copy-button";
import { Dialog } from "@/ui/dialog";
import { Field, FieldGroup } from "@/ui/field";
import { RadioGroup } from "@/ui/radio-group";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { createApiKeyAction } from "../actions";

/** The button that makes a key, and the one dialog in which it is ever shown. */
export function NewApiKey() {
  const t = useTranslations("api");
  const ui = useTranslations("ui");
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setKey(null);
  };
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {t("new.open")}
      </Button>
      <Dialog open={isOpen} onClose={close} title={t(key ? "new.madeTitle" : "new.title")} size="small">
        {key ? (
          <Stack gap="medium">
            <Callout tone="warning">{t("new.once")}</Callout>
            <Row>
              <code className="min-w-0 flex-1 rounded-md bg-sunken px-3 py-2 break-all">{key}</code>
              <CopyButton text={key} />
            </Row>
            <Row className="justify-end">
              <Button variant="primary" onClick={close}>
                {t("new.done")}
              </Button>
            </Row>
          </Stack>
        ) : (
          <ActionForm action={createApiKeyAction} onSuccess={(made) => setKey(made.key)}>
            <Field name="name" label={t("new.name")} hint={t("new.nameHint")} required>
              <TextInput autoComplete="off" placeholder={t("new.namePlaceholder")} />
            </Field>
            <FieldGroup name="access" label={t("access.label")}>
              <RadioGroup
                defaultValue="read"
                choices={(["read", "write"] as const).map((access) => ({
                  value: access,
                  label: t(`access.${access}`),
                  hint: t(`access.${access}Hint`),
                }))}
              />
            </FieldGroup>
            <Row className="justify-end">
              <Button onClick={close}>{ui("action.cancel")}</Button>
              <SubmitButton>{t("new.make")}</SubmitButton>
            </Row>
          </ActionForm>
        )}
      </Dialog>
    </>
  );
}
