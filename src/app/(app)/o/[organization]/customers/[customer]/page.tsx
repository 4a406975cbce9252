import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EncounterTable } from "@/features/encounters/components/encounter-table";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { listEncounters } from "@/features/encounters/queries/list-encounters";
import { encounterListInput } from "@/features/encounters/schema";
import { CustomerDetailsCard } from "@/features/people/components/customer-details-card";
import { CustomerEditor, EditCustomerButton } from "@/features/people/components/customer-editor";
import { CustomerMenu } from "@/features/people/components/customer-menu";
import { CustomerName } from "@/features/people/components/customer-name";
import { CustomerSurveysCard } from "@/features/people/components/customer-surveys-card";
import { getCustomerPage } from "@/features/people/queries/get-customer-page";
import { listSegments } from "@/features/people/queries/list-segments";
import { ClientMessages } from "@/i18n/client-messages";
import { hasPermission } from "@/server/permissions";
import { orNotFound, requireScope } from "@/server/session";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { searchHref } from "@/ui/search-href";
import { Stack } from "@/ui/stack";

/** The tab's title names nobody: it stays in the browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("columns.name") };
}

export default async function CustomerPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/customers/[customer]">) {
  const { organization, customer: customerId } = await params;
  const scope = await requireScope(organization, "customers.manage");
  const customer = await orNotFound(getCustomerPage(scope, customerId));
  const search = await searchParams;
  const filters = encounterListInput.parse({ page: search.page, customer: customerId });
  const [encounters, segments, times, t] = await Promise.all([
    listEncounters(scope, filters),
    listSegments(scope),
    getTimeTexts(scope.timeZone),
    getTranslations("customers"),
  ]);
  const listPath = `/o/${organization}/customers`;
  const path = `${listPath}/${customerId}`;

  return (
    <ClientMessages namespaces={["customers", "common", "encounters"]}>
      <CustomerEditor segments={segments} defaultLanguage={customer.language}>
        <PageHeader
          breadcrumbs={[{ label: t("title"), href: listPath }]}
          title={<CustomerName customer={customer} />}
          badge={customer.isArchived && <Badge>{t("reach.archived")}</Badge>}
          actions={
            !customer.erasedAt && (
              <>
                <CustomerMenu
                  customer={customer}
                  canErase={hasPermission(scope.role, "customers.erase")}
                  listHref={listPath}
                />
                <EditCustomerButton customer={customer} />
              </>
            )
          }
        />
        <Stack gap="large">
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <CustomerDetailsCard customer={customer} day={times.day} />
            <CustomerSurveysCard customer={customer} />
          </div>
          <Card
            title={t("detail.encounters")}
            description={scope.locationIds === null ? undefined : t("detail.limited")}
            flush
            footer={
              encounters.total > encounters.pageSize && (
                <Pagination {...encounters} href={(page) => searchHref(path, search, { page })} />
              )
            }
          >
            {encounters.total === 0 ? (
              <EmptyState
                compact
                title={t("detail.encountersEmpty")}
                action={
                  !customer.erasedAt &&
                  !customer.isArchived && (
                    <LinkButton href={`/o/${organization}/encounters/new`}>{t("detail.record")}</LinkButton>
                  )
                }
              >
                {t("detail.encountersEmptyText")}
              </EmptyState>
            ) : (
              <EncounterTable
                rows={encounters.rows}
                path={`/o/${organization}/encounters`}
                times={times}
                withEmployee
                withCustomer={false}
              />
            )}
          </Card>
        </Stack>
      </CustomerEditor>
    </ClientMessages>
  );
}
