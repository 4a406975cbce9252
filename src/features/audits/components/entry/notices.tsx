"use client";

import { useLocale, useTranslations } from "next-intl";
import { isAnswered } from "@/features/audit-forms/rules";
import type { AuditAnswerValue, AuditFormItem } from "@/features/audit-forms/schema";
import { chooseText } from "@/server/input";
import { Button } from "@/ui/button";
import { Callout } from "@/ui/callout";
import type { TheirAnswer } from "../../entry/outbox-types";

/** What a reviewer wants looked at again. */
export function RemarkNotice({ remarks }: { remarks: { text: string }[] }) {
  const t = useTranslations("audits.entry");
  return remarks.map(({ text }) => (
    <Callout key={text} tone="warning" title={t("remark")}>
      <p className="whitespace-pre-line">{text}</p>
    </Callout>
  ));
}

/** The server did not take it as it is. */
export function RefusalNotice({ text }: { text: string }) {
  const t = useTranslations("audits.entry");
  return (
    <Callout tone="danger" role="alert">
      {text || t("refused")}
    </Callout>
  );
}

/** Two devices answered differently: both answers, and the choice. */
export function ConflictNotice({
  item,
  mine,
  theirs,
  onChoose,
}: {
  item: AuditFormItem;
  mine: AuditAnswerValue | null;
  theirs: TheirAnswer;
  onChoose: (whose: "mine" | "theirs") => void;
}) {
  const t = useTranslations("audits.entry.conflict");
  const say = useAnswerText(item);
  return (
    <ConflictFrame
      choices={[
        { whose: "mine", label: t("mine"), text: say(mine) },
        { whose: "theirs", label: t("theirs"), text: say(theirs.value) },
      ]}
      onChoose={onChoose}
    />
  );
}

/** The same for anything that can be said in words. */
export function ConflictFrame({
  choices,
  onChoose,
}: {
  choices: { whose: "mine" | "theirs"; label: string; text: string }[];
  onChoose: (whose: "mine" | "theirs") => void;
}) {
  const t = useTranslations("audits.entry.conflict");
  return (
    <Callout tone="warning" role="alert" title={t("title")} data-conflict>
      <p className="mb-3">{t("text")}</p>
      <div className="flex flex-col gap-3">
        {choices.map(({ whose, label, text }) => (
          <div key={whose} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3">
            <p className="text-sm text-muted">{label}</p>
            <p className="text-lg whitespace-pre-line text-ink">{text}</p>
            <Button className="min-h-12" onClick={() => onChoose(whose)}>
              {t(`keep.${whose}`)}
            </Button>
          </div>
        ))}
      </div>
    </Callout>
  );
}

/** An answer and its comment in words. */
function useAnswerText(item: AuditFormItem): (answer: AuditAnswerValue | null) => string {
  const t = useTranslations("audits.item");
  const language = useLocale();
  const say = (answer: AuditAnswerValue): string => {
    if (answer.isNotApplicable) return t("notApplicable");
    switch (item.kind) {
      case "yes_no":
        return answer.number === 1 ? t("yes") : t("no");
      case "scale":
      case "single_choice":
      case "multiple_choice": {
        const chosen = item.options.filter(({ key }) => answer.optionKeys.includes(key));
        return chosen.map(({ text }) => chooseText(text, language)).join(", ") || t("none");
      }
      case "number":
        return `${answer.number ?? ""} ${chooseText(item.unit, language)}`.trim();
      case "duration": {
        const seconds = answer.number ?? 0;
        return `${Math.floor(seconds / 60)} ${t("minutes")} ${seconds % 60} ${t("seconds")}`;
      }
      case "text":
        return answer.text ?? "";
      case "photo":
        return t("photoCount", { count: answer.number ?? 0 });
    }
  };
  return (answer) => {
    if (!answer) return t("noAnswer");
    const said = isAnswered(item, answer) ? say(answer) : t("noAnswer");
    return answer.comment ? `${said}\n“${answer.comment}”` : said;
  };
}
