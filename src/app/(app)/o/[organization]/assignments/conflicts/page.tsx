import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConflictForm } from "@/features/audit-programmes/components/conflict-form";
import { ConflictList } from "@/features/audit-programmes/components/conflict-list";
import { listMyConflicts } from "@/features/audit-programmes/queries/list-my-conflicts";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("conflicts.title") };
}

/** Where and whom one cannot audit without bias. */
export default async function ConflictsPage({
  params,
}: PageProps<"/o/[organization]/assignments/conflicts">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "audit-assignments.answer");
  const t = await getTranslations("programmes");
  const home = `/o/${organization}${scope.role === "consultant" ? "" : "/assignments"}`;
  return (
    <>
      <PageHeader
        title={t("conflicts.title")}
        description={t("conflicts.description")}
        breadcrumbs={[{ label: t("mine.title"), href: home }]}
      />
      <ClientMessages namespaces={["programmes"]}>
        <Stack gap="large" className="max-w-3xl">
          <ConflictList conflicts={await listMyConflicts(scope)} timeZone={scope.timeZone} />
          <Card title={t("conflicts.add")}>
            <ConflictForm />
          </Card>
        </Stack>
      </ClientMessages>
    </>
  );
}
