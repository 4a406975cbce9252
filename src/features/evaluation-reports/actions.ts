"use server";

import { defineAction } from "@/server/define-action";
import { thenRefresh } from "@/server/then-refresh";
import { releaseReports } from "./commands/release-reports";
import { releaseReportsInput } from "./schema";

export const releaseReportsAction = defineAction({
  permission: "evaluation-cycles.manage",
  input: releaseReportsInput,
  run: (scope, { cycleId }) => thenRefresh(releaseReports(scope, cycleId)),
});
