import { Pencil } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { DeleteActionButton } from "@/features/improvement-actions/components/delete-action-button";
import { StatusButtons } from "@/features/improvement-actions/components/status-buttons";
import { StatusLabel } from "@/features/improvement-actions/components/status-label";
import { getImprovementAction } from "@/features/improvement-actions/queries/get-improvement-action";
import { ClientMessages } from "@/i18n/client-messages";
import { chooseText } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { KeyValueList } from "@/ui/key-value-list";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Row, Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("improvementActions"))("one") };
}

export default async function ImprovementActionPage({
  params,
}: PageProps<"/o/[organization]/improvement-actions/[action]">) {
  const { organization, action: id } = await params;
  const scope = await requireScope(organization, "improvement-actions.manage");
  const action = await orNotFound(getImprovementAction(scope, id));
  const [locale, times, dates, t] = await Promise.all([
    getLocale(),
    getTimeTexts(scope.timeZone),
    getTimeTexts("UTC"),
    getTranslations("improvementActions"),
  ]);
  const listHref = `/o/${organization}/improvement-actions`;
  const { status, outcome } = action;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: listHref }]}
        title={action.title}
        badge={<StatusLabel action={action} />}
      />
      <Stack gap="large">
        {action.isReviewDue && (
          <Callout tone="warning" title={t("reviewDueTitle")}>
            {t("reviewDueText")}
          </Callout>
        )}
        <Card title={t("fields.description")}>
          <p className="max-w-prose break-words whitespace-pre-line">{action.description}</p>
        </Card>
        {outcome && (
          <Card title={t(status === "cancelled" ? "fields.reason" : "fields.outcome")}>
            <p className="max-w-prose break-words whitespace-pre-line">{outcome}</p>
          </Card>
        )}
        <Card>
          <KeyValueList
            items={[
              {
                label: t("fields.concern"),
                value: action.employeeName ?? action.locationName ?? t("concern.organization"),
              },
              { label: t("fields.responsible"), value: action.responsibleName ?? t("nobody") },
              {
                label: t("fields.behaviour"),
                value: action.behaviourName ? chooseText(action.behaviourName, locale) : "–",
              },
              { label: t("fields.startsOn"), value: dates.day(action.startsOn) },
              { label: t("fields.reviewOn"), value: dates.day(action.reviewOn) },
              ...(action.endedAt ? [{ label: t("fields.endedAt"), value: times.day(action.endedAt) }] : []),
            ]}
          />
        </Card>
        <ClientMessages namespaces={["improvementActions"]}>
          <Row className="justify-between">
            <Row>
              <StatusButtons id={action.id} status={status} outcome={outcome} />
              <LinkButton
                href={`${listHref}/${action.id}/edit`}
                icon={<Pencil aria-hidden className="size-4" />}
              >
                {t("edit")}
              </LinkButton>
            </Row>
            <DeleteActionButton id={action.id} title={action.title} listHref={listHref} />
          </Row>
        </ClientMessages>
      </Stack>
    </div>
  );
}
