import { fillPlaceholders, formatDay, touchpointName } from "@/features/invitations/texts";
import type { AnswerPage } from "./schema";
import { respondentTexts } from "./texts";

/** What the question is about: "Your visit: …, 21 November", with the day as the organization's clock has it. */
export function describeEncounter(
  page: Pick<AnswerPage, "channel" | "touchpoint" | "occurredAt" | "organization">,
  language: string,
  now: Date,
): string {
  const texts = respondentTexts(language);
  return fillPlaceholders(texts.about, {
    encounter: texts.encounter[page.channel],
    touchpoint: touchpointName(page.touchpoint, language),
    date: formatDay(page.occurredAt, language, page.organization.timeZone, now),
  });
}
