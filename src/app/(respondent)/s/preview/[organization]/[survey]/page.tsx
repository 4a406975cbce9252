import { fillPlaceholders } from "@/features/invitations/texts";
import { AnswerSteps } from "@/features/responses/components/answer-steps";
import { RespondentDocument } from "@/features/responses/components/respondent-document";
import { respondentStyle } from "@/features/responses/respondent-style";
import type { AnswerStep } from "@/features/responses/rules";
import { respondentTexts } from "@/features/responses/texts";
import { forceTheme } from "./force-theme";
import { loadPreview } from "./load-preview";

/** No invitation has it, so nothing sent with it is stored. */
const TOKEN = "preview";

/** The answer page of a survey for those who make it: the components respondents get, shown at one step. */
export default async function PreviewPage({
  params,
  searchParams,
}: PageProps<"/s/preview/[organization]/[survey]">) {
  const { organization: slug, survey } = await params;
  const preview = await loadPreview(slug, survey, await searchParams);
  const { view, language, organization, score, now } = preview;
  const texts = respondentTexts(language);
  const steps: Record<string, AnswerStep> = {
    followUp: { step: "details", score, isEdit: false },
    thanks: { step: "thanks", score, canChange: true },
  };
  const step = steps[view.step] ?? { step: "score", chosen: null, isEdit: false };
  const style = forceTheme(respondentStyle(organization.accentColor), view.theme);

  return (
    <RespondentDocument
      language={language}
      texts={texts}
      title={fillPlaceholders(texts.title, { organization: organization.name })}
      organization={{ ...organization, logoHref: organization.logoUrl }}
      languages={organization.languages.map((other) => ({
        language: other,
        href: other === language ? null : "#",
      }))}
      footer={
        <>
          <a href="#top">{texts.unsubscribe.link}</a>
          {/* After the page's own, so that the chosen theme wins over the device's. */}
          <style>{style}</style>
        </>
      }
    >
      <AnswerSteps
        page={{
          organization: { ...organization, hasLogo: organization.logoUrl !== null },
          languages: organization.languages,
          language,
          isAnonymous: preview.isAnonymous,
          expiresAt: preview.expiresAt,
          occurredAt: preview.occurredAt,
          channel: preview.touchpoint.channel,
          touchpoint: preview.touchpoint,
          definition: preview.definition,
          response: {
            score,
            isCompleted: view.step === "thanks",
            followUp: null,
            comment: null,
            scores: {},
            choices: {},
          },
        }}
        token={TOKEN}
        language={language}
        step={step}
        problems={[]}
        now={now}
      />
    </RespondentDocument>
  );
}
