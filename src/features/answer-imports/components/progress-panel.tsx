import { useFormatter, useTranslations } from "next-intl";
import { AutoRefresh } from "@/ui/auto-refresh";
import { Card } from "@/ui/card";
import { ProgressBar } from "@/ui/progress-bar";
import { Columns } from "@/ui/stack";
import { Stat } from "@/ui/stat";
import type { AnswerImportDetail } from "../schema";

/** How far a running import, or its undoing, is; keeps itself up to date. */
export function ProgressPanel({ import: details }: { import: AnswerImportDetail }) {
  const t = useTranslations("answerImports.progress");
  const format = useFormatter();
  const isUndoing = details.status === "undoing";
  const total = Math.max(details.rowsTotal ?? 0, details.rowsRead);
  return (
    <Card>
      <AutoRefresh everySeconds={1.5} />
      <div className="flex flex-col gap-5">
        <div role="status" className="flex flex-col gap-2">
          <ProgressBar
            label={t(isUndoing ? "undoing" : "title")}
            value={isUndoing ? 0 : details.rowsRead}
            max={isUndoing ? 1 : total}
            text={
              isUndoing
                ? t("undoingText", { left: details.answersStored })
                : details.rowsRead === 0
                  ? t("waiting")
                  : t(details.isTotalEstimated ? "textAbout" : "text", { read: details.rowsRead, total })
            }
          />
          <p className="text-muted">{t("leave")}</p>
        </div>
        {!isUndoing && (
          <Columns count={4}>
            <Stat label={t("stored")} value={format.number(details.answersStored)} />
            <Stat label={t("known")} value={format.number(details.answersKnown)} />
            <Stat label={t("noAnswers")} value={format.number(details.noAnswers)} />
            <Stat label={t("rejected")} value={format.number(details.rejected)} />
          </Columns>
        )}
      </div>
    </Card>
  );
}
