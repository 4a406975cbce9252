import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { NewFrameworkForm } from "@/features/evaluation-frameworks/components/new-framework-form";
import { getFrameworkOrganization } from "@/features/evaluation-frameworks/queries/get-framework-organization";
import { READY_FRAMEWORKS } from "@/features/evaluation-frameworks/ready-frameworks/ready-frameworks";
import { ClientMessages } from "@/i18n/client-messages";
import { chooseText } from "@/server/input";
import { requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluationFrameworks"))("new.title") };
}

export default async function NewEvaluationFrameworkPage({
  params,
}: PageProps<"/o/[organization]/evaluation-frameworks/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "evaluation-frameworks.manage");
  if (scope.locationIds !== null) notFound();
  const t = await getTranslations("evaluationFrameworks");
  const locale = await getLocale();
  const { language } = await getFrameworkOrganization(scope);
  const readyFrameworks = READY_FRAMEWORKS.map(({ key, name, purpose, build }) => {
    const { competencies } = build({});
    return {
      key,
      name: chooseText(name, locale),
      purpose: t("new.ofContent", {
        purpose: chooseText(purpose, locale),
        competencies: competencies.length,
        items: competencies.reduce((sum, competency) => sum + competency.items.length, 0),
      }),
      suggestedName: chooseText(name, language),
    };
  });
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.description")}
        breadcrumbs={[{ label: t("title"), href: `/o/${organization}/evaluation-frameworks` }]}
      />
      <ClientMessages namespaces={["evaluationFrameworks"]}>
        <NewFrameworkForm organization={organization} readyFrameworks={readyFrameworks} />
      </ClientMessages>
    </>
  );
}
