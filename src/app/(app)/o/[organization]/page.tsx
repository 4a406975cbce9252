import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { MyAssignments } from "@/features/audit-programmes/components/my-assignments";
import { UnsentNotice } from "@/features/audits/components/entry/unsent-notice";
import { Overview } from "@/features/dashboards/components/overview";
import { OwnResults } from "@/features/dashboards/components/own-results";
import { openDashboard } from "@/features/dashboards/dashboard";
import { SetupBanner } from "@/features/organizations/components/setup-banner";
import { ClientMessages } from "@/i18n/client-messages";
import { listMemberships, requireScope } from "@/server/session";

/** The first page of each role: the overview, an employee's own results, or a consultant's visits. */
export default async function OrganizationPage({ params, searchParams }: PageProps<"/o/[organization]">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "organization.enter");
  if (scope.role === "consultant") {
    return (
      <>
        {scope.memberId && (
          <ClientMessages namespaces={["audits"]}>
            <UnsentNotice memberId={scope.memberId} />
          </ClientMessages>
        )}
        <MyAssignments scope={scope} slug={organization} />
      </>
    );
  }
  const address = { slug: organization, pathname: `/o/${organization}` };
  const dashboard = await openDashboard(scope, address, await searchParams);
  if (scope.role === "employee") return <OwnResults dashboard={dashboard} />;
  return <Overview dashboard={dashboard} banner={<SetupBanner scope={scope} slug={organization} />} />;
}

export async function generateMetadata({ params }: PageProps<"/o/[organization]">): Promise<Metadata> {
  const { organization } = await params;
  const scope = await requireScope(organization, "organization.enter");
  const t = await getTranslations("dashboards");
  const title =
    scope.role === "consultant"
      ? (await getTranslations("programmes"))("mine.title")
      : t(scope.role === "employee" ? "own.title" : "overview.title");
  // The layout's title template is for the pages below it, not for the one beside it.
  const memberships = scope.userId ? await listMemberships(scope.userId) : [];
  const current = memberships.find(({ slug }) => slug === organization);
  return { title: { absolute: current ? `${title} · ${current.name}` : title } };
}
