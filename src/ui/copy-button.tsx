"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "./button";

/** Copies a text to the clipboard and says so. `label` names what is copied where only the icon shows. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const t = useTranslations("ui");
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  const icon = copied ? (
    <Check aria-hidden className="size-4 text-accent-ink" />
  ) : (
    <Copy aria-hidden className="size-4" />
  );

  return (
    <>
      <Button
        size="small"
        variant={label ? "ghost" : "secondary"}
        iconOnly={Boolean(label)}
        aria-label={label}
        icon={icon}
        onClick={copy}
      >
        {label ? null : copied ? t("action.copied") : t("action.copy")}
      </Button>
      <span role="status" className="sr-only">
        {copied ? t("action.copied") : ""}
      </span>
    </>
  );
}
