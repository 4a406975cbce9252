"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/ui/button";
import { MAIL_PLACEHOLDERS } from "../../schema";

/** The places in a mail that are filled in for each customer: a press writes one, and each says what it becomes. */
export function PlaceholderChips({
  mailTitle,
  onInsert,
}: {
  mailTitle: string;
  onInsert: (placeholder: string) => void;
}) {
  const t = useTranslations("surveys");
  const id = useId();
  return (
    <div className="rounded-lg bg-sunken px-3.5 py-3">
      <p id={id} className="text-sm text-muted">
        {t("mails.placeholders")}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset here would be one inside the mail's own */}
      <div role="group" aria-labelledby={id}>
        <ul className="mt-2 grid gap-x-4 gap-y-2 sm:grid-cols-2 xl:grid-cols-1">
          {MAIL_PLACEHOLDERS.map((placeholder) => (
            <li key={placeholder} className="flex items-baseline gap-2.5">
              <Button
                size="small"
                icon={<Plus aria-hidden className="size-3.5" />}
                aria-label={t("mails.insert", { placeholder: `{${placeholder}}`, mail: mailTitle })}
                className="w-38 shrink-0 justify-start font-mono"
                // The field keeps the cursor, so that the text lands where it stands.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onInsert(`{${placeholder}}`)}
              >
                {`{${placeholder}}`}
              </Button>
              <span className="min-w-0 text-sm text-muted">{t(`mails.placeholder.${placeholder}`)}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
