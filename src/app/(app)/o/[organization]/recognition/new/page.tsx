import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EncounterField } from "@/features/peer-feedback/components/about-fields";
import { ColleagueField } from "@/features/peer-feedback/components/colleague-field";
import { listEncounterChoices } from "@/features/peer-feedback/queries/list-encounter-choices";
import { searchThankedAction, thankColleagueAction } from "@/features/recognitions/actions";
import { CommentField } from "@/features/recognitions/components/comment-field";
import { findThankedColleague } from "@/features/recognitions/queries/find-thanked-colleague";
import { listCommentChoices } from "@/features/recognitions/queries/list-comment-choices";
import { MOST_LETTERS, thanksParameters } from "@/features/recognitions/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { ActionForm } from "@/ui/action-form";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { Field } from "@/ui/field";
import { PageHeader } from "@/ui/page-header";
import { Row } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { Textarea } from "@/ui/textarea";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("recognitions"))("new.title") };
}

/** Thanks a colleague for an encounter. */
export default async function NewThanksPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/recognition/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "recognitions.use");
  const { to, encounter, comment } = thanksParameters.parse(await searchParams);
  const colleague = to ? await findThankedColleague(scope, to) : null;
  const [encounters, comments, t] = await Promise.all([
    colleague ? listEncounterChoices(scope, colleague.value, encounter) : [],
    colleague ? listCommentChoices(scope, colleague.value, comment) : [],
    getTranslations("recognitions"),
  ]);
  const path = `/o/${organization}/recognition`;
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.description")}
        breadcrumbs={[{ label: t("title"), href: path }]}
      />
      <ClientMessages>
        <Card className="max-w-3xl">
          <ActionForm
            action={thankColleagueAction}
            redirectTo={`${path}?tab=given`}
            successMessage={t("new.done")}
          >
            <ColleagueField
              label={t("new.colleague")}
              search={searchThankedAction}
              selected={colleague && { value: colleague.value, label: colleague.label }}
            />
            {colleague && !colleague.showsOnWall && (
              <Callout>{t("new.offWall", { name: colleague.label })}</Callout>
            )}
            <Field name="message" label={t("new.message")} hint={t("new.messageHint")} required>
              <Textarea rows={4} maxLength={MOST_LETTERS} />
            </Field>
            <EncounterField
              choices={encounters}
              timeZone={scope.timeZone}
              selectedId={encounter}
              hint={t("new.encounterHint")}
            />
            <CommentField choices={comments} timeZone={scope.timeZone} selectedId={comment} />
            <p className="text-sm text-muted">{t("new.whoSees")}</p>
            <Row>
              <SubmitButton>{t("new.submit")}</SubmitButton>
            </Row>
          </ActionForm>
        </Card>
      </ClientMessages>
    </>
  );
}
