import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { AuditAnswerValue } from "@/features/audit-forms/schema";
import { describeAnswer } from "@/features/audits/report/describe-answer";
import { makeReportTexts } from "@/features/audits/report/report-texts";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import type { Locale } from "@/i18n/locale";
import { chooseText } from "@/server/input";
import type { Scope } from "@/server/scope";
import { findItem } from "../../rules";
import type { AuditDetails } from "../../schema";
import type { Author } from "../schema";

/** Everything the conversation about an audit is written with, in the reader's language and the organization's time. */
export type TalkTexts = Awaited<ReturnType<typeof getTalkTexts>>;

export async function getTalkTexts(scope: Scope, audit: AuditDetails) {
  const [t, locale, times] = await Promise.all([
    getTranslations("auditReview.talk"),
    getLocale() as Promise<Locale>,
    getTimeTexts(scope.timeZone),
  ]);
  const report = makeReportTexts(locale, scope.timeZone);
  const { definition } = audit.form;
  return {
    t,
    locale,
    times,
    score: report.score,
    verdict: (isFailed: boolean) => report.t(isFailed ? "verdict.failed" : "verdict.passed"),
    itemText: (itemKey: string) => chooseText(findItem(definition, itemKey)?.text ?? {}, locale) || itemKey,
    sectionTitle: (title: Parameters<typeof chooseText>[0]) => chooseText(title, locale),
    answer: (itemKey: string, value: AuditAnswerValue | null) => {
      const item = findItem(definition, itemKey);
      if (!item || !value) return t("noAnswer");
      return describeAnswer(item, value, report, (text) => chooseText(text, locale));
    },
    /** "Aino Virta (työntekijä)", "Auditoija", "sinä". */
    author: ({ name, voice, isReader }: Author) => {
      if (isReader) return `${name} (${t("you")})`;
      if (name) return `${name} (${t(`voice.${voice}`)})`;
      return t(voice === "auditor" ? "auditorUnnamed" : "someone");
    },
  };
}
