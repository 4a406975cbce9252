"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { DateInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { LinkButton } from "@/ui/link-button";
import { Select } from "@/ui/select";
import { Columns, Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { Textarea } from "@/ui/textarea";
import { createDiaryEntryAction, updateDiaryEntryAction } from "../actions";
import { type FeelingMoment, MOMENTS } from "../feelings";
import type { DiaryEntry } from "../schema";
import { FeelingWheel } from "./feeling-wheel";

export type EntryFormProps = {
  /** Null for a new one. */
  entry: DiaryEntry | null;
  /** YYYY-MM-DD */
  day: string;
  lastDay: string;
  /** Finished words for each encounter. */
  encounters: { value: string; label: string }[];
  listHref: string;
};

const PARTS: readonly { key: "start" | "end"; moments: readonly FeelingMoment[] }[] = [
  { key: "start", moments: MOMENTS.slice(0, 2) },
  { key: "end", moments: MOMENTS.slice(2) },
];

/** Writes an entry: which encounter, how it felt to both at its start and end, what I did, what I would do next time. */
export function EntryForm({ entry, day, lastDay, encounters, listHref }: EntryFormProps) {
  const t = useTranslations("diary");
  const ui = useTranslations("ui");
  const router = useRouter();
  return (
    <ActionForm
      action={entry ? updateDiaryEntryAction : createDiaryEntryAction}
      successMessage={t("form.saved")}
      onSuccess={({ id }: { id: string }) => router.push(`${listHref}/${id}`)}
      aria-label={t(entry ? "form.editTitle" : "form.newTitle")}
    >
      {entry && <input type="hidden" name="id" value={entry.id} />}
      {entry?.sharedWith && (
        <Callout tone="warning">{t("form.sharedWarning", { name: entry.sharedWith.name })}</Callout>
      )}
      <Card>
        <Columns count={2}>
          <Field name="happenedOn" label={t("form.day")} required>
            <DateInput defaultValue={day} max={lastDay} />
          </Field>
          <Field name="encounterId" label={t("form.encounter")} hint={t("form.encounterHint")} optional>
            <Select
              defaultValue={entry?.encounter?.id ?? ""}
              placeholder={t("form.noEncounter")}
              options={encounters}
            />
          </Field>
        </Columns>
      </Card>
      {PARTS.map(({ key, moments }) => (
        <Card key={key} title={t(`form.${key}`)} description={t("form.wheelHint")}>
          <Columns count={2} gap="large">
            {moments.map((moment) => (
              <FeelingWheel
                key={moment}
                name={moment}
                label={t(`moments.${moment}`)}
                defaultValue={entry?.[moment] ?? null}
              />
            ))}
          </Columns>
        </Card>
      ))}
      <Card>
        <Stack gap="large">
          <Field name="whatIDid" label={t("form.whatIDid")} hint={t("form.whatIDidHint")}>
            <Textarea defaultValue={entry?.whatIDid ?? ""} rows={4} maxLength={4000} />
          </Field>
          <Field name="nextTime" label={t("form.nextTime")}>
            <Textarea defaultValue={entry?.nextTime ?? ""} rows={3} maxLength={4000} />
          </Field>
        </Stack>
      </Card>
      <Row>
        <SubmitButton>{t("form.save")}</SubmitButton>
        <LinkButton href={entry ? `${listHref}/${entry.id}` : listHref} variant="ghost">
          {ui("action.cancel")}
        </LinkButton>
      </Row>
    </ActionForm>
  );
}
