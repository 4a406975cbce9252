import { getFormatter, getTranslations } from "next-intl/server";
import type { ActivityRow } from "@/features/organizations/queries/list-activity";

type Translate = ((key: string, values: Record<string, string | number>) => string) & {
  has: (key: string) => boolean;
};

/** One act of the audit trail in words. An act that has no words yet shows its key: nothing is hidden from the trail. */
export async function ActivitySentence({ row }: { row: ActivityRow }) {
  const t = (await getTranslations("activity")) as unknown as Translate;
  const format = await getFormatter();
  const name = row.subjectName ?? t("gone", {});
  const key = `actions.${row.action}`;
  if (!t.has(key)) return <>{[row.action, row.subjectName].filter(Boolean).join(" · ")}</>;
  const changed = typeof row.detail.changed === "string" ? row.detail.changed.split(",") : [];
  const values = Object.fromEntries(
    Object.entries(row.detail).map(([field, value]) => [
      field,
      typeof value === "number" ? value : String(value),
    ]),
  );
  return (
    <>
      {t(key, {
        ...values,
        name,
        changed: format.list(
          changed.map((field) => (t.has(`fields.${field}`) ? t(`fields.${field}`, {}) : field)),
          { type: "unit" },
        ),
      })}
    </>
  );
}
