import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import { BoardCard } from "@/features/audit-programmes/components/board-card";
import { BriefingTab } from "@/features/audit-programmes/components/briefing-tab";
import { PlanTab } from "@/features/audit-programmes/components/plan-tab";
import { ProgrammeActions } from "@/features/audit-programmes/components/programme-actions";
import { ProgrammeStatusBadge } from "@/features/audit-programmes/components/programme-status-badge";
import { SettingsTab } from "@/features/audit-programmes/components/settings-tab";
import { getProgramme } from "@/features/audit-programmes/queries/get-programme";
import { getProgrammeBoard } from "@/features/audit-programmes/queries/get-programme-board";
import { ASSIGNMENT_STATES } from "@/features/audit-programmes/schema";
import { formatDays, isoDay } from "@/features/audit-programmes/windows";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope, requireUser } from "@/server/session";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";
import { Tabs } from "@/ui/tabs";

type Props = PageProps<"/o/[organization]/programmes/[id]">;

const TABS = ["board", "plan", "briefing", "settings"] as const;

const searchInput = z.object({
  tab: z.enum(TABS).catch("board"),
  state: z.enum(ASSIGNMENT_STATES).optional().catch(undefined),
  location: idInput.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The programme of an address, read once for the page and its title. */
const loadProgramme = cache(async (organization: string, programmeId: string) => {
  const scope = await requireScope(organization, "audit-programmes.manage");
  if (!idInput.safeParse(programmeId).success) notFound();
  return { scope, programme: await orNotFound(getProgramme(scope, programmeId)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { programme } = await loadProgramme(organization, id);
  return { title: programme.name };
}

/** The board for everybody who may see programmes; plan, briefing and settings for those who see the whole organization. */
export default async function ProgrammePage({ params, searchParams }: Props) {
  const { organization, id } = await params;
  const { scope, programme } = await loadProgramme(organization, id);
  const search = await searchParams;
  const { tab: wanted, state, location: locationId, page } = searchInput.parse(search);
  const t = await getTranslations("programmes");
  const locale = await getLocale();
  const { briefing } = programme;
  const tab = briefing ? wanted : "board";
  const path = `/o/${organization}/programmes/${id}`;
  return (
    <>
      <PageHeader
        title={programme.name}
        description={`${formatDays(isoDay(programme.startsOn), isoDay(programme.endsOn), locale)} · ${programme.form.name}`}
        badge={<ProgrammeStatusBadge status={programme.status} />}
        actions={briefing && <ProgrammeActions programme={programme} />}
        breadcrumbs={[{ label: t("title"), href: `/o/${organization}/programmes` }]}
      />
      <ClientMessages namespaces={["programmes"]}>
        <Stack gap="large">
          {briefing && (
            <Tabs
              label={programme.name}
              items={TABS.map((key) => ({
                href: key === "board" ? path : `${path}?tab=${key}`,
                label: t(`tabs.${key}`),
                current: key === tab,
              }))}
            />
          )}
          {tab === "board" && (
            <Stack gap="large">
              <p className="max-w-prose whitespace-pre-line text-ink">{programme.objective}</p>
              <BoardCard
                rows={await getProgrammeBoard(scope, id)}
                planHref={briefing ? (at, how) => `${path}?tab=plan&location=${at}&state=${how}` : undefined}
              />
              {!briefing && <p className="max-w-prose text-muted">{t("board.limited")}</p>}
            </Stack>
          )}
          {tab === "plan" && (
            <PlanTab
              scope={scope}
              programme={programme}
              path={path}
              search={search}
              filter={{ state, locationId, page }}
            />
          )}
          {tab === "briefing" && briefing && (
            <BriefingTab
              scope={scope}
              programme={programme}
              briefing={briefing}
              userName={(await requireUser()).name}
            />
          )}
          {tab === "settings" && <SettingsTab scope={scope} programme={programme} />}
        </Stack>
      </ClientMessages>
    </>
  );
}
