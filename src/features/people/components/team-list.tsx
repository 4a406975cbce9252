import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { EditRecordButton } from "@/ui/record-editor";
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
  // A team of the whole organization is changed by those who see all of it.
  const canEdit = (team: TeamRow) => seesEverything || team.locationId !== null;
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
          cell: (team) =>
            canEdit(team) ? <EditRecordButton record={team}>{team.name}</EditRecordButton> : team.name,
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
          cell: (team) => canEdit(team) && <TeamMenu team={team} />,
        },
      ]}
    />
  );
}
