import { headers } from "next/headers";
import { Notice } from "@/features/responses/components/notice";
import { RespondentDocument } from "@/features/responses/components/respondent-document";
import { languageOfBrowser, respondentTexts } from "@/features/responses/texts";
import { setPageStatus } from "@/server/response-status";
import { raterTexts } from "../texts";

/** For a link that opens nothing: the same page for all, telling nothing of anybody. */
export async function UnknownRaterPage() {
  setPageStatus(404);
  const language = languageOfBrowser((await headers()).get("accept-language"));
  const { unknown } = raterTexts(language).states;
  return (
    <RespondentDocument
      language={language}
      texts={respondentTexts(language)}
      title={unknown.title}
      organization={null}
    >
      <Notice title={unknown.title} text={unknown.text} />
    </RespondentDocument>
  );
}
