import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchivedTouchpoints } from "@/features/touchpoints/components/archived-touchpoints";
import { JourneyBoard } from "@/features/touchpoints/components/journey-board";
import { JourneyStart } from "@/features/touchpoints/components/journey-start";
import { AddTouchpointButton, TouchpointEditor } from "@/features/touchpoints/components/touchpoint-editor";
import { listJourney } from "@/features/touchpoints/queries/list-journey";
import { ClientMessages } from "@/i18n/client-messages";
import { listInput } from "@/server/input";
import { requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { SearchInput } from "@/ui/search-input";
import { Section } from "@/ui/section";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("touchpoints"))("title") };
}

export default async function JourneyPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/settings/journey">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "journey.manage");
  const { q } = listInput.parse(await searchParams);
  const [journey, t] = await Promise.all([listJourney(scope), getTranslations("touchpoints")]);
  const canEdit = scope.locationIds === null;
  const words = q.toLocaleLowerCase();
  const found = journey.filter((touchpoint) => touchpoint.name.toLocaleLowerCase().includes(words));
  const inUse = found.filter((touchpoint) => !touchpoint.isArchived);
  const archived = found.filter((touchpoint) => touchpoint.isArchived);
  const isEmpty = journey.every((touchpoint) => touchpoint.isArchived);

  return (
    <ClientMessages namespaces={["touchpoints", "common"]}>
      <TouchpointEditor>
        <PageHeader
          title={t("title")}
          description={canEdit ? t("description") : t("readOnly")}
          actions={canEdit && <AddTouchpointButton variant={isEmpty ? "secondary" : "primary"} />}
        />
        <Stack gap="large">
          {canEdit && isEmpty ? (
            <Section title={t("start.title")} description={t("start.text")}>
              <JourneyStart />
            </Section>
          ) : (
            <Stack>
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <SearchInput label={t("search")} />
                {canEdit && <p className="text-sm text-muted">{q ? t("searching") : t("hint")}</p>}
              </div>
              {q && found.length === 0 ? (
                <EmptyState icon={<SearchX />} title={t("noneFound", { q })} />
              ) : (
                <JourneyBoard touchpoints={inUse} canEdit={canEdit} isFiltered={q !== ""} />
              )}
            </Stack>
          )}
          {archived.length > 0 && <ArchivedTouchpoints touchpoints={archived} canEdit={canEdit} />}
        </Stack>
      </TouchpointEditor>
    </ClientMessages>
  );
}
