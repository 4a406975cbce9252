import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { giveFeedbackAction, searchFeedbackColleaguesAction } from "@/features/peer-feedback/actions";
import { BehaviourField, EncounterField } from "@/features/peer-feedback/components/about-fields";
import { ColleagueField } from "@/features/peer-feedback/components/colleague-field";
import { WordFields } from "@/features/peer-feedback/components/word-fields";
import { findColleagueOption } from "@/features/peer-feedback/queries/find-colleague-option";
import { listEncounterChoices } from "@/features/peer-feedback/queries/list-encounter-choices";
import { colleagueParameters } from "@/features/peer-feedback/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { PageHeader } from "@/ui/page-header";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peerFeedback"))("give.title") };
}

/** Gives a colleague feedback without having been asked. */
export default async function GiveFeedbackPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/feedback/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "peer-feedback.use");
  if (scope.employeeId === null) notFound();
  const { to, encounter } = colleagueParameters.parse(await searchParams);
  const colleague = to ? await findColleagueOption(scope, to) : null;
  const [choices, behaviours, t] = await Promise.all([
    listEncounterChoices(scope, to, encounter),
    listBehaviours(scope),
    getTranslations("peerFeedback"),
  ]);
  const path = `/o/${organization}/feedback`;
  return (
    <>
      <PageHeader
        title={t("give.title")}
        description={t("give.description")}
        breadcrumbs={[{ label: t("title"), href: path }]}
      />
      <ClientMessages>
        <Card className="max-w-3xl">
          <ActionForm
            action={giveFeedbackAction}
            redirectTo={`${path}?tab=given`}
            successMessage={t("give.done")}
          >
            <ColleagueField
              label={t("give.colleague")}
              hint={t("form.colleagueHint")}
              search={searchFeedbackColleaguesAction}
              selected={colleague}
            />
            <EncounterField choices={choices} timeZone={scope.timeZone} selectedId={encounter} />
            <BehaviourField behaviours={behaviours} />
            <WordFields />
            <p className="text-sm text-muted">{t("form.whoSees")}</p>
            <Row>
              <SubmitButton>{t("give.submit")}</SubmitButton>
            </Row>
          </ActionForm>
        </Card>
      </ClientMessages>
    </>
  );
}
