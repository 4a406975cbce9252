import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { NewFormForm } from "@/features/audit-forms/components/new-form-form";
import { mainFormLanguage } from "@/features/audit-forms/form-texts";
import { getFormOrganization } from "@/features/audit-forms/queries/get-form-organization";
import { READY_FORMS } from "@/features/audit-forms/ready-forms/ready-forms";
import { ClientMessages } from "@/i18n/client-messages";
import { chooseText } from "@/server/input";
import { requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auditForms"))("new.title") };
}

export default async function NewAuditFormPage({ params }: PageProps<"/o/[organization]/audit-forms/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "audit-forms.manage");
  if (scope.locationIds !== null) notFound();
  const t = await getTranslations("auditForms");
  const locale = await getLocale();
  const { language } = await getFormOrganization(scope);
  const readyForms = READY_FORMS.map(({ key, name, purpose, kind, build }) => ({
    key,
    name: chooseText(name, locale),
    purpose: t("new.ofKind", {
      purpose: chooseText(purpose, locale),
      items: build({}).sections.reduce((sum, section) => sum + section.items.length, 0),
      kind,
    }),
    suggestedName: chooseText(name, mainFormLanguage(language)),
  }));
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.description")}
        breadcrumbs={[{ label: t("title"), href: `/o/${organization}/audit-forms` }]}
      />
      <ClientMessages namespaces={["auditForms"]}>
        <NewFormForm organization={organization} readyForms={readyForms} />
      </ClientMessages>
    </>
  );
}
