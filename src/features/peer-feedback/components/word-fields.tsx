import { getTranslations } from "next-intl/server";
import { Field } from "@/ui/field";
import { Textarea } from "@/ui/textarea";
import { MOST_LETTERS } from "../schema";

/** The two things feedback is made of. */
export async function WordFields() {
  const t = await getTranslations("peerFeedback");
  return (
    <>
      <Field name="worked" label={t("form.worked")} hint={t("form.workedHint")}>
        <Textarea rows={4} maxLength={MOST_LETTERS} />
      </Field>
      <Field name="toTry" label={t("form.toTry")} hint={t("form.toTryHint")}>
        <Textarea rows={4} maxLength={MOST_LETTERS} />
      </Field>
    </>
  );
}
