import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/ui/action-button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Table } from "@/ui/table";
import { removeTargetAction } from "../actions";
import type { TargetRow } from "../queries/list-targets";
import { type PlaceChoices, TargetForm } from "./target-form";

/** How many visits are wanted where, and how far they are. */
export async function TargetsCard({
  programmeId,
  targets,
  choices,
}: {
  programmeId: string;
  targets: TargetRow[];
  /** Null when the programme no longer changes. */
  choices: PlaceChoices | null;
}) {
  const t = await getTranslations("programmes");
  return (
    <Card title={t("targets.title")} description={t("targets.description")} flush>
      {targets.length === 0 ? (
        <EmptyState title={t("targets.none")} compact />
      ) : (
        <Table
          caption={t("targets.title")}
          rows={targets}
          rowKey={(target) => target.id}
          onPhone="cards"
          columns={[
            {
              key: "location",
              header: t("board.location"),
              cell: (row) => row.location.name,
              rowHeader: true,
            },
            { key: "touchpoint", header: t("assignment.touchpoint"), cell: (row) => row.touchpoint.name },
            {
              key: "team",
              header: t("assignment.team"),
              cell: (row) => row.team?.name ?? t("targets.everybody"),
            },
            { key: "wanted", header: t("board.wanted"), align: "end", cell: (row) => row.wanted },
            { key: "done", header: t("state.done"), align: "end", cell: (row) => row.done },
            { key: "open", header: t("targets.open"), align: "end", cell: (row) => row.open },
            {
              key: "left",
              header: t("targets.left"),
              align: "end",
              cell: (row) => Math.max(0, row.wanted - row.done - row.open) || "–",
            },
            {
              key: "remove",
              header: t("targets.remove"),
              hideHeader: true,
              align: "end",
              cell: (row) =>
                choices && (
                  <ActionButton
                    action={removeTargetAction}
                    input={{ targetId: row.id }}
                    size="small"
                    variant="ghost"
                    aria-label={t("targets.removeOf", {
                      location: row.location.name,
                      touchpoint: row.touchpoint.name,
                    })}
                  >
                    {t("targets.remove")}
                  </ActionButton>
                ),
            },
          ]}
        />
      )}
      {choices && (
        <div className="border-t border-line px-4 py-4 sm:px-5">
          <TargetForm programmeId={programmeId} {...choices} />
        </div>
      )}
    </Card>
  );
}
