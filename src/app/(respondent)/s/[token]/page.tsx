import { fillPlaceholders } from "@/features/invitations/texts";
import { offerActionsOfAnswerPages } from "@/features/responses/answer-forms";
import { answerHref } from "@/features/responses/answer-href";
import { offerAnswerPages } from "@/features/responses/answer-page-link";
import { answerPageKey, decideAnswerView, readAnswerQuery } from "@/features/responses/answer-view";
import { AnswerSteps } from "@/features/responses/components/answer-steps";
import { RespondentDocument } from "@/features/responses/components/respondent-document";
import { UnknownPage } from "@/features/responses/components/unknown-page";
import { describeAnswerPage } from "@/features/responses/queries/describe-answer-page";
import { openAnswerPage } from "@/features/responses/queries/open-answer-page";
import { respondentTexts } from "@/features/responses/texts";
import { notePageKey, setPageStatus } from "@/server/response-status";

offerAnswerPages(describeAnswerPage);
offerActionsOfAnswerPages();

/**
 * Where a customer answers. Opening it records nothing, with or without a score in the address. What is rendered here may
 * be shown to others whose page has the same key, so everything it shows is in `answerPageKey`.
 */
export default async function AnswerPage({ params, searchParams }: PageProps<"/s/[token]">) {
  const { token } = await params;
  const address = await searchParams;
  const opened = await openAnswerPage(token);
  if (!opened) return <UnknownPage />;

  const { page, surveyVersionId } = opened;
  const { now } = opened.scope;
  const view = decideAnswerView(
    page,
    readAnswerQuery((name) => address[name]),
    now,
  );
  const { language, step, problems } = view;
  notePageKey(answerPageKey(page, surveyVersionId, view, now));
  if (step.step === "expired") setPageStatus(410);
  const texts = respondentTexts(language);
  const title = fillPlaceholders(texts.title, { organization: page.organization.name });
  const hasForm = step.step === "score" || step.step === "details";
  return (
    <RespondentDocument
      language={language}
      texts={texts}
      title={hasForm && problems.length > 0 ? fillPlaceholders(texts.errorTitle, { title }) : title}
      organization={{
        ...page.organization,
        logoHref: page.organization.hasLogo ? `/s/${token}/logo` : null,
      }}
      languages={page.languages.map((other) => ({
        language: other,
        href: other === language ? null : answerHref(token, { ...view.carried, lang: other }),
      }))}
      footer={<a href={`/s/${token}/unsubscribe?lang=${language}`}>{texts.unsubscribe.link}</a>}
    >
      <AnswerSteps page={page} token={token} language={language} step={step} problems={problems} now={now} />
    </RespondentDocument>
  );
}
