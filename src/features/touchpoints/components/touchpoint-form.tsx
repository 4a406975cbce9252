"use client";

import { useTranslations } from "next-intl";
import type { Stage } from "@/generated/prisma/enums";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Field, FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { Columns, Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { createTouchpointAction, updateTouchpointAction } from "../actions";
import { CHANNELS, type JourneyTouchpoint, STAGES } from "../schema";

const publicNameFields = [
  { name: "publicNameFi", language: "fi" },
  { name: "publicNameSv", language: "sv" },
  { name: "publicNameEn", language: "en" },
] as const;

export function TouchpointForm({
  touchpoint,
  defaultStage,
  onDone,
}: {
  touchpoint: JourneyTouchpoint | null;
  defaultStage: Stage;
  onDone: () => void;
}) {
  const t = useTranslations("touchpoints");
  const common = useTranslations("common");
  const ui = useTranslations("ui");
  return (
    <ActionForm
      action={touchpoint ? updateTouchpointAction : createTouchpointAction}
      successMessage={touchpoint ? t("saved", { name: touchpoint.name }) : undefined}
      onSuccess={onDone}
    >
      {touchpoint && <input type="hidden" name="id" value={touchpoint.id} />}
      <Field name="name" label={t("form.name")} hint={t("form.nameHint")} required>
        <TextInput
          defaultValue={touchpoint?.name}
          placeholder={t("form.namePlaceholder")}
          autoComplete="off"
        />
      </Field>
      <FieldGroup name="stage" label={t("form.stage")}>
        <SegmentedControl
          choices={STAGES.map((stage) => ({ value: stage, label: t(`stages.${stage}`) }))}
          defaultValue={touchpoint?.stage ?? defaultStage}
        />
      </FieldGroup>
      <Field name="channel" label={t("form.channel")} hint={t("form.channelHint")}>
        <Select
          options={CHANNELS.map((channel) => ({ value: channel, label: common(`channel.${channel}`) }))}
          defaultValue={touchpoint?.channel ?? "in_person"}
        />
      </Field>
      <FieldGroup name="publicNames" label={t("form.publicNames")} hint={t("form.publicNamesHint")}>
        <Columns count={3} gap="small">
          {publicNameFields.map(({ name, language }) => (
            <Field key={name} name={name} label={common(`language.${language}`)}>
              <TextInput
                defaultValue={touchpoint?.publicNames[language] ?? ""}
                lang={language}
                autoComplete="off"
              />
            </Field>
          ))}
        </Columns>
      </FieldGroup>
      <Checkbox
        name="isCritical"
        label={t("form.critical")}
        hint={t("form.criticalHint")}
        defaultChecked={touchpoint?.isCritical}
      />
      <Row className="justify-end">
        <Button onClick={onDone}>{ui("action.cancel")}</Button>
        <SubmitButton>{touchpoint ? t("form.save") : t("form.add")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}
