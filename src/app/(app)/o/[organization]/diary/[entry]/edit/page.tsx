import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { encounterText } from "@/features/diary/components/encounter-text";
import { EntryForm } from "@/features/diary/components/entry-form";
import { getDiaryEntry } from "@/features/diary/queries/get-diary-entry";
import { listDiaryEncounters } from "@/features/diary/queries/list-diary-encounters";
import { today } from "@/features/diary/rules";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { ClientMessages } from "@/i18n/client-messages";
import { orNotFound, requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("form.editTitle") };
}

export default async function EditDiaryEntryPage({
  params,
}: PageProps<"/o/[organization]/diary/[entry]/edit">) {
  const { organization, entry: id } = await params;
  const scope = await requireScope(organization, "diary.write");
  if (scope.employeeId === null) notFound();
  const entry = await orNotFound(getDiaryEntry(scope, id));
  const [recent, times, dates, t] = await Promise.all([
    listDiaryEncounters(scope),
    getTimeTexts(scope.timeZone),
    getTimeTexts("UTC"),
    getTranslations("diary"),
  ]);
  const { encounter } = entry;
  // The entry's own encounter can be older than those that are offered.
  const encounters =
    encounter && !recent.some((each) => each.id === encounter.id) ? [...recent, encounter] : recent;
  const listHref = `/o/${organization}/diary`;
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: listHref },
          { label: dates.day(entry.happenedOn), href: `${listHref}/${id}` },
        ]}
        title={t("form.editTitle")}
      />
      <ClientMessages namespaces={["diary"]}>
        <EntryForm
          entry={entry}
          day={entry.happenedOn.toISOString().slice(0, 10)}
          lastDay={today(scope.now, scope.timeZone)}
          encounters={encounters.map((each) => ({
            value: each.id,
            label: encounterText(each, times.nearMoment),
          }))}
          listHref={listHref}
        />
      </ClientMessages>
    </div>
  );
}
