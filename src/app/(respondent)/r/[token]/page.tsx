import { RaterDocument, raterLanguage } from "@/features/evaluation-ratings/components/rater-document";
import { reasonOfNothing, StateNotice } from "@/features/evaluation-ratings/components/state-notice";
import { TaskList } from "@/features/evaluation-ratings/components/task-list";
import { UnknownRaterPage } from "@/features/evaluation-ratings/components/unknown-rater-page";
import { openRaterLink } from "@/features/evaluation-ratings/queries/open-rater-link";
import { raterTexts } from "@/features/evaluation-ratings/texts";
import { fillPlaceholders } from "@/features/invitations/texts";

/** A rater's link: whom to evaluate, until when, and who will see what. Opening it records nothing. */
export default async function RaterListPage({ params, searchParams }: PageProps<"/r/[token]">) {
  const { token } = await params;
  const { lang, sent } = await searchParams;
  const opened = await openRaterLink(token);
  if (!opened) return <UnknownRaterPage />;

  const { page } = opened;
  const { now } = opened.scope;
  const language = raterLanguage(page, lang);
  const reason = reasonOfNothing(page);
  if (reason) return <StateNotice page={page} token={token} language={language} reason={reason} now={now} />;
  const texts = raterTexts(language);
  return (
    <RaterDocument
      page={page}
      token={token}
      language={language}
      title={fillPlaceholders(texts.title, { organization: page.organization.name })}
    >
      <TaskList
        page={page}
        token={token}
        language={language}
        texts={texts}
        now={now}
        wasSent={sent === "1"}
      />
    </RaterDocument>
  );
}
