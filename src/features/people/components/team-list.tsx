import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Table } from "@/ui/table";
import type { TeamRow } from "../schema";
import { TeamMenu } from "./team-editor";

export async function TeamList({
  teams,
  seesEverything,
  empty,
}: {
  teams: TeamRow[];
  seesEverything: boolean;
  empty: ReactNode;
}) {
  const t = await getTranslations("teams");
  const format = await getFormatter();
  return (
    <Table
      caption={t("title")}
      rows={teams}
      rowKey={(team) => team.id}
      rowMuted={(team) => team.isArchived}
      onPhone="cards"
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("columns.name"),
          cell: (team) => <span className="font-medium text-ink">{team.name}</span>,
        },
        {
          key: "location",
          header: t("columns.location"),
          cell: (team) => team.locationName ?? <span className="text-muted">{t("wholeOrganization")}</span>,
        },
        {
          key: "people",
          header: t("columns.people"),
          align: "end",
          cell: (team) => format.number(team.employeeCount),
        },
        {
          key: "actions",
          header: t("columns.actions"),
          hideHeader: true,
          align: "end",
          cell: (team) => (seesEverything || team.locationId !== null) && <TeamMenu team={team} />,
        },
      ]}
    />
  );
}
