import { ClipboardCheck, Eye } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnsentNotice } from "@/features/audits/components/entry/unsent-notice";
import { ExportLinks } from "@/features/audits/components/export-links";
import { getMayObserve } from "@/features/audits/queries/get-may-observe";
import { AuditFilters } from "@/features/audits/review/components/audit-filters";
import { AuditTable } from "@/features/audits/review/components/audit-table";
import { listTabs } from "@/features/audits/review/list-tabs";
import { countAuditTabs } from "@/features/audits/review/queries/count-audit-tabs";
import { listAudits } from "@/features/audits/review/queries/list-audits";
import { isReviewer } from "@/features/audits/review/rules";
import { type AuditTab, auditListInput } from "@/features/audits/review/schema";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { listLocationOptions } from "@/features/people/queries/list-location-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { Badge } from "@/ui/badge";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { ListFrame } from "@/ui/list-frame";
import { NothingFound } from "@/ui/nothing-found";
import { PageHeader } from "@/ui/page-header";
import { searchHref } from "@/ui/search-href";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auditReview"))("title") };
}

export default async function AuditsPage({ params, searchParams }: PageProps<"/o/[organization]/audits">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "audits.read");
  const search = await searchParams;
  const [counts, mayObserve, t, times] = await Promise.all([
    countAuditTabs(scope),
    getMayObserve(scope),
    getTranslations("auditReview"),
    getTimeTexts(scope.timeZone),
  ]);
  const { tabs, first } = listTabs(scope, counts, mayObserve);
  const asked = auditListInput.parse(search);
  const tab = tabs.find((known) => known === asked.tab) ?? first;
  const filters = { ...asked, tab };
  const isManager = scope.role === "owner" || scope.role === "manager";
  const [page, locations, touchpoints] = await Promise.all([
    listAudits(scope, filters, filters.page),
    isManager ? listLocationOptions(scope, { includeArchived: true }) : [],
    isManager ? listTouchpointOptions(scope, { includeArchived: true }) : [],
  ]);
  const path = `/o/${organization}/audits`;
  const tabHref = `${path}?tab=${tab}`;
  const isFiltered = Boolean(
    filters.kind ||
      filters.location ||
      filters.touchpoint ||
      filters.programme ||
      filters.employee ||
      filters.appealed,
  );
  const description =
    scope.role === "employee"
      ? "employeeDescription"
      : scope.role === "consultant"
        ? "consultantDescription"
        : isReviewer(scope)
          ? "description"
          : "localDescription";
  const badges: Partial<Record<AuditTab, number>> = {
    review: counts.review,
    returned: counts.returned,
    published: isReviewer(scope) ? counts.appealed : 0,
  };

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t(description)}
        actions={
          mayObserve && (
            <LinkButton href={`${path}/observe`} icon={<Eye aria-hidden className="size-4" />}>
              {t("observe")}
            </LinkButton>
          )
        }
      />
      {scope.memberId && (
        <ClientMessages namespaces={["audits"]}>
          <UnsentNotice memberId={scope.memberId} />
        </ClientMessages>
      )}
      <ListFrame
        tabs={
          tabs.length > 1
            ? {
                label: t("tabs.label"),
                items: tabs.map((name) => ({
                  href: `${path}?tab=${name}`,
                  label: t(
                    name === "published" && scope.role === "employee" ? "tabs.aboutMe" : `tabs.${name}`,
                  ),
                  current: name === tab,
                  badge: badges[name] ? (
                    <Badge tone={name === "published" ? "warning" : "neutral"}>
                      {name === "published" ? t("appeals.open", { n: badges[name] }) : badges[name]}
                    </Badge>
                  ) : null,
                })),
              }
            : undefined
        }
        filters={
          isManager && (
            <AuditFilters
              filters={filters}
              choices={{ locations, touchpoints }}
              clearHref={isFiltered ? tabHref : undefined}
            />
          )
        }
        pagination={{
          page: page.page,
          pageSize: page.pageSize,
          total: page.total,
          href: (number) => searchHref(path, search, { page: number }),
        }}
      >
        {page.rows.length > 0 ? (
          <AuditTable rows={page.rows} tab={tab} path={path} times={times} caption={t("title")} />
        ) : isFiltered ? (
          <NothingFound title={t("nothingFound")} text={t("nothingFoundText")} clearHref={tabHref} />
        ) : (
          <EmptyState icon={<ClipboardCheck />} title={t(`empty.${tab}`)}>
            {t(`empty.${tab}Text`)}
          </EmptyState>
        )}
      </ListFrame>
      {tab === "published" && page.total > 0 && (
        <div className="mt-4">
          <ExportLinks path={path} search={search} />
        </div>
      )}
    </>
  );
}
