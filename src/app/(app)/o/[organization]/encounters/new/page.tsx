import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotReady } from "@/features/encounters/components/not-ready";
import { RecordForm } from "@/features/encounters/components/record-form";
import { getRecordingDefaults } from "@/features/encounters/queries/get-recording-defaults";
import { getRecordingLanguages } from "@/features/encounters/queries/get-recording-languages";
import { INVITATION_AGE_LIMIT_DAYS, wallClock } from "@/features/encounters/rules";
import { listEmployeeOptions } from "@/features/people/queries/list-employee-options";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("encounters"))("form.title") };
}

export default async function RecordEncounterPage({ params }: PageProps<"/o/[organization]/encounters/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "encounters.record");
  const [touchpoints, encounterTypes, employees, defaults, languages, t] = await Promise.all([
    listTouchpointOptions(scope),
    listEncounterTypeOptions(scope),
    listEmployeeOptions(scope),
    getRecordingDefaults(scope),
    getRecordingLanguages(scope),
    getTranslations("encounters"),
  ]);
  const isEmployee = scope.role === "employee";
  const listHref = `/o/${organization}/encounters`;
  const dateTime = wallClock(scope.now, scope.timeZone);
  const oldest = new Date(scope.now.getTime() - INVITATION_AGE_LIMIT_DAYS * 24 * 3600_000);
  const isReady = touchpoints.length > 0 && encounterTypes.length > 0 && employees.length > 0;

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: listHref }]}
        title={t("form.title")}
        description={t(isEmployee ? "form.employeeOwn" : "form.description")}
      />
      {isReady ? (
        <ClientMessages namespaces={["encounters", "common"]}>
          <RecordForm
            touchpoints={touchpoints}
            encounterTypes={encounterTypes}
            employees={
              isEmployee
                ? null
                : employees.map(({ id, name, locationName }) => ({
                    value: id,
                    label: name,
                    detail: locationName,
                  }))
            }
            defaults={defaults}
            {...languages}
            clock={{
              time: dateTime.slice(11),
              dateTime,
              oldestAsked: wallClock(oldest, scope.timeZone),
              timeZone: scope.timeZone,
            }}
            listHref={listHref}
          />
        </ClientMessages>
      ) : (
        <NotReady
          base={`/o/${organization}`}
          role={scope.role}
          missing={{
            touchpoint: touchpoints.length === 0,
            type: encounterTypes.length === 0,
            employee: employees.length === 0,
          }}
        />
      )}
    </div>
  );
}
