import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { encounterText } from "@/features/diary/components/encounter-text";
import { EntryForm } from "@/features/diary/components/entry-form";
import { listDiaryEncounters } from "@/features/diary/queries/list-diary-encounters";
import { today } from "@/features/diary/rules";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("form.newTitle") };
}

export default async function NewDiaryEntryPage({ params }: PageProps<"/o/[organization]/diary/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "diary.write");
  if (scope.employeeId === null) notFound();
  const [encounters, times, t] = await Promise.all([
    listDiaryEncounters(scope),
    getTimeTexts(scope.timeZone),
    getTranslations("diary"),
  ]);
  const listHref = `/o/${organization}/diary`;
  const day = today(scope.now, scope.timeZone);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: listHref }]}
        title={t("form.newTitle")}
        description={t("form.newText")}
      />
      <ClientMessages namespaces={["diary"]}>
        <EntryForm
          entry={null}
          day={day}
          lastDay={day}
          encounters={encounters.map((encounter) => ({
            value: encounter.id,
            label: encounterText(encounter, times.nearMoment),
          }))}
          listHref={listHref}
        />
      </ClientMessages>
    </div>
  );
}
