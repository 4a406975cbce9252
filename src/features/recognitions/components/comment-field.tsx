import { getTranslations } from "next-intl/server";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import type { CommentChoice } from "../schema";

const MOST_SHOWN = 90;

/** Which customer's comment goes with the thanks, if any; nothing when there is none to choose. */
export async function CommentField({
  choices,
  timeZone,
  selectedId,
}: {
  choices: CommentChoice[];
  timeZone: string;
  selectedId: string | null;
}) {
  if (choices.length === 0) return null;
  const [t, times] = await Promise.all([getTranslations("recognitions"), getTimeTexts(timeZone)]);
  return (
    <Field name="responseId" label={t("new.comment")} hint={t("new.commentHint")} optional>
      <Select
        key={choices.map(({ id }) => id).join()}
        defaultValue={choices.some(({ id }) => id === selectedId) ? (selectedId ?? "") : ""}
        placeholder={t("new.noComment")}
        options={choices.map(({ id, text, answeredAt }) => ({
          value: id,
          label: `${times.day(answeredAt)} · ${shorten(text)}`,
        }))}
      />
    </Field>
  );
}

function shorten(text: string): string {
  const letters = Array.from(text.replace(/\s+/g, " "));
  return letters.length > MOST_SHOWN ? `${letters.slice(0, MOST_SHOWN - 1).join("")}…` : letters.join("");
}
