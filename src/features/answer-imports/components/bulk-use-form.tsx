"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/ui/button";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toast";
import { BULK_USES, type BulkUse } from "./mapping-changes";

/** Gives all columns that are shown the same use: search for "Q7", and the sixteen questions are scores. */
export function BulkUseForm({ count, onApply }: { count: number; onApply: (use: BulkUse) => void }) {
  const t = useTranslations("answerImports.columns.bulk");
  const toast = useToast();
  const [use, setUse] = useState<BulkUse | null>(null);
  return (
    <div className="flex w-full gap-2 sm:ml-auto sm:w-auto">
      <Select
        aria-label={t("label")}
        className="min-w-0 flex-1 sm:w-60"
        value={use ?? ""}
        placeholder={t("label")}
        options={BULK_USES.map((value) => ({ value, label: t(`uses.${value}`) }))}
        onChange={(event) => setUse(BULK_USES.find((known) => known === event.target.value) ?? null)}
      />
      <Button
        disabled={use === null}
        onClick={() => {
          if (use === null) return;
          onApply(use);
          setUse(null);
          toast({ message: t("done", { count }) });
        }}
      >
        {t("apply")}
      </Button>
    </div>
  );
}
