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
  archiveTeamAction,
  createTeamAction,
  deleteTeamAction,
  restoreTeamAction,
  updateTeamAction,
} from "../actions/places-and-employees";
import type { LocationOption, TeamRow } from "../schema";
import { locationSelectOptions } from "./location-select-options";

type Choices = {
  locations: LocationOption[];
  /** A team of the whole organization can be made by those who see all of it. */
  seesEverything: boolean;
};

/** The dialog of the page's teams. */
export function TeamEditor({ children, ...choices }: Choices & { children: ReactNode }) {
  const t = useTranslations("teams");
  return (
    <RecordEditor<TeamRow>
      title={(record) => t(record ? "form.editTitle" : "form.addTitle")}
      size="small"
      form={(team, close) => <TeamForm {...choices} team={team} onDone={close} />}
    >
      {children}
    </RecordEditor>
  );
}

function TeamForm({
  team,
  locations,
  seesEverything,
  onDone,
}: Choices & { team: TeamRow | null; onDone: () => void }) {
  const t = useTranslations("teams");
  const ui = useTranslations("ui");
  return (
    <ActionForm
      action={team ? updateTeamAction : createTeamAction}
      successMessage={team ? t("saved", { name: team.name }) : undefined}
      onSuccess={onDone}
    >
      {team && <input type="hidden" name="id" value={team.id} />}
      <Field name="name" label={t("form.name")} required>
        <TextInput defaultValue={team?.name} placeholder={t("form.namePlaceholder")} autoComplete="off" />
      </Field>
      <Field name="locationId" label={t("form.location")}>
        <Select
          options={locationSelectOptions(locations)}
          placeholder={seesEverything ? t("wholeOrganization") : undefined}
          defaultValue={team ? (team.locationId ?? "") : undefined}
        />
      </Field>
      <Row className="justify-end">
        <Button onClick={onDone}>{ui("action.cancel")}</Button>
        <SubmitButton>{team ? t("form.save") : t("form.add")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}

export function AddTeamButton() {
  const t = useTranslations("teams");
  const edit = useRecordEditor<TeamRow>();
  return (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => edit(null)}>
      {t("add")}
    </Button>
  );
}

export function TeamMenu({ team }: { team: TeamRow }) {
  const edit = useRecordEditor<TeamRow>();
  return (
    <RecordMenu
      texts={useRecordMenuTexts("teams", team.name)}
      id={team.id}
      isArchived={team.isArchived}
      isUsed={team.isUsed}
      onEdit={() => edit(team)}
      archive={archiveTeamAction}
      restore={restoreTeamAction}
      remove={deleteTeamAction}
    />
  );
}
