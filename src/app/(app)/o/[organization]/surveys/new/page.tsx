import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewSurveyForm } from "@/features/surveys/components/new-survey-form";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("surveys"))("new.title") };
}

export default async function NewSurveyPage({ params }: PageProps<"/o/[organization]/surveys/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "surveys.manage");
  if (scope.locationIds !== null) notFound();
  const t = await getTranslations("surveys");
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.description")}
        breadcrumbs={[{ label: t("title"), href: `/o/${organization}/surveys` }]}
      />
      <ClientMessages namespaces={["surveys"]}>
        <NewSurveyForm organization={organization} />
      </ClientMessages>
    </>
  );
}
