"use client";

import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/ui/action-button";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { Select, type SelectOption } from "@/ui/select";
import { SubmitButton } from "@/ui/submit-button";
import { shareDiaryEntryAction, takeBackDiaryEntryAction } from "../actions";
import type { DiaryEntry } from "../schema";

/** Shows an entry to one person, or takes that back. */
export function ShareCard({ entry, readers }: { entry: DiaryEntry; readers: SelectOption[] }) {
  const t = useTranslations("diary");
  const { id, sharedWith } = entry;
  if (sharedWith) {
    return (
      <Card
        title={t("share.sharedTitle", { name: sharedWith.name })}
        description={t("share.sharedText", { name: sharedWith.name })}
      >
        <ActionButton
          action={takeBackDiaryEntryAction}
          input={{ id }}
          successMessage={t("share.takenBack")}
          icon={<EyeOff aria-hidden className="size-4" />}
        >
          {t("share.takeBack")}
        </ActionButton>
      </Card>
    );
  }
  return (
    <Card title={t("share.title")} description={t("share.text")}>
      <ActionForm action={shareDiaryEntryAction} successMessage={t("share.done")}>
        <input type="hidden" name="id" value={id} />
        <div className="flex flex-wrap items-end gap-3">
          <Field name="memberId" label={t("share.with")} className="min-w-60 flex-1 sm:max-w-sm">
            <Select placeholder={t("share.choose")} options={readers} />
          </Field>
          <SubmitButton variant="secondary">{t("share.submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
