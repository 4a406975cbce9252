"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { accentColors } from "@/server/accent-colors";

const SCORES = [6, 7, 8, 9, 10];

/** The top of a respondent's page in the organization's name, logo and colour. A picture, not a form. */
export function RespondentPreview({
  name,
  accentColor,
  logoUrl,
}: {
  name: string;
  accentColor: string;
  logoUrl: string | null;
}) {
  const t = useTranslations("organizations.settings");
  const caption = useId();
  const { surface, onSurface, text } = accentColors(accentColor).light;
  return (
    <figure aria-labelledby={caption} className="min-w-0">
      <figcaption id={caption} className="mb-1.5 text-base font-medium text-ink">
        {t("preview")}
      </figcaption>
      {/* Light whatever the reader's own theme: these are the colours of a respondent's light page. */}
      <div
        className="overflow-hidden rounded-lg border border-line shadow-card"
        style={{ background: "#ffffff", color: "#16181d", colorScheme: "light" }}
      >
        <div className="h-1.5" style={{ background: surface }} />
        <div className="flex flex-col gap-3 px-4 py-4">
          {logoUrl ? (
            // biome-ignore lint/performance/noImgElement: a data address of a few kilobytes; there is nothing to optimise
            <img src={logoUrl} alt={name} className="max-h-15 max-w-50 self-start object-contain" />
          ) : (
            <p className="text-lg font-semibold break-words">{name || " "}</p>
          )}
          <p className="text-base font-semibold">{t("previewQuestion")}</p>
          <div aria-hidden className="flex gap-1.5">
            {SCORES.map((score) => (
              <span
                key={score}
                className="grid size-9 place-items-center rounded-md border font-semibold"
                style={
                  score === 9
                    ? { background: surface, color: onSurface, borderColor: surface }
                    : { color: text, borderColor: text }
                }
              >
                {score}
              </span>
            ))}
          </div>
          <span
            aria-hidden
            className="self-start rounded-md px-4 py-2 font-semibold"
            style={{ background: surface, color: onSurface }}
          >
            {t("previewSend")}
          </span>
        </div>
      </div>
    </figure>
  );
}
