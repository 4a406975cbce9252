import { getLocale, getTranslations } from "next-intl/server";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { ClientMessages } from "@/i18n/client-messages";
import { chooseText } from "@/server/input";
import { hasPermission } from "@/server/permissions";
import type { Scope } from "@/server/scope";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { getDevelopmentPlan } from "../queries/get-development-plan";
import { MOST_GOALS } from "../schema";
import { GoalEditor } from "./goal-editor";
import { AddGoalButton, GoalItem } from "./goal-item";

/** The development plan beside a report: up to three goals of those who see the report. */
export async function DevelopmentPlan({ scope, subjectId }: { scope: Scope; subjectId: string }) {
  const [plan, locale, dates, t] = await Promise.all([
    getDevelopmentPlan(scope, subjectId),
    getLocale(),
    getTimeTexts("UTC"),
    getTranslations("developmentGoals"),
  ]);
  const competencies = plan.competencies.map(({ key, name }) => ({
    value: key,
    label: chooseText(name, locale),
  }));
  const add = plan.goals.length < MOST_GOALS && <AddGoalButton />;
  return (
    <ClientMessages namespaces={["developmentGoals"]}>
      <GoalEditor subjectId={subjectId} competencies={competencies}>
        <Card
          id="development-plan"
          title={t("title")}
          description={t("description", { most: MOST_GOALS })}
          actions={plan.goals.length > 0 && add}
          flush
        >
          {plan.goals.length > 0 ? (
            <ol className="divide-y divide-line border-t border-line">
              {plan.goals.map((goal) => (
                <GoalItem
                  key={goal.id}
                  goal={goal}
                  competency={competencies.find(({ value }) => value === goal.competencyKey)?.label ?? null}
                  due={goal.dueOn && dates.day(goal.dueOn)}
                  mayAct={hasPermission(scope.role, "improvement-actions.manage")}
                />
              ))}
            </ol>
          ) : (
            <EmptyState compact title={t("empty")} action={add}>
              {t("emptyText")}
            </EmptyState>
          )}
        </Card>
      </GoalEditor>
    </ClientMessages>
  );
}
