"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRecordMenuTexts } from "@/i18n/use-record-menu-texts";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { RecordEditor, useRecordEditor } from "@/ui/record-editor";
import { RecordMenu } from "@/ui/record-menu";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { Textarea } from "@/ui/textarea";
import {
  archiveEncounterTypeAction,
  createEncounterTypeAction,
  deleteEncounterTypeAction,
  restoreEncounterTypeAction,
  updateEncounterTypeAction,
} from "../actions";
import type { EncounterTypeRow } from "../schema";

/** The dialog of the page's encounter types. */
export function EncounterTypeEditor({ children }: { children: ReactNode }) {
  const t = useTranslations("encounterTypes");
  return (
    <RecordEditor<EncounterTypeRow>
      title={(record) => t(record ? "form.editTitle" : "form.addTitle")}
      size="small"
      form={(encounterType, close) => <EncounterTypeForm encounterType={encounterType} onDone={close} />}
    >
      {children}
    </RecordEditor>
  );
}

function EncounterTypeForm({
  encounterType,
  onDone,
}: {
  encounterType: EncounterTypeRow | null;
  onDone: () => void;
}) {
  const t = useTranslations("encounterTypes");
  const ui = useTranslations("ui");
  return (
    <ActionForm
      action={encounterType ? updateEncounterTypeAction : createEncounterTypeAction}
      successMessage={encounterType ? t("saved", { name: encounterType.name }) : undefined}
      onSuccess={onDone}
    >
      {encounterType && <input type="hidden" name="id" value={encounterType.id} />}
      <Field name="name" label={t("form.name")} required>
        <TextInput
          defaultValue={encounterType?.name}
          placeholder={t("form.namePlaceholder")}
          autoComplete="off"
        />
      </Field>
      <Field name="description" label={t("form.description")} hint={t("form.descriptionHint")} optional>
        <Textarea defaultValue={encounterType?.description ?? ""} rows={3} />
      </Field>
      <Row className="justify-end">
        <Button onClick={onDone}>{ui("action.cancel")}</Button>
        <SubmitButton>{encounterType ? t("form.save") : t("form.add")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}

export function AddEncounterTypeButton() {
  const t = useTranslations("encounterTypes");
  const edit = useRecordEditor<EncounterTypeRow>();
  return (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => edit(null)}>
      {t("add")}
    </Button>
  );
}

export function EncounterTypeMenu({ encounterType }: { encounterType: EncounterTypeRow }) {
  const edit = useRecordEditor<EncounterTypeRow>();
  return (
    <RecordMenu
      texts={useRecordMenuTexts("encounterTypes", encounterType.name)}
      id={encounterType.id}
      isArchived={encounterType.isArchived}
      isUsed={encounterType.isUsed}
      onEdit={() => edit(encounterType)}
      archive={archiveEncounterTypeAction}
      restore={restoreEncounterTypeAction}
      remove={deleteEncounterTypeAction}
    />
  );
}
