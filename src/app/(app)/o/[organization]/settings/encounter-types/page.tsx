import { Shapes } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  AddEncounterTypeButton,
  EncounterTypeEditor,
} from "@/features/touchpoints/components/encounter-type-editor";
import { EncounterTypeList } from "@/features/touchpoints/components/encounter-type-list";
import { listEncounterTypes } from "@/features/touchpoints/queries/list-encounter-types";
import { encounterTypeListInput } from "@/features/touchpoints/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { ListFrame } from "@/ui/list-frame";
import { NothingFound } from "@/ui/nothing-found";
import { PageHeader } from "@/ui/page-header";
import { searchHref } from "@/ui/search-href";
import { SearchInput } from "@/ui/search-input";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("encounterTypes"))("title") };
}

export default async function EncounterTypesSettingsPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/settings/encounter-types">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "journey.manage");
  const search = await searchParams;
  const input = encounterTypeListInput.parse(search);
  const [encounterTypes, t] = await Promise.all([
    listEncounterTypes(scope, input),
    getTranslations("encounterTypes"),
  ]);
  const path = `/o/${organization}/settings/encounter-types`;
  const canEdit = scope.locationIds === null;

  const isEmpty = encounterTypes.total === 0 && !input.q && input.archived === "";
  const empty = input.q ? (
    <NothingFound
      title={t("noneFound")}
      text={t("noneFoundText")}
      clearHref={searchHref(path, search, { q: null })}
    />
  ) : input.archived === "yes" ? (
    <EmptyState compact title={t("noneArchived")} />
  ) : (
    <EmptyState icon={<Shapes />} title={t("empty")} action={canEdit && <AddEncounterTypeButton />}>
      {t("emptyText")}
    </EmptyState>
  );

  return (
    <ClientMessages namespaces={["encounterTypes"]}>
      <EncounterTypeEditor>
        <PageHeader
          title={t("title")}
          description={canEdit ? t("description") : t("readOnly")}
          actions={canEdit && <AddEncounterTypeButton />}
        />
        <ListFrame
          tabs={{
            label: t("tabs.label"),
            items: [
              { href: path, label: t("tabs.active"), current: input.archived !== "yes" },
              { href: `${path}?archived=yes`, label: t("tabs.archived"), current: input.archived === "yes" },
            ],
          }}
          filters={!isEmpty && <SearchInput label={t("search")} />}
          pagination={{ ...encounterTypes, href: (page) => searchHref(path, search, { page }) }}
        >
          <EncounterTypeList encounterTypes={encounterTypes.rows} canEdit={canEdit} empty={empty} />
        </ListFrame>
      </EncounterTypeEditor>
    </ClientMessages>
  );
}
