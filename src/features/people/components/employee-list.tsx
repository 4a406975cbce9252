import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Avatar } from "@/ui/avatar";
import { EditRecordButton } from "@/ui/record-editor";
import { Table } from "@/ui/table";
import type { EmployeeRow } from "../schema";
import { EmployeeMenu } from "./employee-editor";

export async function EmployeeList({ employees, empty }: { employees: EmployeeRow[]; empty: ReactNode }) {
  const t = await getTranslations("employees");
  return (
    <Table
      caption={t("title")}
      rows={employees}
      rowKey={(employee) => employee.id}
      rowMuted={(employee) => employee.isArchived}
      onPhone="cards"
      empty={empty}
      columns={[
        {
          key: "name",
          header: t("columns.name"),
          cell: (employee) => (
            <span className="flex min-w-0 items-center gap-2.5">
              <Avatar name={employee.name} size="small" />
              <span className="min-w-0">
                <EditRecordButton record={employee}>{employee.name}</EditRecordButton>
                {employee.email && (
                  <span className="block text-sm break-all text-muted">{employee.email}</span>
                )}
              </span>
            </span>
          ),
        },
        { key: "title", header: t("columns.title"), cell: (employee) => employee.title ?? "–" },
        { key: "location", header: t("columns.location"), cell: (employee) => employee.locationName },
        { key: "team", header: t("columns.team"), cell: (employee) => employee.teamName ?? "–" },
        {
          key: "reference",
          header: t("columns.reference"),
          cell: (employee) => employee.externalReference ?? "–",
          className: "tabular-nums",
        },
        {
          key: "actions",
          header: t("columns.actions"),
          hideHeader: true,
          align: "end",
          cell: (employee) => <EmployeeMenu employee={employee} />,
        },
      ]}
    />
  );
}
