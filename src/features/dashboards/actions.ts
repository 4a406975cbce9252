"use server";

import { z } from "zod";
import { defineAction } from "@/server/define-action";
import { listDashboardEmployees } from "./queries/list-dashboard-employees";

const MOST_FOUND = 30;

/** The employees to filter by while typing, as the combobox shows them. */
export const searchDashboardEmployeesAction = defineAction({
  input: z.object({
    query: z
      .string()
      .max(200)
      .transform((query) => query.replaceAll("\0", "")),
  }),
  permission: "dashboards.read",
  run: async (scope, { query }) =>
    (await listDashboardEmployees(scope, { query, limit: MOST_FOUND })).map((employee) => ({
      value: employee.id,
      label: employee.name,
      detail: employee.locationName,
    })),
});
