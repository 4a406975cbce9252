"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Field, FieldGroup } from "@/ui/field";
import { RecordEditor, useRecordEditor } from "@/ui/record-editor";
import { Columns, Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { Textarea } from "@/ui/textarea";
import { createBehaviourAction, updateBehaviourAction } from "../actions";
import type { Behaviour } from "../schema";

const LANGUAGES = [
  { language: "fi", name: "nameFi", description: "descriptionFi" },
  { language: "sv", name: "nameSv", description: "descriptionSv" },
  { language: "en", name: "nameEn", description: "descriptionEn" },
] as const;

/** The dialog in which the page's behaviours are added and edited. */
export function BehaviourEditor({ children }: { children: ReactNode }) {
  const t = useTranslations("behaviours");
  return (
    <RecordEditor<Behaviour>
      title={(record) => t(record ? "form.editTitle" : "form.addTitle")}
      form={(behaviour, close) => <BehaviourForm behaviour={behaviour} onDone={close} />}
    >
      {children}
    </RecordEditor>
  );
}

function BehaviourForm({ behaviour, onDone }: { behaviour: Behaviour | null; onDone: () => void }) {
  const t = useTranslations("behaviours");
  const common = useTranslations("common");
  const ui = useTranslations("ui");
  return (
    <ActionForm
      action={behaviour ? updateBehaviourAction : createBehaviourAction}
      successMessage={behaviour ? t("form.saved") : t("form.added")}
      onSuccess={onDone}
    >
      {behaviour && <input type="hidden" name="id" value={behaviour.id} />}
      <FieldGroup name="names" label={t("form.name")} hint={t("form.nameHint")}>
        <Columns count={3} gap="small">
          {LANGUAGES.map(({ language, name }) => (
            <Field key={name} name={name} label={common(`language.${language}`)}>
              <TextInput defaultValue={behaviour?.name[language] ?? ""} lang={language} autoComplete="off" />
            </Field>
          ))}
        </Columns>
      </FieldGroup>
      <FieldGroup name="descriptions" label={t("form.description")} hint={t("form.descriptionHint")}>
        <Columns count={3} gap="small">
          {LANGUAGES.map(({ language, description }) => (
            <Field key={description} name={description} label={common(`language.${language}`)}>
              <Textarea defaultValue={behaviour?.description[language] ?? ""} lang={language} rows={4} />
            </Field>
          ))}
        </Columns>
      </FieldGroup>
      <Row className="justify-end">
        <Button onClick={onDone}>{ui("action.cancel")}</Button>
        <SubmitButton>{behaviour ? t("form.save") : t("form.add")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}

export function AddBehaviourButton({ variant = "primary" }: { variant?: "primary" | "secondary" }) {
  const t = useTranslations("behaviours");
  const edit = useRecordEditor<Behaviour>();
  return (
    <Button variant={variant} icon={<Plus aria-hidden className="size-4" />} onClick={() => edit(null)}>
      {t("add")}
    </Button>
  );
}
