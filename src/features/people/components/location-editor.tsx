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
import { Select } from "@/ui/select";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import {
  archiveLocationAction,
  createLocationAction,
  deleteLocationAction,
  restoreLocationAction,
  updateLocationAction,
} from "../actions/places-and-employees";
import type { LocationOption, LocationRow } from "../schema";
import { locationSelectOptions } from "./location-select-options";

/** The dialog of the page's locations. */
export function LocationEditor({
  locations,
  children,
}: {
  locations: LocationOption[];
  children: ReactNode;
}) {
  const t = useTranslations("locations");
  return (
    <RecordEditor<LocationRow>
      title={(record) => t(record ? "form.editTitle" : "form.addTitle")}
      form={(location, close) => <LocationForm location={location} locations={locations} onDone={close} />}
    >
      {children}
    </RecordEditor>
  );
}

function LocationForm({
  location,
  locations,
  onDone,
}: {
  location: LocationRow | null;
  locations: LocationOption[];
  onDone: () => void;
}) {
  const t = useTranslations("locations");
  const ui = useTranslations("ui");
  return (
    <ActionForm
      action={location ? updateLocationAction : createLocationAction}
      successMessage={location ? t("saved", { name: location.name }) : undefined}
      onSuccess={onDone}
    >
      {location && <input type="hidden" name="id" value={location.id} />}
      <Field name="name" label={t("form.name")} required>
        <TextInput defaultValue={location?.name} placeholder={t("form.namePlaceholder")} autoComplete="off" />
      </Field>
      <Field name="address" label={t("form.address")} optional>
        <TextInput defaultValue={location?.address ?? ""} autoComplete="off" />
      </Field>
      <Field name="parentId" label={t("form.parent")}>
        <Select
          options={locationSelectOptions(locations.filter((other) => other.id !== location?.id))}
          placeholder={t("form.noParent")}
          defaultValue={location?.parentId ?? ""}
        />
      </Field>
      <Field name="externalReference" label={t("form.reference")} hint={t("form.referenceHint")} optional>
        <TextInput defaultValue={location?.externalReference ?? ""} autoComplete="off" />
      </Field>
      <Row className="justify-end">
        <Button onClick={onDone}>{ui("action.cancel")}</Button>
        <SubmitButton>{location ? t("form.save") : t("form.add")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}

export function AddLocationButton() {
  const t = useTranslations("locations");
  const edit = useRecordEditor<LocationRow>();
  return (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => edit(null)}>
      {t("add")}
    </Button>
  );
}

export function LocationMenu({ location }: { location: LocationRow }) {
  const edit = useRecordEditor<LocationRow>();
  return (
    <RecordMenu
      texts={useRecordMenuTexts("locations", location.name)}
      id={location.id}
      isArchived={location.isArchived}
      isUsed={location.isUsed}
      onEdit={() => edit(location)}
      archive={archiveLocationAction}
      restore={restoreLocationAction}
      remove={deleteLocationAction}
    />
  );
}
