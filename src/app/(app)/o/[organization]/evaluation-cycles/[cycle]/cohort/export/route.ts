import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { makeCohortTexts } from "@/features/evaluation-reports/cohort/cohort-texts";
import {
  COHORT_TABLES,
  makeBehaviourSheet,
  makeUnitSheet,
} from "@/features/evaluation-reports/cohort/export/cohort-sheets";
import { getCohort } from "@/features/evaluation-reports/cohort/queries/get-cohort";
import { listBehaviourComparisons } from "@/features/evaluation-reports/cohort/queries/list-behaviour-comparisons";
import { csvResponse } from "@/features/imports/csv-response";
import { getOrganizationSettings } from "@/features/organizations/queries/get-organization-settings";
import { id } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { writeCsv } from "@/server/sheet";

/** A cohort as CSV, exactly what its page shows: `table` is units or behaviours. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/o/[organization]/evaluation-cycles/[cycle]/cohort/export">,
) {
  const { organization, cycle } = await params;
  const scope = await requireScope(organization, "evaluation-cohorts.read");
  const cycleId = id.safeParse(cycle).data;
  const table = COHORT_TABLES.find((name) => name === new URL(request.url).searchParams.get("table"));
  if (!cycleId || !table || scope.locationIds !== null) notFound();
  const cohort = await orNotFound(getCohort(scope, cycleId));
  const texts = makeCohortTexts(await getLocale());
  const sheet =
    table === "units"
      ? makeUnitSheet(cohort, texts)
      : makeBehaviourSheet(
          await listBehaviourComparisons(scope, cohort),
          (await getOrganizationSettings(scope)).minimumN,
          texts,
        );
  return csvResponse(`${texts.t(`export.${table}`)}.csv`, writeCsv(sheet));
}
