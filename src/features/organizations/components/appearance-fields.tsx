"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { accentColors, contrast } from "@/server/accent-colors";
import { Callout } from "@/ui/callout";
import { ColorInput } from "@/ui/color-input";
import { Field } from "@/ui/field";
import { TextInput } from "@/ui/text-input";
import { RespondentPreview } from "./respondent-preview";

/** Name and accent colour, with what a respondent will see of them while they are being chosen. */
export function AppearanceFields({
  name: savedName,
  accentColor: savedColor,
  logoUrl,
}: {
  name: string;
  accentColor: string;
  logoUrl: string | null;
}) {
  const t = useTranslations("organizations.settings");
  const [name, setName] = useState(savedName);
  const [color, setColor] = useState(savedColor);
  const { surface, text } = accentColors(color).light;
  const ratio = contrast(color, "#ffffff");
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="flex min-w-0 flex-col gap-5">
        <Field name="name" label={t("name")} hint={t("nameHint")} required>
          <TextInput
            defaultValue={savedName}
            maxLength={120}
            autoComplete="organization"
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <Field name="accentColor" label={t("accentColor")} hint={t("accentColorHint")} required>
          <ColorInput defaultValue={savedColor} onValueChange={setColor} />
        </Field>
        {ratio < 4.5 && (
          <Callout tone="warning" role="status" title={t("contrastTitle", { ratio })}>
            {t("contrast")}
            <span className="mt-2 flex flex-wrap gap-3">
              {[...new Set([surface, text])].map((shade) => (
                <span key={shade} className="inline-flex items-center gap-2 font-mono text-sm">
                  <span className="size-5 rounded-sm border border-line" style={{ background: shade }} />
                  {shade}
                </span>
              ))}
            </span>
          </Callout>
        )}
      </div>
      <RespondentPreview name={name} accentColor={color} logoUrl={logoUrl} />
    </div>
  );
}
