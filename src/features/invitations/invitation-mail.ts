import type { SurveyDefinition } from "@/features/surveys/schema";
import type { MailKind } from "@/generated/prisma/enums";
import { RESPONDENT_MESSAGES } from "@/i18n/messages";
import { METRIC_SCALES } from "@/metrics/score-distribution";
import { chooseText } from "@/server/input";
import type { OutgoingMail } from "@/server/mail";
import {
  escapeHtml,
  mailFooterLink,
  mailHeading,
  mailParagraph,
  mailScale,
  renderMailDocument,
} from "@/server/mail-layout";
import { fillPlaceholders, formatDay, touchpointName } from "./texts";

/** Everything a survey mail says and to whom. `token` opens the answer page and is known to the recipient alone. */
export type InvitationMailFacts = {
  kind: MailKind;
  invitationId: string;
  token: string;
  language: string;
  isAnonymous: boolean;
  expiresAt: Date;
  occurredAt: Date;
  touchpoint: { name: string; publicNames: unknown };
  employeeName: string;
  customer: { name: string | null; email: string };
  organization: {
    name: string;
    language: string;
    timeZone: string;
    senderName: string | null;
    replyTo: string | null;
    accentColor: string;
  };
  definition: SurveyDefinition;
  /** The product's own address, without a path. */
  appUrl: string;
  now: Date;
};

type Texts = (typeof RESPONDENT_MESSAGES)["en"]["mail"]["invitation"];

/**
 * The mail of an invitation or reminder: the survey's own words, the question with its whole scale as links that open the
 * answer page with that score chosen, and how to stop. Following a link records nothing. Carries the one-click headers
 * of RFC 8058.
 */
export function buildInvitationMail(facts: InvitationMailFacts): OutgoingMail {
  const { definition, language, organization, kind } = facts;
  const texts = textsIn(language);
  const read = (text: Parameters<typeof chooseText>[0]) => chooseText(text, language, organization.language);
  const senderName = organization.senderName ?? organization.name;
  const about = {
    touchpoint: touchpointName(facts.touchpoint, language),
    date: formatDay(facts.occurredAt, language, organization.timeZone, facts.now),
  };
  const placeholders = {
    ...about,
    organization: organization.name,
    customer: facts.customer.name,
    employee: facts.employeeName,
  };
  const written = kind === "invitation" ? definition.invitationMail : definition.reminderMail;
  const subject = oneLine(fillPlaceholders(read(written.subject), placeholders));
  const body = fillPlaceholders(read(written.body), placeholders);
  // An edited text may have lost the place and day; the reader must still know what is asked about.
  const saysAbout = /\{touchpoint\}/.test(read(written.body));
  const question = read(definition.main.text);
  const answerPage = `${facts.appUrl}/s/${facts.token}`;
  const unsubscribePage = `${answerPage}/unsubscribe`;
  const links = scores(definition).map((score) => ({ score, href: `${answerPage}?score=${score}` }));
  const lowLabel = read(definition.main.lowLabel);
  const highLabel = read(definition.main.highLabel);
  const openUntil = fillPlaceholders(texts.openUntil, {
    date: formatDay(facts.expiresAt, language, organization.timeZone, facts.now),
  });
  const whyYou = fillPlaceholders(texts.whyYou, { organization: organization.name });
  const aboutLine = saysAbout ? [] : [fillPlaceholders(texts.about, about)];
  const small = [texts.chooseNumber, ...(facts.isAnonymous ? [texts.anonymous] : []), openUntil];

  const html = renderMailDocument({
    language,
    title: subject,
    preheader: question,
    senderName,
    accentColor: organization.accentColor,
    content: [
      ...aboutLine.map((line) => mailParagraph(line, "muted")),
      mailParagraph(body),
      mailHeading(question),
      mailScale({ links, lowLabel, highLabel, accentColor: organization.accentColor }),
      mailParagraph(small.join("\n"), "muted"),
    ].join("\n"),
    footer: `${escapeHtml(texts.openPage)} ${mailFooterLink(answerPage, texts.openPageLink)}<br>${escapeHtml(whyYou)}<br>${mailFooterLink(unsubscribePage, texts.unsubscribe)}`,
  });
  const text = [
    ...aboutLine,
    body,
    question,
    `${links.at(0)?.score} = ${lowLabel}, ${links.at(-1)?.score} = ${highLabel}`,
    links.map(({ score, href }) => `${score}: ${href}`).join("\n"),
    small.join("\n"),
    `--\n${whyYou}\n${fillPlaceholders(texts.unsubscribeText, { link: unsubscribePage })}`,
  ].join("\n\n");

  const mailto = organization.replyTo ? `, <mailto:${organization.replyTo}?subject=unsubscribe>` : "";
  return {
    to: facts.customer.email,
    subject,
    html,
    text,
    senderName,
    replyTo: organization.replyTo,
    messageId: `<${kind}.${facts.invitationId}@${new URL(facts.appUrl).hostname}>`,
    headers: {
      "List-Unsubscribe": `<${unsubscribePage}/one-click>${mailto}`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}

function scores(definition: SurveyDefinition): number[] {
  const { min, max } = METRIC_SCALES[definition.main.metric];
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}

function textsIn(language: string): Texts {
  return (RESPONDENT_MESSAGES[language as keyof typeof RESPONDENT_MESSAGES] ?? RESPONDENT_MESSAGES.en).mail
    .invitation;
}

/** A subject is one line: a line break in it could start a header of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
