import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getGoalToActOn } from "@/features/evaluation-reports/goals/queries/get-goal-to-act-on";
import { ImprovementActionForm } from "@/features/improvement-actions/components/action-form";
import { getFormChoices } from "@/features/improvement-actions/components/form-choices";
import { dayFromNow } from "@/features/improvement-actions/rules";
import type { Concern } from "@/features/improvement-actions/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { orNotFound, requireScope } from "@/server/session";
import { Callout } from "@/ui/callout";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("improvementActions"))("form.newTitle") };
}

/** Days until the effect is looked at, unless something else is chosen. */
const REVIEW_AFTER = 90;

export default async function NewImprovementActionPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/improvement-actions/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "improvement-actions.manage");
  const { goal: goalId } = await searchParams;
  const goal = typeof goalId === "string" ? await orNotFound(getGoalToActOn(scope, goalId)) : null;
  const [choices, t] = await Promise.all([getFormChoices(scope), getTranslations("improvementActions")]);
  const employee = choices.employees.find(({ value }) => value === goal?.employee?.id) ?? null;
  const locationId = goal?.location?.id ?? goal?.team?.locationId ?? null;
  const concern: Concern = employee
    ? "employee"
    : locationId
      ? "location"
      : (choices.concerns[0] ?? "organization");
  const listHref = `/o/${organization}/improvement-actions`;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: listHref }]}
        title={t("form.newTitle")}
        description={t("form.newText")}
      />
      <Stack>
        {goal && !goal.hasAction && (
          <Callout tone="warning" title={t("fromGoal.title")}>
            {t("fromGoal.text")}
          </Callout>
        )}
        {goal?.hasAction ? (
          <Callout tone="info" title={t("fromGoal.takenTitle")}>
            {t("fromGoal.takenText")}
          </Callout>
        ) : (
          <ClientMessages namespaces={["improvementActions"]}>
            <ImprovementActionForm
              values={{
                id: null,
                goalId: goal?.id ?? null,
                title: goal?.title ?? "",
                description: goal?.plan ?? "",
                concern,
                locationId,
                employee,
                behaviourId: goal?.behaviourId ?? null,
                responsibleMemberId: scope.memberId,
                startsOn: dayFromNow(0, scope.now, scope.timeZone),
                reviewOn: dayFromNow(REVIEW_AFTER, scope.now, scope.timeZone),
              }}
              choices={choices}
              listHref={listHref}
            />
          </ClientMessages>
        )}
      </Stack>
    </div>
  );
}
