"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Textarea } from "@/ui/textarea";
import { useServerAction } from "@/ui/use-server-action";
import { saveReviewNotesAction } from "../actions";
import type { ReviewNotes } from "../schema";

/** What the reviewer adds to the report, beside what the form suggests for the items that were failed. */
export function NotesCard({
  auditId,
  notes,
  onChange,
  suggested,
}: {
  auditId: string;
  notes: ReviewNotes;
  onChange: (notes: ReviewNotes) => void;
  suggested: { key: string; text: string }[];
}) {
  const t = useTranslations("auditReview.desk");
  const { run, pending } = useServerAction(saveReviewNotesAction, { successMessage: t("notesSaved") });
  return (
    <Card title={t("notes")} description={t("notesText")}>
      <div className="flex flex-col gap-4">
        <NoteField
          label={t("strengths")}
          hint={t("strengthsHint")}
          value={notes.strengths}
          onChange={(strengths) => onChange({ ...notes, strengths })}
        />
        {suggested.length > 0 && (
          <details>
            <summary className="cursor-pointer font-medium text-accent-ink">{t("failedSuggestions")}</summary>
            <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
              {suggested.map(({ key, text }) => (
                <li key={key}>{text}</li>
              ))}
            </ul>
          </details>
        )}
        <NoteField
          label={t("suggestions")}
          hint={t("suggestionsHint")}
          value={notes.suggestions}
          onChange={(suggestions) => onChange({ ...notes, suggestions })}
        />
        <div>
          <Button pending={pending} onClick={() => run({ auditId, ...notes })}>
            {t("saveNotes")}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function NoteField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  value: string | null;
  onChange: (value: string | null) => void;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-base font-medium text-ink">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {hint}
      </p>
      <Textarea
        id={id}
        rows={3}
        maxLength={5000}
        aria-describedby={`${id}-hint`}
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || null)}
      />
    </div>
  );
}
