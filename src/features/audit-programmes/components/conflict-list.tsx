import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { EmptyState } from "@/ui/empty-state";
import { Table } from "@/ui/table";
import { withdrawConflictAction } from "../actions";
import type { MyConflict } from "../queries/list-my-conflicts";
import { dayOf, formatDay } from "../windows";

/** What one has declared, with a way to take it back. */
export async function ConflictList({ conflicts, timeZone }: { conflicts: MyConflict[]; timeZone: string }) {
  const t = await getTranslations("programmes.conflicts");
  const locale = await getLocale();
  if (conflicts.length === 0) {
    return (
      <Card>
        <EmptyState title={t("none")} compact>
          {t("noneText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t("list")} flush>
      <Table
        caption={t("list")}
        rows={conflicts}
        rowKey={(conflict) => conflict.id}
        onPhone="cards"
        columns={[
          { key: "subject", header: t("subject"), cell: (conflict) => conflict.name },
          { key: "why", header: t("why"), cell: (conflict) => conflict.reason },
          {
            key: "when",
            header: t("when"),
            cell: (conflict) => formatDay(dayOf(conflict.declaredAt, timeZone), locale),
          },
          {
            key: "withdraw",
            header: t("withdraw"),
            hideHeader: true,
            align: "end",
            cell: (conflict) => (
              <ConfirmButton
                action={withdrawConflictAction}
                input={{ conflictId: conflict.id }}
                confirmTitle={t("withdrawTitle", { name: conflict.name })}
                consequences={t("withdrawText")}
                confirmLabel={t("withdraw")}
                successMessage={t("withdrawn")}
                size="small"
              >
                {t("withdraw")}
              </ConfirmButton>
            ),
          },
        ]}
      />
    </Card>
  );
}
