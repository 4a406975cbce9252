import { getLocale } from "next-intl/server";
import { wallClock } from "@/features/encounters/rules";
import { csvResponse } from "@/features/imports/csv-response";
import { EXAMPLE_DELIMITER, EXAMPLE_HEADERS, exampleRow } from "@/features/imports/example-file";
import { writeCsv } from "@/features/imports/rules/rejected-csv";
import { newImportInput } from "@/features/imports/schema";
import { listEmployeeOptions } from "@/features/people/queries/list-employee-options";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { requireScope } from "@/server/session";

/** A file of the kind with one row that names the organization's own things, to be filled in. */
export async function GET(request: Request, { params }: RouteContext<"/o/[organization]/imports/example">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "encounters.import");
  const { kind } = newImportInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  const locale = await getLocale();
  const [touchpoints, encounterTypes, employees, locations] = await Promise.all([
    listTouchpointOptions(scope),
    listEncounterTypeOptions(scope),
    listEmployeeOptions(scope),
    listLocationOptions(scope),
  ]);
  const names = {
    touchpoint: touchpoints[0]?.name,
    encounterType: encounterTypes[0]?.name,
    employee: employees[0]?.name,
    location: locations[0]?.name,
  };
  const [day = "", time = ""] = wallClock(scope.now, scope.timeZone).split("T");
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  const dateTime =
    locale === "fi" ? `${dayOfMonth}.${month}.${year} ${time.replace(":", ".")}` : `${day} ${time}`;
  const rows = [EXAMPLE_HEADERS[locale][kind], exampleRow(locale, kind, names, dateTime)];
  return csvResponse(`${kind}.csv`, writeCsv(rows, EXAMPLE_DELIMITER[locale]));
}
