import { createTranslator } from "next-intl";
import { renderAccountMail } from "@/features/organizations/mail/render-account-mail";
import type { Locale } from "@/i18n/locale";
import { RESPONDENT_MESSAGES } from "@/i18n/messages";
import { chooseText, type LocalizedText } from "@/server/input";
import type { OutgoingMail } from "@/server/mail";
import type { RaterGroup } from "../schema";

/** Everything a mail to a rater says and to whom. `token` opens the rater's list and is known to the recipient alone. */
export type RaterMailFacts = {
  kind: "invitation" | "reminder";
  mailId: string;
  token: string;
  rater: { name: string; email: string; language: string };
  cycle: { name: string; purpose: LocalizedText; anonymityK: number; lastDay: string };
  /** What is still to be rated; at least one. */
  ratings: readonly { subjectName: string; group: RaterGroup; isOnePerson: boolean }[];
  organization: {
    name: string;
    language: string;
    senderName: string | null;
    replyTo: string | null;
    accentColor: string;
  };
  /** The product's own address, without a path. */
  appUrl: string;
};

const LOCALE_TAGS = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" } as const;
type Language = keyof typeof LOCALE_TAGS;

/** So many names stand in a mail; the page has them all. */
const MOST_NAMES = 5;

/**
 * The invitation or reminder of a 360 rater: whose encounters, why, until when, in a sentence who sees what, and the link
 * to the rater's own list. Following the link records nothing.
 */
export function buildRaterMail(facts: RaterMailFacts): OutgoingMail {
  const { kind, rater, cycle, organization, ratings } = facts;
  const language: Language = rater.language in LOCALE_TAGS ? (rater.language as Language) : "en";
  const t = createTranslator({
    // Swedish is no language of the screens, which is what the type knows.
    locale: language as Locale,
    messages: RESPONDENT_MESSAGES[language].rater.mail,
  });
  const others = ratings.filter(({ group }) => group !== "self");
  const day = new Intl.DateTimeFormat(LOCALE_TAGS[language], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  })
    .format(new Date(`${cycle.lastDay}T00:00:00Z`))
    .replaceAll(" ", "\u00a0");
  const words = {
    organization: organization.name,
    cycle: cycle.name,
    day,
    count: ratings.length,
    subjects: listNames(
      language,
      others.map(({ subjectName }) => subjectName),
      (count) => t("andOthers", { count }),
    ),
  };
  const about =
    others.length === 0 ? "self" : others.length < ratings.length ? "selfAndOthers" : ("others" as const);
  const purpose = chooseText(cycle.purpose, language, organization.language).trim();
  const isAnonymous = ratings.some(({ group }) => group !== "self" && group !== "manager");
  const promises = [
    ...(isAnonymous ? [t("promise.anonymous", { others: cycle.anonymityK - 1 })] : []),
    ...(ratings.some(({ group }) => group === "manager") ? [t("promise.manager")] : []),
    ...(about === "others" ? [] : [t("promise.self")]),
  ];
  const senderName = organization.senderName ?? organization.name;
  const { subject, html, text } = renderAccountMail({
    language,
    subject: t(`${kind}.subject`, words).replace(/\s+/g, " ").trim(),
    senderName,
    accentColor: organization.accentColor,
    greeting: t("greeting", { name: rater.name }),
    paragraphs: [
      t(`${kind}.${about}`, words),
      ...(kind === "invitation" && purpose ? [purpose] : []),
      t("until", words),
      [...promises, t("promise.page")].join(" "),
    ],
    button: { label: t("open"), href: `${facts.appUrl}/r/${facts.token}` },
    notes: [t("decline"), t("personal"), t("why", words)],
    buttonFails: t("buttonFails"),
  });
  return {
    to: rater.email,
    subject,
    html,
    text,
    senderName,
    replyTo: organization.replyTo,
    messageId: `<evaluation.${facts.mailId}@${new URL(facts.appUrl).hostname}>`,
  };
}

function listNames(
  language: Language,
  names: readonly string[],
  andOthers: (count: number) => string,
): string {
  const shown = names.length > MOST_NAMES ? names.slice(0, MOST_NAMES - 1) : names;
  const rest = names.length - shown.length;
  return new Intl.ListFormat(LOCALE_TAGS[language], { type: "conjunction" }).format(
    rest > 0 ? [...shown, andOthers(rest)] : shown,
  );
}
