import { unsubscribeAction } from "@/features/invitations/actions";
import { findRespondent } from "@/features/invitations/queries/find-respondent";
import { findUnsubscribePage } from "@/features/invitations/queries/find-unsubscribe-page";
import { fillPlaceholders } from "@/features/invitations/texts";
import { Notice } from "@/features/responses/components/notice";
import { RespondentDocument } from "@/features/responses/components/respondent-document";
import { UnknownPage } from "@/features/responses/components/unknown-page";
import { choosePageLanguage } from "@/features/responses/rules";
import { respondentTexts } from "@/features/responses/texts";

/** Opening the link stops nothing (mail scanners open links): the button does. */
export default async function UnsubscribePage({ params, searchParams }: PageProps<"/s/[token]/unsubscribe">) {
  const { token } = await params;
  const { lang } = await searchParams;
  const respondent = await findRespondent(token);
  const page = respondent && (await findUnsubscribePage(respondent.scope, respondent.invitationId));
  if (!page) return <UnknownPage />;

  const language = choosePageLanguage(typeof lang === "string" ? lang : null, page);
  const texts = respondentTexts(language);
  const { name } = page.organization;
  const said = page.isStopped
    ? { title: texts.unsubscribe.doneTitle, text: texts.unsubscribe.doneText }
    : { title: texts.unsubscribe.title, text: texts.unsubscribe.text };
  return (
    <RespondentDocument
      language={language}
      texts={texts}
      title={said.title}
      organization={{ ...page.organization, logoHref: page.organization.hasLogo ? `/s/${token}/logo` : null }}
      languages={page.languages.map((other) => ({
        language: other,
        href: other === language ? null : `/s/${token}/unsubscribe?lang=${other}`,
      }))}
    >
      <Notice title={said.title} text={fillPlaceholders(said.text, { organization: name })}>
        {!page.isStopped && (
          <form action={unsubscribeAction}>
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="lang" value={language} />
            <button type="submit">{texts.unsubscribe.button}</button>
          </form>
        )}
      </Notice>
    </RespondentDocument>
  );
}
