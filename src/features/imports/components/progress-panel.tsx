import { useTranslations } from "next-intl";
import { AutoRefresh } from "@/ui/auto-refresh";
import { Card } from "@/ui/card";
import { ProgressBar } from "@/ui/progress-bar";
import type { ImportDetail } from "../schema";

/** How far a running import is; keeps itself up to date. */
export function ProgressPanel({ import: details }: { import: ImportDetail }) {
  const t = useTranslations("imports.progress");
  const total = details.rowsTotal ?? 0;
  return (
    <Card>
      <AutoRefresh everySeconds={1.5} />
      <div role="status" className="flex flex-col gap-3">
        <ProgressBar
          label={t("title")}
          value={details.rowsRead}
          max={total}
          text={details.rowsRead === 0 ? t("waiting") : t("text", { read: details.rowsRead, total })}
        />
        <p className="text-muted">{t("leave")}</p>
      </div>
    </Card>
  );
}
