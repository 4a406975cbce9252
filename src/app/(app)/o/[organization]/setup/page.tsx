import { ArrowRight, Check } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { finishSetupAction } from "@/features/organizations/actions/setup";
import { getSetupProgress } from "@/features/organizations/queries/get-setup-progress";
import { listSetupSteps, SETUP_PATHS } from "@/features/organizations/setup-steps";
import { requireScope } from "@/server/session";
import { ActionButton } from "@/ui/action-button";
import { Badge } from "@/ui/badge";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Row, Stack } from "@/ui/stack";
import { Stepper } from "@/ui/stepper";
import { JourneyTemplates } from "./journey-templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup"))("title") };
}

export default async function SetupPage({ params }: PageProps<"/o/[organization]/setup">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "organization.manage");
  const progress = await getSetupProgress(scope);
  const steps = listSetupSteps(progress);
  const isComplete = steps.every(({ state }) => state === "done");
  const t = await getTranslations("setup");
  const hrefOf = (step: (typeof steps)[number]["step"]) => `/o/${organization}${SETUP_PATHS[step]}`;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          !progress.finishedAt && (
            <ActionButton
              action={finishSetupAction}
              input={{}}
              successMessage={t("dismissed")}
              variant={isComplete ? "primary" : "secondary"}
            >
              {isComplete ? t("finish") : t("dismiss")}
            </ActionButton>
          )
        }
      />
      <Stack gap="large">
        <Stepper
          label={t("title")}
          steps={steps.map(({ step, state }) => ({
            label: t(`steps.${step}.title`),
            href: hrefOf(step),
            state,
          }))}
        />
        {isComplete && (
          <Callout
            tone="done"
            title={t("complete")}
            actions={
              <LinkButton href={`/o/${organization}`} size="small">
                {t("toOverview")}
              </LinkButton>
            }
          >
            {t("completeText")}
          </Callout>
        )}
        {steps.map(({ step, state }, index) => (
          <Card
            key={step}
            title={
              <span className="flex flex-wrap items-center gap-2.5">
                {t("numbered", { number: index + 1, title: t(`steps.${step}.title`) })}
                {state === "done" && (
                  <Badge tone="accent" icon={<Check aria-hidden className="size-3.5" />}>
                    {step === "journey" || step === "employees"
                      ? t(`steps.${step}.count`, {
                          count: step === "journey" ? progress.touchpoints : progress.employees,
                        })
                      : t("stepDone")}
                  </Badge>
                )}
              </span>
            }
            description={t(`steps.${step}.text`)}
          >
            <Stack gap="medium">
              {step === "journey" && state !== "done" && <JourneyTemplates />}
              <Row>
                <LinkButton
                  href={hrefOf(step)}
                  variant={state === "current" && step !== "journey" ? "primary" : "secondary"}
                  icon={<ArrowRight aria-hidden className="size-4" />}
                >
                  {state === "done" ? t(`steps.${step}.open`) : t(`steps.${step}.start`)}
                </LinkButton>
                {step === "employees" && progress.locations === 0 && (
                  <LinkButton href={`/o/${organization}/settings/locations`} variant="ghost">
                    {t("steps.employees.locations")}
                  </LinkButton>
                )}
                {step === "employees" && state !== "done" && (
                  <LinkButton href={`/o/${organization}/imports/new?kind=employees`} variant="ghost">
                    {t("steps.employees.import")}
                  </LinkButton>
                )}
              </Row>
            </Stack>
          </Card>
        ))}
      </Stack>
    </>
  );
}
