import { Eye } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ObservationForm } from "@/features/audits/components/entry/observation-form";
import { getObservationChoices } from "@/features/audits/queries/get-observation-choices";
import { dayIn } from "@/features/audits/rules";
import { listEncounterTypeOptions } from "@/features/touchpoints/queries/list-encounter-type-options";
import { listTouchpointOptions } from "@/features/touchpoints/queries/list-touchpoint-options";
import { ClientMessages } from "@/i18n/client-messages";
import { hasPermission } from "@/server/permissions";
import { orNotFound, requireScope } from "@/server/session";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audits"))("observe.title") };
}

/** The beginning of an open observation, for those who may observe. */
export default async function ObservePage({ params }: PageProps<"/o/[organization]/audits/observe">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "audits.enter");
  const choices = await orNotFound(getObservationChoices(scope));
  const [touchpoints, encounterTypes, t] = await Promise.all([
    listTouchpointOptions(scope),
    listEncounterTypeOptions(scope),
    getTranslations("audits"),
  ]);
  const path = `/o/${organization}`;
  const isReady = choices.forms.length > 0 && choices.employees.length > 0 && touchpoints.length > 0;

  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumbs={[{ label: t("entry.back"), href: `${path}/audits` }]}
        title={t("observe.title")}
        description={t("observe.description")}
      />
      {isReady ? (
        <ClientMessages namespaces={["audits", "common"]}>
          <ObservationForm
            choices={choices}
            touchpoints={touchpoints}
            encounterTypes={encounterTypes}
            today={dayIn(scope.now, scope.timeZone)}
          />
        </ClientMessages>
      ) : (
        <EmptyState
          icon={<Eye aria-hidden />}
          title={t("observe.notReady")}
          action={
            choices.forms.length === 0 &&
            hasPermission(scope.role, "audit-forms.manage") && (
              <LinkButton href={`${path}/audit-forms`}>{t("observe.toForms")}</LinkButton>
            )
          }
        >
          {choices.forms.length === 0 ? t("observe.noForms") : t("observe.nobody")}
        </EmptyState>
      )}
    </div>
  );
}
