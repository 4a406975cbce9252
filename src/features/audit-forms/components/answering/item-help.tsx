"use client";

import { ChevronDown, CircleCheck, CircleX, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { chooseText } from "@/server/input";
import type { AuditFormItem } from "../../schema";

/** Guidance with a good and a bad example, one tap away; nothing for an item that has none. */
export function ItemHelp({ item, language }: { item: AuditFormItem; language: string }) {
  const t = useTranslations("audits.item");
  const guidance = chooseText(item.guidance, language);
  const good = chooseText(item.goodExample, language);
  const bad = chooseText(item.badExample, language);
  if (!guidance && !good && !bad) return null;
  return (
    <details className="group -mx-1">
      <summary className="flex min-h-12 w-fit cursor-pointer list-none items-center gap-2 rounded-md px-1 font-medium text-accent-ink [&::-webkit-details-marker]:hidden">
        <Info aria-hidden className="size-4.5" />
        {t("help")}
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="mx-1 flex flex-col gap-3 rounded-lg bg-sunken p-4">
        {guidance && <p className="whitespace-pre-line">{guidance}</p>}
        {good && (
          <div className="flex gap-2.5">
            <CircleCheck aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent-ink" />
            <p className="whitespace-pre-line">
              <strong className="font-semibold">{t("goodExample")}</strong> {good}
            </p>
          </div>
        )}
        {bad && (
          <div className="flex gap-2.5">
            <CircleX aria-hidden className="mt-0.5 size-4.5 shrink-0 text-muted" />
            <p className="whitespace-pre-line">
              <strong className="font-semibold">{t("badExample")}</strong> {bad}
            </p>
          </div>
        )}
      </div>
    </details>
  );
}
