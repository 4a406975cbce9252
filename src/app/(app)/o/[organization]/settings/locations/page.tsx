import { MapPin } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddLocationButton, LocationEditor } from "@/features/people/components/location-editor";
import { LocationList } from "@/features/people/components/location-list";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listLocations } from "@/features/people/queries/list-locations";
import { locationListInput } from "@/features/people/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { ListFrame } from "@/ui/list-frame";
import { NothingFound } from "@/ui/nothing-found";
import { PageHeader } from "@/ui/page-header";
import { searchHref } from "@/ui/search-href";
import { SearchInput } from "@/ui/search-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("locations"))("title") };
}

export default async function LocationsSettingsPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/settings/locations">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "people.manage");
  const search = await searchParams;
  const input = locationListInput.parse(search);
  const [locations, options, t] = await Promise.all([
    listLocations(scope, input),
    listLocationOptions(scope),
    getTranslations("locations"),
  ]);
  const path = `/o/${organization}/settings/locations`;
  const canEdit = scope.locationIds === null;

  const isEmpty = locations.total === 0 && !input.q && input.archived === "";
  const empty = input.q ? (
    <NothingFound
      title={t("noneFound")}
      text={t("noneFoundText")}
      clearHref={searchHref(path, search, { q: null })}
    />
  ) : input.archived === "yes" ? (
    <EmptyState compact title={t("noneArchived")} />
  ) : (
    <EmptyState icon={<MapPin />} title={t("empty")} action={canEdit && <AddLocationButton />}>
      {t("emptyText")}
    </EmptyState>
  );

  return (
    <ClientMessages namespaces={["locations"]}>
      <LocationEditor locations={options}>
        <PageHeader
          title={t("title")}
          description={canEdit ? t("description") : t("readOnly")}
          actions={canEdit && <AddLocationButton />}
        />
        <ListFrame
          tabs={{
            label: t("tabs.label"),
            items: [
              { href: path, label: t("tabs.active"), current: input.archived !== "yes" },
              { href: `${path}?archived=yes`, label: t("tabs.archived"), current: input.archived === "yes" },
            ],
          }}
          filters={!isEmpty && <SearchInput label={t("search")} className="sm:w-80" />}
          pagination={{ ...locations, href: (page) => searchHref(path, search, { page }) }}
        >
          <LocationList
            locations={locations.rows}
            canEdit={canEdit}
            isTree={canEdit && !input.q && input.archived === ""}
            empty={empty}
          />
        </ListFrame>
      </LocationEditor>
    </ClientMessages>
  );
}
