import { escapeHtml } from "@/server/mail-layout";
import { respondentStyle } from "./respondent-style";
import { languageOfBrowser, respondentTexts } from "./texts";

/**
 * A whole respondent page for when the product cannot make one (its database is away, a defect), has no
 * time for it ("busy") or does not read what was sent ("tooMuch"): says so in the browser's language and what to do. Needs nothing but this process.
 */
export function unavailablePage(
  acceptLanguage: string | undefined,
  reason: "unavailable" | "busy" | "tooMuch" = "unavailable",
): string {
  const language = languageOfBrowser(acceptLanguage);
  const { title, text } = respondentTexts(language)[reason];
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><meta name="robots" content="noindex"><link rel="icon" href="data:,"><style>${respondentStyle("")}</style></head><body><main style="padding-top:24px"><div class="card"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></div></main></body></html>`;
}
