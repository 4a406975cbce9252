import { Heart } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ThanksCard } from "@/features/recognitions/components/thanks-card";
import { WallSwitch } from "@/features/recognitions/components/wall-switch";
import { getShownOnWall } from "@/features/recognitions/queries/get-shown-on-wall";
import { listRecognitions } from "@/features/recognitions/queries/list-recognitions";
import { listWallTeams } from "@/features/recognitions/queries/list-wall-teams";
import { WALL_TABS, wallInput } from "@/features/recognitions/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { FilterBar } from "@/ui/filter-bar";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { searchHref } from "@/ui/search-href";
import { Select } from "@/ui/select";
import { Stack } from "@/ui/stack";
import { Tabs } from "@/ui/tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recognitions"))("title") };
}

/** The wall of thanks: the organization's or a team's, and one's own. */
export default async function RecognitionPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/recognition">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "recognitions.use");
  const search = await searchParams;
  const asked = wallInput.parse(search);
  const tabs = WALL_TABS.filter((tab) => tab !== "mine" || scope.employeeId !== null);
  const tab = tabs.find((known) => known === asked.tab) ?? "wall";
  const [page, teams, isShown, t] = await Promise.all([
    listRecognitions(scope, { tab, team: asked.team }, asked.page),
    listWallTeams(scope),
    getShownOnWall(scope),
    getTranslations("recognitions"),
  ]);
  const path = `/o/${organization}/recognition`;
  const team = teams.find(({ id }) => id === asked.team);

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <LinkButton href={`${path}/new`} variant="primary" icon={<Heart aria-hidden className="size-4" />}>
            {t("new.open")}
          </LinkButton>
        }
      />
      <ClientMessages namespaces={["recognitions"]}>
        <Stack gap="large" className="max-w-5xl">
          <Stack>
            <Tabs
              label={t("tabs.label")}
              items={tabs.map((name) => ({
                href: name === "wall" ? path : `${path}?tab=${name}`,
                label: t(`tabs.${name}`),
                current: name === tab,
              }))}
            />
            {tab === "wall" && teams.length > 0 && (
              <FilterBar label={t("filter.label")} clearHref={asked.team ? path : undefined}>
                <Field name="team" label={t("filter.team")} className="w-full sm:w-64">
                  <Select
                    defaultValue={team?.id ?? ""}
                    placeholder={t("filter.everybody")}
                    options={teams.map(({ id, name }) => ({ value: id, label: name }))}
                  />
                </Field>
              </FilterBar>
            )}
            {tab === "mine" && isShown !== null && (
              <Card>
                <WallSwitch isShown={isShown} />
              </Card>
            )}
            {page.rows.length === 0 ? (
              <Card>
                <EmptyState icon={<Heart />} title={t(`empty.${tab}`)}>
                  {t(`empty.${tab}Text`)}
                </EmptyState>
              </Card>
            ) : (
              <ul className="grid gap-4 md:grid-cols-2">
                {page.rows.map((thanks) => (
                  <ThanksCard key={thanks.id} thanks={thanks} timeZone={scope.timeZone} />
                ))}
              </ul>
            )}
          </Stack>
          {page.total > page.pageSize && (
            <Pagination
              page={page.page}
              pageSize={page.pageSize}
              total={page.total}
              href={(number) => searchHref(path, search, { page: number })}
            />
          )}
        </Stack>
      </ClientMessages>
    </>
  );
}
