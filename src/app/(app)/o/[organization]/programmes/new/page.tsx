import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createProgrammeAction } from "@/features/audit-programmes/actions";
import { BriefingFields, ProgrammeFields } from "@/features/audit-programmes/components/programme-fields";
import { listProgrammeChoices } from "@/features/audit-programmes/components/settings-tab";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("new.title") };
}

export default async function NewProgrammePage({ params }: PageProps<"/o/[organization]/programmes/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "audit-programmes.manage");
  if (scope.locationIds !== null) notFound();
  const t = await getTranslations("programmes");
  const choices = await listProgrammeChoices(scope);
  const path = `/o/${organization}/programmes`;
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.description")}
        breadcrumbs={[{ label: t("title"), href: path }]}
      />
      <ClientMessages namespaces={["programmes"]}>
        {choices.forms.length === 0 ? (
          <Callout
            title={t("new.noForms")}
            actions={
              <LinkButton href={`/o/${organization}/audit-forms/new`} variant="primary">
                {t("new.toForms")}
              </LinkButton>
            }
          >
            {t("new.noFormsText")}
          </Callout>
        ) : (
          <Card className="max-w-3xl">
            <ActionForm action={createProgrammeAction} redirectTo={`${path}/{id}?tab=plan`}>
              <ProgrammeFields {...choices} values={{}} />
              <BriefingFields />
              <Row>
                <SubmitButton>{t("new.create")}</SubmitButton>
              </Row>
            </ActionForm>
          </Card>
        )}
      </ClientMessages>
    </>
  );
}
