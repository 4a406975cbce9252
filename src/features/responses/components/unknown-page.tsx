import { headers } from "next/headers";
import { setPageStatus } from "@/server/response-status";
import { languageOfBrowser, respondentTexts } from "../texts";
import { Notice } from "./notice";
import { RespondentDocument } from "./respondent-document";

/** For a token that opens nothing, mistyped or invented: the same page for all, telling nothing of anybody. */
export async function UnknownPage() {
  setPageStatus(404);
  const language = languageOfBrowser((await headers()).get("accept-language"));
  const texts = respondentTexts(language);
  return (
    <RespondentDocument language={language} texts={texts} title={texts.unknown.title} organization={null}>
      <Notice title={texts.unknown.title} text={texts.unknown.text} />
    </RespondentDocument>
  );
}
