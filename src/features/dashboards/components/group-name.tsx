import type { Dashboard } from "@/features/dashboards/dashboard";
import type { GroupRow } from "@/features/dashboards/figures/groups";
import type { GroupTable } from "@/features/dashboards/figures/sorted-groups";
import type { Texts } from "@/features/dashboards/make-texts";
import { Badge } from "@/ui/badge";

/** A row's name, and what tells it from others of the same name: stage and channel, or where an employee works. */
export function GroupName({
  row,
  table,
  dashboard,
  texts,
}: {
  row: GroupRow;
  table: GroupTable;
  dashboard: Dashboard;
  texts: Texts;
}) {
  const { common, t } = texts;
  const { choices } = dashboard;
  const touchpoint =
    table.dimension === "touchpoint" ? choices.touchpoints.find(({ id }) => id === row.id) : undefined;
  const employee =
    table.dimension === "employee" ? choices.employees.find(({ id }) => id === row.id) : undefined;
  const detail = touchpoint
    ? `${common(`stage.${touchpoint.stage}`)} · ${common(`channel.${touchpoint.channel}`)}`
    : employee?.locationName;
  return (
    <span className="inline-flex flex-col">
      <span className="inline-flex flex-wrap items-center gap-x-2">
        {row.name}
        {touchpoint?.isCritical && <Badge tone="neutral">{t("critical")}</Badge>}
      </span>
      {detail && <span className="text-sm font-normal text-muted">{detail}</span>}
    </span>
  );
}
