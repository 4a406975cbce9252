import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EditRecordButton } from "@/ui/record-editor";
import { type Column, Table } from "@/ui/table";
import type { EncounterTypeRow } from "../schema";
import { EncounterTypeMenu } from "./encounter-type-editor";

export async function EncounterTypeList({
  encounterTypes,
  canEdit,
  empty,
}: {
  encounterTypes: EncounterTypeRow[];
  canEdit: boolean;
  empty: ReactNode;
}) {
  const t = await getTranslations("encounterTypes");
  const format = await getFormatter();
  const columns: Column<EncounterTypeRow>[] = [
    {
      key: "name",
      header: t("columns.name"),
      cell: (encounterType) =>
        canEdit ? (
          <EditRecordButton record={encounterType}>{encounterType.name}</EditRecordButton>
        ) : (
          encounterType.name
        ),
    },
    {
      key: "description",
      header: t("columns.description"),
      cell: (encounterType) => encounterType.description ?? "–",
    },
    {
      key: "encounters",
      header: t("columns.encounters"),
      align: "end",
      cell: (encounterType) => format.number(encounterType.encounterCount),
    },
  ];
  if (canEdit) {
    columns.push({
      key: "actions",
      header: t("columns.actions"),
      hideHeader: true,
      align: "end",
      cell: (encounterType) => <EncounterTypeMenu encounterType={encounterType} />,
    });
  }
  return (
    <Table
      caption={t("title")}
      rows={encounterTypes}
      rowKey={(encounterType) => encounterType.id}
      rowMuted={(encounterType) => encounterType.isArchived}
      onPhone="cards"
      empty={empty}
      columns={columns}
    />
  );
}
