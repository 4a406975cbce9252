import type { AuditRemark } from "../../review/schema";
import type { Conversation, Correction, HistoryEntry } from "../schema";
import { CorrectionChange } from "./correction-change";
import type { TalkTexts } from "./texts";

const STEPS = [
  "started",
  "observationStarted",
  "submitted",
  "submittedAgain",
  "taken",
  "released",
  "returned",
  "published",
  "deadlineExtended",
] as const;
type Step = (typeof STEPS)[number];

/** Every change of state, what reviewers corrected before publication, and (for some) what they remarked. */
export function History({
  conversation,
  remarks,
  texts,
}: {
  conversation: Conversation;
  remarks: AuditRemark[];
  texts: TalkTexts;
}) {
  const { t, times } = texts;
  const corrections = conversation.corrections.filter(({ appealId }) => appealId === null);
  return (
    <div className="flex flex-col gap-5">
      <ol className="flex flex-col gap-1.5">
        {conversation.history.map((entry) => (
          <li
            key={`${entry.action} ${entry.at.toISOString()}`}
            className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]"
          >
            <time dateTime={entry.at.toISOString()} className="text-muted tabular-nums">
              {times.moment(entry.at)}
            </time>
            <span className="text-ink">
              {describeStep(entry, texts)}
              {entry.by && <span className="text-muted"> · {texts.author(entry.by)}</span>}
            </span>
          </li>
        ))}
      </ol>
      {corrections.length > 0 && (
        <Part title={t("corrections")}>
          {corrections.map((correction) => (
            <CorrectionEntry key={correction.id} correction={correction} texts={texts} />
          ))}
        </Part>
      )}
      {remarks.length > 0 && (
        <Part title={t("remarks")}>
          {remarks.map((remark) => (
            <li key={`${remark.round} ${remark.itemKey} ${remark.text}`}>
              <p className="text-sm text-muted">
                {t("round", { n: remark.round })} ·{" "}
                {remark.itemKey ? texts.itemText(remark.itemKey) : t("wholeVisit")}
              </p>
              <p className="max-w-prose break-words whitespace-pre-line">{remark.text}</p>
            </li>
          ))}
        </Part>
      )}
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h4 className="font-semibold text-ink">{title}</h4>
      <ul className="mt-2 flex flex-col gap-4">{children}</ul>
    </div>
  );
}

function CorrectionEntry({ correction, texts }: { correction: Correction; texts: TalkTexts }) {
  const { t } = texts;
  return (
    <li className="flex flex-col gap-1">
      <p className="font-medium text-ink">{texts.itemText(correction.itemKey)}</p>
      <CorrectionChange correction={correction} texts={texts} />
      <p className="max-w-prose break-words">{t("reason", { text: correction.reason })}</p>
      <p className="text-sm text-muted">
        {t("correctedBy", { name: texts.author(correction.by), when: texts.times.moment(correction.at) })} ·{" "}
        {t("scoreChange", {
          before: texts.score(correction.scoreBefore),
          after: texts.score(correction.scoreAfter),
        })}
      </p>
    </li>
  );
}

function describeStep({ action, deadline, until }: HistoryEntry, { t, times }: TalkTexts): string {
  const step = STEPS.find((known): known is Step => known === action);
  if (!step) return action;
  if (step !== "deadlineExtended") return t(`steps.${step}`);
  const day = until ? times.day(new Date(`${until}T12:00:00Z`)) : "";
  return t("steps.deadlineExtended", { deadline: deadline ?? "appeal", until: day });
}
