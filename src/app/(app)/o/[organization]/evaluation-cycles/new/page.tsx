import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createEvaluationCycleAction } from "@/features/evaluation-cycles/actions";
import { listCycleChoices, offerCycle } from "@/features/evaluation-cycles/components/cycle-choices";
import { CycleFields } from "@/features/evaluation-cycles/components/cycle-fields";
import { requireScope } from "@/server/session";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluationCycles"))("new.title") };
}

export default async function NewEvaluationCyclePage({
  params,
}: PageProps<"/o/[organization]/evaluation-cycles/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "evaluation-cycles.manage");
  if (scope.locationIds !== null) notFound();
  const t = await getTranslations("evaluationCycles");
  const path = `/o/${organization}/evaluation-cycles`;
  const { frameworks, languages } = await listCycleChoices(scope);
  const [first] = frameworks;
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.description")}
        breadcrumbs={[{ label: t("title"), href: path }]}
      />
      {first ? (
        <Card className="max-w-3xl">
          <ActionForm
            action={createEvaluationCycleAction}
            redirectTo={`${path}/{id}?tab=add`}
            className="gap-8"
          >
            <CycleFields
              values={await offerCycle(scope, first.value, languages)}
              frameworks={frameworks}
              languages={languages}
              fixed={{ hasBegun: false, hasOpened: false, isInvited: false }}
            />
            <Row>
              <SubmitButton>{t("new.create")}</SubmitButton>
            </Row>
          </ActionForm>
        </Card>
      ) : (
        <Callout
          title={t("new.noFrameworks")}
          actions={
            <LinkButton href={`/o/${organization}/evaluation-frameworks`} variant="primary">
              {t("new.toFrameworks")}
            </LinkButton>
          }
        >
          {t("new.noFrameworksText")}
        </Callout>
      )}
    </>
  );
}
