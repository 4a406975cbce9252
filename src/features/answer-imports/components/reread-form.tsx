"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DELIMITER_KEYS, ENCODING_NAMES } from "@/features/imports/components/encoding-names";
import { DELIMITERS, ENCODINGS } from "@/features/imports/formats";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { Select } from "@/ui/select";
import { SubmitButton } from "@/ui/submit-button";
import { rereadAnswerImportAction } from "../actions";
import type { FileFormat } from "../formats";
import type { FileReading } from "../mapping";

/** Reads the file otherwise than was guessed: a CSV file with another encoding or separator, a workbook from another sheet. */
export function RereadForm({
  importId,
  format,
  reading,
  sheets,
}: {
  importId: string;
  format: FileFormat | null;
  reading: FileReading;
  sheets: string[];
}) {
  const t = useTranslations("answerImports.reading");
  const router = useRouter();
  return (
    <ActionForm
      action={rereadAnswerImportAction}
      onSuccess={() => router.refresh()}
      successMessage={t("done")}
      aria-label={t("title")}
    >
      <input type="hidden" name="id" value={importId} />
      <div className="flex flex-wrap items-end gap-3">
        {format === "xlsx" ? (
          <Field name="sheet" label={t("sheet")} className="w-full sm:w-60">
            <Select
              defaultValue={reading.sheet ?? sheets[0]}
              options={sheets.map((name) => ({ value: name, label: name }))}
            />
          </Field>
        ) : (
          <>
            <Field name="encoding" label={t("encoding")} className="w-full sm:w-60">
              <Select
                defaultValue={reading.encoding ?? "utf-8"}
                options={ENCODINGS.map((value) => ({ value, label: ENCODING_NAMES[value] }))}
              />
            </Field>
            <Field name="delimiter" label={t("delimiter")} className="w-full sm:w-44">
              <Select
                defaultValue={reading.delimiter ?? ","}
                options={DELIMITERS.map((value) => ({
                  value,
                  label: t(`delimiters.${DELIMITER_KEYS[value]}`),
                }))}
              />
            </Field>
          </>
        )}
        <SubmitButton variant="secondary">{t("reread")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
