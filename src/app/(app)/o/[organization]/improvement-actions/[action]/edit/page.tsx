import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ImprovementActionForm } from "@/features/improvement-actions/components/action-form";
import { getFormChoices } from "@/features/improvement-actions/components/form-choices";
import { withKeptChoices } from "@/features/improvement-actions/components/kept-choices";
import { getImprovementAction } from "@/features/improvement-actions/queries/get-improvement-action";
import { concernOf } from "@/features/improvement-actions/rules";
import { ClientMessages } from "@/i18n/client-messages";
import { orNotFound, requireScope } from "@/server/session";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("improvementActions"))("form.editTitle") };
}

export default async function EditImprovementActionPage({
  params,
}: PageProps<"/o/[organization]/improvement-actions/[action]/edit">) {
  const { organization, action: id } = await params;
  const scope = await requireScope(organization, "improvement-actions.manage");
  const action = await orNotFound(getImprovementAction(scope, id));
  const [offered, locale, t] = await Promise.all([
    getFormChoices(scope),
    getLocale(),
    getTranslations("improvementActions"),
  ]);
  const choices = withKeptChoices(offered, action, locale);
  const listHref = `/o/${organization}/improvement-actions`;
  const { title, description, locationId, behaviourId, responsibleMemberId } = action;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumbs={[
          { label: t("title"), href: listHref },
          { label: title, href: `${listHref}/${id}` },
        ]}
        title={t("form.editTitle")}
      />
      <ClientMessages namespaces={["improvementActions"]}>
        <ImprovementActionForm
          values={{
            id: action.id,
            goalId: null,
            title,
            description,
            concern: concernOf(action),
            locationId,
            employee: choices.employees.find(({ value }) => value === action.employeeId) ?? null,
            behaviourId,
            responsibleMemberId,
            startsOn: action.startsOn.toISOString().slice(0, 10),
            reviewOn: action.reviewOn.toISOString().slice(0, 10),
          }}
          choices={choices}
          listHref={listHref}
        />
      </ClientMessages>
    </div>
  );
}
