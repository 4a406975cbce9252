"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { Select, type SelectOption } from "@/ui/select";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { TextInput } from "@/ui/text-input";
import { setTargetAction } from "../actions";

/** Where visits can be made: locations, the form's touchpoints, and teams with their location (null: every location's). */
export type PlaceChoices = {
  locations: SelectOption[];
  touchpoints: SelectOption[];
  teams: { value: string; label: string; locationId: string | null }[];
};

/** Sets how many visits a place is to get. */
export function TargetForm({ programmeId, ...choices }: PlaceChoices & { programmeId: string }) {
  const t = useTranslations("programmes.targets");
  return (
    <ActionForm action={setTargetAction} successMessage={t("saved")}>
      <input type="hidden" name="programmeId" value={programmeId} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_7rem]">
        <PlaceFields {...choices} />
        <Field name="visits" label={t("visits")} required>
          <TextInput type="number" inputMode="numeric" min={1} max={1000} defaultValue={1} />
        </Field>
      </div>
      <Row>
        <SubmitButton>{t("set")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}

/** Location, touchpoint and the teams that work there. */
export function PlaceFields({
  locations,
  touchpoints,
  teams,
  onChange,
}: PlaceChoices & {
  onChange?: (place: { locationId: string; touchpointId: string; teamId: string }) => void;
}) {
  const t = useTranslations("programmes");
  const [place, setPlace] = useState({ locationId: "", touchpointId: "", teamId: "" });
  const there = teams.filter((team) => team.locationId === null || team.locationId === place.locationId);
  const change = (changes: Partial<typeof place>) => {
    const next = { ...place, ...changes };
    setPlace(next);
    onChange?.(next);
  };
  return (
    <>
      <Field name="locationId" label={t("board.location")} required>
        <Select
          options={locations}
          placeholder={t("targets.choose")}
          value={place.locationId}
          onChange={(event) => change({ locationId: event.target.value, teamId: "" })}
        />
      </Field>
      <Field name="touchpointId" label={t("assignment.touchpoint")} required>
        <Select
          options={touchpoints}
          placeholder={t("targets.choose")}
          value={place.touchpointId}
          onChange={(event) => change({ touchpointId: event.target.value })}
        />
      </Field>
      <Field name="teamId" label={t("assignment.team")} optional>
        <Select
          options={there.map(({ value, label }) => ({ value, label }))}
          placeholder={t("targets.everybody")}
          value={place.teamId}
          onChange={(event) => change({ teamId: event.target.value })}
        />
      </Field>
    </>
  );
}
