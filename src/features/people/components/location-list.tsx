import { CornerDownRight } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EditRecordButton } from "@/ui/record-editor";
import { type Column, Table } from "@/ui/table";
import type { LocationRow } from "../schema";
import { LocationMenu } from "./location-editor";

export async function LocationList({
  locations,
  canEdit,
  isTree,
  empty,
}: {
  locations: LocationRow[];
  canEdit: boolean;
  /** All of the tree is listed: branches are set in. Else each row says what it is part of. */
  isTree: boolean;
  empty: ReactNode;
}) {
  const t = await getTranslations("locations");
  const format = await getFormatter();
  const columns: Column<LocationRow>[] = [
    {
      key: "name",
      header: t("columns.name"),
      cell: (location) => (
        <span
          className="flex items-center gap-1.5 font-medium text-ink"
          style={
            isTree && location.depth > 0
              ? { paddingLeft: `${(location.depth - 1) * 1.5 + 0.25}rem` }
              : undefined
          }
        >
          {isTree && location.depth > 0 && (
            <CornerDownRight aria-hidden className="size-4 shrink-0 text-faint" />
          )}
          <span>
            {canEdit ? <EditRecordButton record={location}>{location.name}</EditRecordButton> : location.name}
            {!isTree && location.parentName && (
              <span className="block text-sm font-normal text-muted">{location.parentName}</span>
            )}
          </span>
        </span>
      ),
    },
    { key: "address", header: t("columns.address"), cell: (location) => location.address ?? "–" },
    {
      key: "reference",
      header: t("columns.reference"),
      cell: (location) => location.externalReference ?? "–",
    },
    {
      key: "people",
      header: t("columns.people"),
      align: "end",
      cell: (location) => format.number(location.employeeCount),
    },
  ];
  if (canEdit) {
    columns.push({
      key: "actions",
      header: t("columns.actions"),
      hideHeader: true,
      align: "end",
      cell: (location) => <LocationMenu location={location} />,
    });
  }
  return (
    <Table
      caption={t("title")}
      rows={locations}
      rowKey={(location) => location.id}
      rowMuted={(location) => location.isArchived}
      onPhone="cards"
      empty={empty}
      columns={columns}
    />
  );
}
