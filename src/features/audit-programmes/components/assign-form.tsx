"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm } from "@/ui/action-form";
import { DateInput } from "@/ui/date-input";
import { Field, FieldGroup } from "@/ui/field";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { Textarea } from "@/ui/textarea";
import { useServerAction } from "@/ui/use-server-action";
import { assignVisitAction, listCandidatesAction } from "../actions";
import type { Candidate } from "../queries/list-candidates";
import { CandidateChoices } from "./candidate-choices";
import { type PlaceChoices, PlaceFields } from "./target-form";

export type AssignFormProps = PlaceChoices & {
  programmeId: string;
  /** The first window offered: days within the programme's period. */
  window: { firstDay: string; lastDay: string };
  period: { startsOn: string; endsOn: string };
};

/** Where and when first; then who can go there, and why others cannot. */
export function AssignForm(props: AssignFormProps) {
  const [round, setRound] = useState(0);
  return <OneVisit key={round} {...props} onAssigned={() => setRound((current) => current + 1)} />;
}

function OneVisit({
  programmeId,
  window: offered,
  period,
  onAssigned,
  ...choices
}: AssignFormProps & { onAssigned: () => void }) {
  const t = useTranslations("programmes.assign");
  const [place, setPlace] = useState({ locationId: "", touchpointId: "", teamId: "" });
  const [days, setDays] = useState({ windowStartsOn: offered.firstDay, windowEndsOn: offered.lastDay });
  const { candidates, pending } = useCandidates(programmeId, place, days);
  return (
    <ActionForm action={assignVisitAction} successMessage={t("done")} onSuccess={onAssigned}>
      <input type="hidden" name="programmeId" value={programmeId} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <PlaceFields {...choices} onChange={setPlace} />
        <Field name="windowStartsOn" label={t("from")} required>
          <DateInput
            min={period.startsOn}
            max={period.endsOn}
            value={days.windowStartsOn}
            onChange={(event) => setDays({ ...days, windowStartsOn: event.target.value })}
          />
        </Field>
        <Field name="windowEndsOn" label={t("to")} required>
          <DateInput
            min={days.windowStartsOn}
            max={period.endsOn}
            value={days.windowEndsOn}
            onChange={(event) => setDays({ ...days, windowEndsOn: event.target.value })}
          />
        </Field>
      </div>
      <FieldGroup name="memberIds" label={t("who")} hint={t("whoHint")} required>
        <CandidateChoices candidates={candidates} pending={pending} />
      </FieldGroup>
      <Field name="note" label={t("note")} hint={t("noteHint")} optional>
        <Textarea rows={2} maxLength={2000} />
      </Field>
      <Row>
        <SubmitButton>{t("submit")}</SubmitButton>
      </Row>
    </ActionForm>
  );
}

/** Who can make the visit, as soon as place and days are told; null until then. */
function useCandidates(
  programmeId: string,
  { locationId, touchpointId, teamId }: { locationId: string; touchpointId: string; teamId: string },
  { windowStartsOn, windowEndsOn }: { windowStartsOn: string; windowEndsOn: string },
): { candidates: Candidate[] | null; pending: boolean } {
  const isTold =
    locationId !== "" && touchpointId !== "" && windowStartsOn !== "" && windowEndsOn >= windowStartsOn;
  const wanted = [locationId, touchpointId, teamId, windowStartsOn, windowEndsOn].join(" ");
  const [found, setFound] = useState<{ of: string; candidates: Candidate[] } | null>(null);
  const [asked, setAsked] = useState("");
  const { run, pending } = useServerAction(listCandidatesAction, {
    onSuccess: (candidates) => setFound({ of: asked, candidates }),
  });
  // While one question is under way the next is not asked; it is when that answer is there.
  useEffect(() => {
    if (!isTold || pending || asked === wanted) return;
    setAsked(wanted);
    run({ programmeId, locationId, touchpointId, teamId, windowStartsOn, windowEndsOn });
  }, [
    isTold,
    pending,
    asked,
    wanted,
    run,
    programmeId,
    locationId,
    touchpointId,
    teamId,
    windowStartsOn,
    windowEndsOn,
  ]);
  return { candidates: isTold && found?.of === wanted ? found.candidates : null, pending };
}
