"use client";

import { Clock } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { DateTimeInput } from "@/ui/date-input";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { AuditOutbox } from "../../entry/outbox";
import type { OutboxSnapshot, VisitField } from "../../entry/outbox-types";
import { fromWallClock, minutesBetween, thisMinute, toWallClock } from "../../entry/wall-clock";
import type { EntryView } from "./entry-view";
import { ConflictFrame, RemarkNotice } from "./notices";

/** When the visit was, and who was met where that may be said. */
export function VisitStep({
  view,
  snapshot,
  outbox,
}: {
  view: EntryView;
  snapshot: OutboxSnapshot;
  outbox: AuditOutbox;
}) {
  const t = useTranslations("audits.entry.visit");
  const language = useLocale();
  const { visit, visitRefusals, visitConflicts } = snapshot;
  const minutes = minutesBetween(visit.visitStartedAt, visit.visitEndedAt);
  const intro = chooseText(view.intro, language);
  const time = (field: "visitStartedAt" | "visitEndedAt") => (
    <Field name={field} label={t(field)} error={visitRefusals[field]}>
      <div className="flex flex-wrap gap-2">
        <DateTimeInput
          className="h-14 min-w-0 flex-1 basis-52 text-lg"
          value={toWallClock(visit[field], view.timeZone)}
          onChange={(event) =>
            outbox.changeVisit({ [field]: fromWallClock(event.target.value, view.timeZone) })
          }
        />
        <Button
          className="h-14 px-4"
          icon={<Clock aria-hidden className="size-4.5" />}
          onClick={() => outbox.changeVisit({ [field]: thisMinute(new Date()) })}
        >
          {t("now")}
        </Button>
      </div>
    </Field>
  );
  return (
    <>
      <RemarkNotice remarks={view.remarks.filter(({ itemKey }) => itemKey === null)} />
      {intro && <p className="max-w-prose text-lg whitespace-pre-line text-ink">{intro}</p>}
      {Object.keys(visitConflicts).length > 0 && (
        <VisitConflict view={view} snapshot={snapshot} onChoose={(whose) => outbox.chooseVisit(whose)} />
      )}
      <Card>
        <div className="flex flex-col gap-5">
          {time("visitStartedAt")}
          {time("visitEndedAt")}
          {minutes !== null && <p className="text-muted">{t("duration", { minutes })}</p>}
        </div>
      </Card>
      {view.mayNameEmployee && (
        <Card>
          <Field
            name="employeeId"
            label={t(view.kind === "observation" ? "observed" : "employee")}
            hint={view.kind === "observation" ? undefined : t("employeeHint")}
            error={visitRefusals.employeeId}
          >
            <Select
              className="[&_select]:h-14 [&_select]:text-lg"
              value={visit.employeeId ?? ""}
              placeholder={view.kind === "observation" ? undefined : t("nobodyNamed")}
              options={view.employees.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => outbox.changeVisit({ employeeId: event.target.value || null })}
            />
          </Field>
        </Card>
      )}
    </>
  );
}

function VisitConflict({
  view,
  snapshot,
  onChoose,
}: {
  view: EntryView;
  snapshot: OutboxSnapshot;
  onChoose: (whose: "mine" | "theirs") => void;
}) {
  const t = useTranslations("audits.entry.visit");
  const c = useTranslations("audits.entry.conflict");
  const format = useFormatter();
  const { visit, visitConflicts } = snapshot;
  const sayField = (field: VisitField, value: string | null | undefined) => {
    if (!value) return t("nothing");
    if (field === "employeeId") return view.employees.find(({ id }) => id === value)?.name ?? t("nothing");
    if (field === "summary") return value;
    return format.dateTime(new Date(value), {
      dateStyle: "short",
      timeStyle: "short",
      timeZone: view.timeZone,
    });
  };
  const fields = Object.keys(visitConflicts) as VisitField[];
  const sayAll = (values: Partial<typeof visit>) =>
    fields.map((field) => `${t(field)}: ${sayField(field, values[field])}`).join("\n");
  return (
    <ConflictFrame
      choices={[
        { whose: "mine", label: c("mine"), text: sayAll(visit) },
        { whose: "theirs", label: c("theirs"), text: sayAll(visitConflicts) },
      ]}
      onChoose={onChoose}
    />
  );
}
