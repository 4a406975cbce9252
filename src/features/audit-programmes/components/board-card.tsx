import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { ProgressBar } from "@/ui/progress-bar";
import { Table } from "@/ui/table";
import type { BoardRow } from "../queries/get-programme-board";

const COUNTED = ["planned", "accepted", "started", "done", "late", "declined"] as const;

/** How the visits stand, location by location; with `planHref` each count leads to its visits. */
export async function BoardCard({
  rows,
  planHref,
}: {
  rows: BoardRow[];
  planHref?: (locationId: string, state: (typeof COUNTED)[number]) => string;
}) {
  const t = await getTranslations("programmes");
  if (rows.length === 0) {
    return (
      <Card>
        <EmptyState title={t("board.emptyTitle")}>{t("board.emptyText")}</EmptyState>
      </Card>
    );
  }
  const sum = (key: (typeof COUNTED)[number] | "wanted") => rows.reduce((total, row) => total + row[key], 0);
  const wanted = sum("wanted");
  return (
    <Card title={t("board.title")} description={t("board.description")} flush>
      {wanted > 0 && (
        <div className="border-b border-line px-4 pb-4 sm:px-5">
          <ProgressBar
            label={t("board.progress")}
            value={Math.min(sum("done"), wanted)}
            max={wanted}
            text={t("list.doneOf", { done: sum("done"), wanted })}
          />
        </div>
      )}
      <Table
        caption={t("board.title")}
        rows={rows}
        rowKey={(row) => row.locationId}
        onPhone="cards"
        totals={{
          location: t("board.total"),
          wanted: wanted || "–",
          ...Object.fromEntries(COUNTED.map((key) => [key, sum(key)])),
        }}
        columns={[
          { key: "location", header: t("board.location"), cell: (row) => row.location, rowHeader: true },
          { key: "wanted", header: t("board.wanted"), align: "end", cell: (row) => row.wanted || "–" },
          ...COUNTED.map((key) => ({
            key,
            header: t(`state.${key}`),
            align: "end" as const,
            cell: (row: BoardRow) => count(row, key),
          })),
        ]}
      />
    </Card>
  );

  function count(row: BoardRow, key: (typeof COUNTED)[number]): ReactNode {
    const number = row[key];
    if (number === 0) return <span className="text-faint">–</span>;
    const shown = key === "late" ? <Badge tone="danger">{number}</Badge> : number;
    if (!planHref) return shown;
    return (
      <Link href={planHref(row.locationId, key)} className="text-link">
        {shown}
      </Link>
    );
  }
}
