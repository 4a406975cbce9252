"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { SubmitButton } from "@/ui/submit-button";
import { rereadImportAction } from "../actions";
import { DELIMITERS, type Delimiter, ENCODINGS, type Encoding } from "../formats";
import { DELIMITER_KEYS, ENCODING_NAMES } from "./encoding-names";

/** Reads the file with another encoding or separator than was guessed. */
export function RereadForm({
  importId,
  encoding,
  delimiter,
}: {
  importId: string;
  encoding: Encoding;
  delimiter: Delimiter;
}) {
  const t = useTranslations("imports.columns");
  const router = useRouter();
  return (
    <ActionForm action={rereadImportAction} onSuccess={() => router.refresh()} aria-label={t("reading")}>
      <input type="hidden" name="id" value={importId} />
      <div className="flex flex-wrap items-end gap-3">
        <Field name="encoding" label={t("encoding")} className="w-full sm:w-60">
          <Select
            defaultValue={encoding}
            options={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
          />
        </Field>
        <Field name="delimiter" label={t("delimiter")} className="w-full sm:w-44">
          <Select
            defaultValue={delimiter}
            options={DELIMITERS.map((value) => ({ value, label: t(`delimiters.${DELIMITER_KEYS[value]}`) }))}
          />
        </Field>
        <SubmitButton variant="secondary">{t("reread")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
