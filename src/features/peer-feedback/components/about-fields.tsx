import { getLocale, getTranslations } from "next-intl/server";
import type { Behaviour } from "@/features/behaviours/schema";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { chooseText } from "@/server/input";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { EncounterChoice } from "../schema";

/** Which encounter is meant, if any; nothing when there is none to choose. */
export async function EncounterField({
  choices,
  timeZone,
  selectedId,
  hint,
}: {
  choices: EncounterChoice[];
  timeZone: string;
  selectedId?: string | null;
  /** What others will see of it, where that differs. */
  hint?: string;
}) {
  if (choices.length === 0) return null;
  const [t, times] = await Promise.all([getTranslations("peerFeedback"), getTimeTexts(timeZone)]);
  return (
    <Field name="encounterId" label={t("form.encounter")} hint={hint ?? t("form.encounterHint")} optional>
      <Select
        // Other choices, another field: what was chosen of the former ones would be sent unseen.
        key={choices.map(({ id }) => id).join()}
        defaultValue={choices.some(({ id }) => id === selectedId) ? (selectedId ?? "") : ""}
        placeholder={t("form.noEncounter")}
        options={choices.map((choice) => ({
          value: choice.id,
          label: [times.nearMoment(choice.occurredAt), choice.touchpoint, choice.customer]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
    </Field>
  );
}

/** Which behaviour of the service standard it is about, if any. */
export async function BehaviourField({
  behaviours,
  selectedId,
}: {
  behaviours: Behaviour[];
  selectedId?: string;
}) {
  if (behaviours.length === 0) return null;
  const [t, locale] = await Promise.all([getTranslations("peerFeedback"), getLocale()]);
  const options = behaviours.map(({ id, name }) => ({ value: id, label: chooseText(name, locale) }));
  return (
    <Field name="behaviourId" label={t("form.behaviour")} optional>
      <Select
        defaultValue={options.some(({ value }) => value === selectedId) ? selectedId : ""}
        placeholder={t("form.noBehaviour")}
        options={options}
      />
    </Field>
  );
}
