import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { requestFeedbackAction, searchFeedbackColleaguesAction } from "@/features/peer-feedback/actions";
import { BehaviourField, EncounterField } from "@/features/peer-feedback/components/about-fields";
import { ColleagueField } from "@/features/peer-feedback/components/colleague-field";
import { findColleagueOption } from "@/features/peer-feedback/queries/find-colleague-option";
import { listEncounterChoices } from "@/features/peer-feedback/queries/list-encounter-choices";
import { colleagueParameters } from "@/features/peer-feedback/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { PageHeader } from "@/ui/page-header";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { Textarea } from "@/ui/textarea";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("peerFeedback"))("ask.title") };
}

/** Asks a colleague for feedback. */
export default async function AskFeedbackPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/feedback/ask">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "peer-feedback.use");
  if (scope.employeeId === null) notFound();
  const { to, encounter } = colleagueParameters.parse(await searchParams);
  const colleague = to ? await findColleagueOption(scope, to) : null;
  const [choices, behaviours, t] = await Promise.all([
    listEncounterChoices(scope, null, encounter),
    listBehaviours(scope),
    getTranslations("peerFeedback"),
  ]);
  const path = `/o/${organization}/feedback`;
  return (
    <>
      <PageHeader
        title={t("ask.title")}
        description={t("ask.description")}
        breadcrumbs={[{ label: t("title"), href: path }]}
      />
      <ClientMessages>
        <Card className="max-w-3xl">
          <ActionForm
            action={requestFeedbackAction}
            redirectTo={`${path}?tab=received`}
            successMessage={t("ask.done")}
          >
            <ColleagueField
              label={t("ask.colleague")}
              hint={t("form.colleagueHint")}
              search={searchFeedbackColleaguesAction}
              selected={colleague}
            />
            <EncounterField choices={choices} timeZone={scope.timeZone} selectedId={encounter} />
            <BehaviourField behaviours={behaviours} />
            <Field name="question" label={t("ask.question")} hint={t("ask.questionHint")} optional>
              <Textarea rows={3} maxLength={500} />
            </Field>
            <p className="text-sm text-muted">{t("ask.whoSees")}</p>
            <Row>
              <SubmitButton>{t("ask.submit")}</SubmitButton>
            </Row>
          </ActionForm>
        </Card>
      </ClientMessages>
    </>
  );
}
