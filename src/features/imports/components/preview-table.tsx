import { useTranslations } from "next-intl";
import type { ImportKind } from "@/generated/prisma/enums";
import { Badge } from "@/ui/badge";
import { type Column, Table } from "@/ui/table";
import { TARGET_FIELDS } from "../fields";
import type { ImportMapping, RowOutcome } from "../schema";
import { fieldLabel } from "./field-list";

/** The first rows as they were understood: names as the organization writes them, times on its clock. */
export function PreviewTable({
  kind,
  mapping,
  rows,
  moment,
}: {
  kind: ImportKind;
  mapping: ImportMapping;
  rows: RowOutcome[];
  moment: (instant: Date) => string;
}) {
  const t = useTranslations("imports");
  const common = useTranslations("common");
  const tones = { stored: "accent", unchanged: "neutral", rejected: "danger" } as const;

  const show = (row: RowOutcome, field: string) => {
    const text = row.shown[field] ?? "";
    if (row.status !== "stored") return text || "–";
    if (field === "occurredAt") return moment(new Date(text));
    if (field === "channel") return common(`channel.${text as "phone"}`);
    return text || "–";
  };
  // What a default or the touchpoint supplies is shown too; the time of day is part of the moment.
  const isSupplied = (key: string) =>
    kind === "encounters" && ["touchpoint", "encounterType", "channel"].includes(key);
  const fields = TARGET_FIELDS[kind].filter(
    ({ key }) => key !== "time" && (mapping.columns[key] !== undefined || isSupplied(key)),
  );
  const columns: Column<RowOutcome>[] = [
    { key: "line", header: t("check.line"), cell: (row) => row.line },
    {
      key: "outcome",
      header: t("check.outcome"),
      cell: (row) => <Badge tone={tones[row.status]}>{t(`check.outcomes.${row.status}`)}</Badge>,
    },
    ...fields.map(({ key }) => ({
      key,
      header: fieldLabel(t, kind, key).replace(/ \(.*\)$/, ""),
      cell: (row: RowOutcome) => <span className="whitespace-nowrap">{show(row, key)}</span>,
    })),
  ];
  return (
    <Table caption={t("check.rowsTitle")} rows={rows} rowKey={(row) => String(row.line)} columns={columns} />
  );
}
