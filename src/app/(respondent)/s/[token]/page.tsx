import { findRespondent } from "@/features/invitations/queries/find-respondent";
import { fillPlaceholders } from "@/features/invitations/texts";
import { answerHref } from "@/features/responses/answer-href";
import { AnswerSteps } from "@/features/responses/components/answer-steps";
import { RespondentDocument } from "@/features/responses/components/respondent-document";
import { UnknownPage } from "@/features/responses/components/unknown-page";
import { findAnswerPage } from "@/features/responses/queries/find-answer-page";
import { choosePageLanguage, decideStep, hasDetails, parseScore } from "@/features/responses/rules";
import { respondentTexts } from "@/features/responses/texts";
import { setPageStatus } from "@/server/response-status";

/** Where a customer answers. Opening it records nothing, with or without a score in the address. */
export default async function AnswerPage({ params, searchParams }: PageProps<"/s/[token]">) {
  const { token } = await params;
  const query = await searchParams;
  const respondent = await findRespondent(token);
  const page = respondent && (await findAnswerPage(respondent.scope, respondent));
  if (!respondent || !page) return <UnknownPage />;

  const { now } = respondent.scope;
  const language = choosePageLanguage(typeof query.lang === "string" ? query.lang : null, page);
  const texts = respondentTexts(language);
  const problems = typeof query.problem === "string" ? query.problem.split(",") : [];
  const step = decideStep({
    response: page.response,
    expiresAt: page.expiresAt,
    now,
    hasDetails: hasDetails(page.definition),
    requested: query.step === "score" || query.step === "details" ? query.step : null,
    linkScore: parseScore(page.definition.main.metric, query.score),
  });
  if (step.step === "expired") setPageStatus(410);
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
        href: other === language ? null : answerHref(token, { ...stringsOf(query), lang: other }),
      }))}
      footer={<a href={`/s/${token}/unsubscribe?lang=${language}`}>{texts.unsubscribe.link}</a>}
    >
      <AnswerSteps page={page} token={token} language={language} step={step} problems={problems} now={now} />
    </RespondentDocument>
  );
}

/** What of the address is carried over to another language. */
function stringsOf(query: Record<string, string | string[] | undefined>) {
  return {
    ...(typeof query.score === "string" ? { score: query.score } : {}),
    ...(query.step === "score" || query.step === "details" ? { step: query.step } : {}),
  } as { score?: string; step?: "score" | "details" };
}
