import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeleteEntryButton } from "@/features/diary/components/delete-entry-button";
import { encounterText } from "@/features/diary/components/encounter-text";
import { SharingBadge } from "@/features/diary/components/entry-list";
import { EntryTexts } from "@/features/diary/components/entry-texts";
import { ShareCard } from "@/features/diary/components/share-card";
import { getDiaryEntry } from "@/features/diary/queries/get-diary-entry";
import { listDiaryReaders } from "@/features/diary/queries/list-diary-readers";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { ClientMessages } from "@/i18n/client-messages";
import { orNotFound, requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("diary"))("entry") };
}

export default async function DiaryEntryPage({ params }: PageProps<"/o/[organization]/diary/[entry]">) {
  const { organization, entry: id } = await params;
  const scope = await requireScope(organization, "diary.write");
  if (scope.employeeId === null) notFound();
  const entry = await orNotFound(getDiaryEntry(scope, id));
  const [readers, times, dates, t, navigation] = await Promise.all([
    listDiaryReaders(scope),
    getTimeTexts(scope.timeZone),
    getTimeTexts("UTC"),
    getTranslations("diary"),
    getTranslations("navigation"),
  ]);
  const listHref = `/o/${organization}/diary`;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: listHref }]}
        title={dates.day(entry.happenedOn)}
        description={entry.encounter ? encounterText(entry.encounter, times.moment) : undefined}
        badge={<SharingBadge entry={entry} />}
        actions={
          <>
            <ClientMessages namespaces={["diary"]}>
              <DeleteEntryButton id={entry.id} listHref={listHref} />
            </ClientMessages>
            <LinkButton
              href={`${listHref}/${entry.id}/edit`}
              icon={<Pencil aria-hidden className="size-4" />}
            >
              {t("edit")}
            </LinkButton>
          </>
        }
      />
      <Stack gap="large">
        <Card>
          <EntryTexts entry={entry} />
        </Card>
        <ClientMessages namespaces={["diary"]}>
          <ShareCard
            entry={entry}
            readers={readers.map(({ memberId, name, role }) => ({
              value: memberId,
              label: `${name} (${navigation(`role.${role}`)})`,
            }))}
          />
        </ClientMessages>
      </Stack>
    </div>
  );
}
