import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { formatDays, isoDay } from "@/features/audit-programmes/windows";
import { AddTab } from "@/features/evaluation-cycles/components/add-tab";
import { CycleActions } from "@/features/evaluation-cycles/components/cycle-actions";
import { CycleOverview } from "@/features/evaluation-cycles/components/cycle-overview";
import { CycleStatusBadge } from "@/features/evaluation-cycles/components/cycle-status-badge";
import { SettingsTab } from "@/features/evaluation-cycles/components/settings-tab";
import { SubjectsTab } from "@/features/evaluation-cycles/components/subjects-tab";
import { getCycle } from "@/features/evaluation-cycles/queries/get-cycle";
import { listCycleSubjects } from "@/features/evaluation-cycles/queries/list-cycle-subjects";
import { takesPeople } from "@/features/evaluation-cycles/rules";
import { listVisibleReports } from "@/features/evaluation-reports/queries/list-visible-reports";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Row, Stack } from "@/ui/stack";
import { Tabs } from "@/ui/tabs";
import { PromisePreview } from "./promise-preview";
import { ReleaseButton } from "./release-button";

type Props = PageProps<"/o/[organization]/evaluation-cycles/[cycle]">;

const optionalId = idInput.nullable().catch(null).default(null);

const searchInput = z.object({
  tab: z.enum(["subjects", "add", "settings"]).catch("subjects"),
  kind: z.enum(["employee", "team", "location"]).catch("employee"),
  location: optionalId,
  team: optionalId,
  q: z.string().trim().max(100).catch(""),
});

/** The cycle of an address, read once for the page and its title. */
const loadCycle = cache(async (organization: string, cycleId: string) => {
  const scope = await requireScope(organization, "evaluation-cycles.manage");
  if (scope.locationIds !== null || !idInput.safeParse(cycleId).success) notFound();
  return { scope, cycle: await orNotFound(getCycle(scope, cycleId)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, cycle: id } = await params;
  const { cycle } = await loadCycle(organization, id);
  return { title: cycle.name };
}

/** A cycle for those who run it: who is evaluated and how far, what comes next, and the settings. */
export default async function EvaluationCyclePage({ params, searchParams }: Props) {
  const { organization, cycle: id } = await params;
  const { scope, cycle } = await loadCycle(organization, id);
  const search = searchInput.parse(await searchParams);
  const t = await getTranslations("evaluationCycles");
  const locale = await getLocale();
  const list = `/o/${organization}/evaluation-cycles`;
  const path = `${list}/${id}`;
  const { framework, releasedAt } = cycle;
  const subjects = search.tab === "subjects" ? await listCycleSubjects(scope, id) : [];
  const readable = new Set(
    search.tab === "subjects" && releasedAt
      ? (await listVisibleReports(scope, id)).map(({ subjectId }) => subjectId)
      : [],
  );
  const tabs = (["subjects", "add", "settings"] as const).filter(
    (tab) => tab !== "add" || takesPeople(cycle.status),
  );
  return (
    <ClientMessages namespaces={["evaluationCycles"]}>
      <PageHeader
        title={cycle.name}
        description={`${formatDays(isoDay(cycle.opensOn), isoDay(cycle.closesOn), locale)} · ${framework.name}`}
        badge={<CycleStatusBadge status={cycle.status} isReleased={releasedAt !== null} />}
        actions={
          <Row>
            {releasedAt && <LinkButton href={`${path}/cohort`}>{t("change.cohort")}</LinkButton>}
            <CycleActions scope={scope} cycle={cycle} />
            {cycle.status === "closed" && (
              <ReleaseButton cycleId={id} name={cycle.name} isAgain={releasedAt !== null} />
            )}
          </Row>
        }
        breadcrumbs={[{ label: t("title"), href: list }]}
      />
      <Stack gap="large">
        <Tabs
          label={cycle.name}
          items={tabs.map((tab) => ({
            href: tab === "subjects" ? path : `${path}?tab=${tab}`,
            label: t(`tabs.${tab}`),
            current: tab === search.tab,
          }))}
        />
        {search.tab === "subjects" && (
          <>
            <CycleOverview scope={scope} cycle={cycle} subjects={subjects} />
            <SubjectsTab
              scope={scope}
              cycle={cycle}
              subjects={subjects}
              readable={readable}
              slug={organization}
            />
          </>
        )}
        {search.tab === "add" && (
          <AddTab
            scope={scope}
            cycle={cycle}
            path={path}
            filter={{ kind: search.kind, locationId: search.location, teamId: search.team, q: search.q }}
          />
        )}
        {search.tab === "settings" && (
          <SettingsTab scope={scope} cycle={cycle} promise={<PromisePreview scope={scope} cycle={cycle} />} />
        )}
      </Stack>
    </ClientMessages>
  );
}
