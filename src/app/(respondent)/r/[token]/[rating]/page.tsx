import { RaterDocument, raterLanguage } from "@/features/evaluation-ratings/components/rater-document";
import { RatingSteps } from "@/features/evaluation-ratings/components/rating-steps";
import { reasonOfNothing, StateNotice } from "@/features/evaluation-ratings/components/state-notice";
import { UnknownRaterPage } from "@/features/evaluation-ratings/components/unknown-rater-page";
import { getOwnAnswers } from "@/features/evaluation-ratings/queries/get-own-answers";
import { openRaterLink } from "@/features/evaluation-ratings/queries/open-rater-link";
import { ratingHref } from "@/features/evaluation-ratings/rating-href";
import { decideRatingStep } from "@/features/evaluation-ratings/rules/rating-step";
import { raterTexts } from "@/features/evaluation-ratings/texts";
import { fillPlaceholders } from "@/features/invitations/texts";
import { Notice } from "@/features/responses/components/notice";

const text = (value: unknown) => (typeof value === "string" ? value : null);

/** One rater's evaluation of one subject, a page for each step. Opening it records nothing. */
export default async function RatingPage({ params, searchParams }: PageProps<"/r/[token]/[rating]">) {
  const { token, rating: ratingId } = await params;
  const address = await searchParams;
  const opened = await openRaterLink(token);
  if (!opened) return <UnknownRaterPage />;

  const { page, scope, raterId } = opened;
  const language = raterLanguage(page, address.lang);
  const reason = reasonOfNothing(page);
  if (reason) {
    return <StateNotice page={page} token={token} language={language} reason={reason} now={scope.now} />;
  }
  const texts = raterTexts(language);
  const task = page.tasks.find(({ id }) => id === ratingId);
  if (!task || task.state === "sent" || task.state === "declined") {
    const said = texts.states[task?.state === "sent" || task?.state === "declined" ? task.state : "gone"];
    return (
      <RaterDocument page={page} token={token} ratingId={ratingId} language={language} title={said.title}>
        <Notice title={said.title} text={said.text}>
          <p>
            <a href={ratingHref(token, null, { lang: language })}>{texts.backToList}</a>
          </p>
        </Notice>
      </RaterDocument>
    );
  }

  const answers = await getOwnAnswers(scope, raterId, ratingId);
  const step = decideRatingStep(page.definition, answers, text(address.step));
  const problems = (text(address.problem) ?? "").split(",").filter(Boolean);
  const name = task.group === "self" ? texts.start.titleSelf : task.subject.name;
  const title = `${name} – ${page.organization.name}`;
  return (
    <RaterDocument
      page={page}
      token={token}
      ratingId={ratingId}
      step={step}
      language={language}
      title={problems.length > 0 ? fillPlaceholders(texts.errorTitle, { title }) : title}
    >
      <RatingSteps
        page={page}
        task={task}
        token={token}
        language={language}
        texts={texts}
        answers={answers}
        problems={problems}
        step={step}
        isFromCheck={address.from === "check"}
        now={scope.now}
      />
    </RaterDocument>
  );
}
