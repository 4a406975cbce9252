"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ImportKind } from "@/generated/prisma/enums";
import { ActionForm } from "@/ui/action-form";
import { Field } from "@/ui/field";
import { FileInput } from "@/ui/file-input";
import { SubmitButton } from "@/ui/submit-button";
import { uploadImportAction } from "../actions";
import { LARGEST_FILE } from "../formats";

/** Takes a file in; one that is too large is refused before it travels. */
export function UploadForm({ kind, importsHref }: { kind: ImportKind; importsHref: string }) {
  const t = useTranslations("imports.new");
  const [isTooBig, setTooBig] = useState(false);
  return (
    <ActionForm action={uploadImportAction} redirectTo={`${importsHref}/{id}`}>
      <input type="hidden" name="kind" value={kind} />
      <Field
        name="file"
        label={t("file")}
        hint={t("fileHint")}
        error={isTooBig ? t("tooBig") : undefined}
        required
      >
        <FileInput
          accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          onChange={(event) => setTooBig((event.target.files?.[0]?.size ?? 0) > LARGEST_FILE)}
        />
      </Field>
      <div>
        <SubmitButton pendingText={t("uploading")} disabled={isTooBig}>
          {t("upload")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
