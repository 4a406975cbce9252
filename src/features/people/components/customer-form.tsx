"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { ActionForm } from "@/ui/action-form";
import { Button } from "@/ui/button";
import { Field, FieldGroup } from "@/ui/field";
import { SegmentedControl } from "@/ui/radio-group";
import { Select } from "@/ui/select";
import { Columns, Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { createCustomerAction, updateCustomerAction } from "../actions/customers";
import { CONSENTS, type CustomerRow } from "../schema";

const languages = ["fi", "sv", "en"] as const;

export type CustomerFormProps = {
  customer: CustomerRow | null;
  /** Segments in use, offered while one is typed. */
  segments: string[];
  /** The organization's language, for a new customer. */
  defaultLanguage: string;
  onDone: () => void;
};

export function CustomerForm({ customer, segments, defaultLanguage, onDone }: CustomerFormProps) {
  const t = useTranslations("customers");
  const common = useTranslations("common");
  const ui = useTranslations("ui");
  const listId = useId();
  return (
    <ActionForm
      action={customer ? updateCustomerAction : createCustomerAction}
      successMessage={customer ? t("saved") : t("added")}
      onSuccess={onDone}
    >
      {customer && <input type="hidden" name="id" value={customer.id} />}
      <Field name="name" label={t("form.name")} hint={t("form.identity")}>
        <TextInput defaultValue={customer?.name ?? ""} autoComplete="off" />
      </Field>
      <Columns count={2}>
        <Field name="email" label={t("form.email")} hint={t("form.emailHint")} optional>
          <TextInput type="email" defaultValue={customer?.email ?? ""} autoComplete="off" />
        </Field>
        <Field name="phone" label={t("form.phone")} optional>
          <TextInput type="tel" defaultValue={customer?.phone ?? ""} autoComplete="off" />
        </Field>
        <Field name="language" label={t("form.language")} hint={t("form.languageHint")}>
          <Select
            options={languages.map((language) => ({
              value: language,
              label: common(`language.${language}`),
            }))}
            defaultValue={customer?.language ?? defaultLanguage}
          />
        </Field>
        <Field name="segment" label={t("form.segment")} hint={t("form.segmentHint")} optional>
          <TextInput defaultValue={customer?.segment ?? ""} list={listId} autoComplete="off" />
        </Field>
      </Columns>
      <datalist id={listId}>
        {segments.map((segment) => (
          <option key={segment} value={segment} />
        ))}
      </datalist>
      <FieldGroup name="consent" label={t("form.consent")} hint={t("form.consentHint")}>
        <SegmentedControl
          choices={CONSENTS.map((consent) => ({ value: consent, label: t(`consents.${consent}`) }))}
          defaultValue={customer?.consent ?? "not_asked"}
        />
      </FieldGroup>
      <Field name="externalReference" label={t("form.reference")} hint={t("form.referenceHint")} optional>
        <TextInput defaultValue={customer?.externalReference ?? ""} autoComplete="off" />
      </Field>
      <Row className="justify-end">
        <Button onClick={onDone}>{ui("action.cancel")}</Button>
        <SubmitButton>{customer ? t("form.save") : t("form.add")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}
