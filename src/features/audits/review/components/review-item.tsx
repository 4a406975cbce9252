"use client";

import { MessageSquareWarning, PencilLine, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import type { AuditFormItem } from "@/features/audit-forms/schema";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { joinClasses } from "@/ui/join-classes";
import { Textarea } from "@/ui/textarea";
import type { ReportItem } from "../../report/report";
import type { AuditAnswer } from "../../schema";
import { CorrectionDialog } from "./correction-dialog";
import { useRemark } from "./remarks-context";

/** One item on a reviewer's desk: what was answered, and what the reviewer does about it. */
export function ReviewItem({
  auditId,
  item,
  shown,
  answer,
  language,
  isEditable,
  isCorrectable,
  correction,
  remarks,
  children,
}: {
  auditId: string;
  item: AuditFormItem;
  /** The item as the report shows it. */
  shown: ReportItem;
  answer: AuditAnswer | undefined;
  language: string;
  isEditable: boolean;
  isCorrectable: boolean;
  /** Why it was corrected; null if it was not. */
  correction: string | null;
  /** What was remarked in earlier rounds. */
  remarks: { round: number; text: string }[];
  /** Badges and photos. */
  children?: ReactNode;
}) {
  const t = useTranslations("auditReview.desk");
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <li id={`item-${item.key}`} className="flex flex-col gap-2 px-4 py-4 sm:px-5">
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
        <p className="font-medium text-pretty text-ink">
          <span className="mr-1.5 text-faint tabular-nums">{shown.number}</span>
          {shown.text}
        </p>
        {shown.points && (
          <p
            className={joinClasses(
              "text-right text-sm tabular-nums",
              shown.result === "failed" ? "font-medium text-danger" : "text-muted",
            )}
          >
            {t("points", { points: shown.points })}
          </p>
        )}
      </div>
      <p className="whitespace-pre-line text-ink">
        <span className="sr-only">{`${t("answer")}: `}</span>
        {shown.answer}
        {correction !== null && (
          <Badge tone="accent" className="ml-2">
            {t("corrected")}
          </Badge>
        )}
      </p>
      {correction !== null && <p className="text-sm text-muted">{correction}</p>}
      {shown.comment && (
        <blockquote className="max-w-prose border-l-2 border-line-strong pl-3 break-words whitespace-pre-line text-ink">
          <span className="sr-only">{`${t("auditorComment")}: `}</span>
          {shown.comment}
        </blockquote>
      )}
      {children}
      {remarks.map(({ round, text }) => (
        <p key={`${round} ${text}`} className="rounded-md bg-sunken px-3 py-2 text-sm text-muted">
          <span className="font-medium">{t("earlier", { round })}: </span>
          {text}
        </p>
      ))}
      {isEditable && (
        <RemarkField itemKey={item.key} addLabel={t("remark")} about={shown.text}>
          {isCorrectable && (
            <Button
              size="small"
              variant="ghost"
              icon={<PencilLine aria-hidden className="size-4" />}
              aria-haspopup="dialog"
              aria-label={`${t("correct")}: ${shown.text}`}
              onClick={() => setCorrecting(true)}
            >
              {t("correct")}
            </Button>
          )}
        </RemarkField>
      )}
      {isCorrecting && (
        <CorrectionDialog
          auditId={auditId}
          item={item}
          answer={answer}
          language={language}
          onClose={() => setCorrecting(false)}
        />
      )}
    </li>
  );
}

/** A remark that waits to be sent with the others; `itemKey` "" is the visit as a whole. */
export function RemarkField({
  itemKey,
  addLabel,
  about,
  children,
}: {
  itemKey: string;
  addLabel: string;
  /** What the remark is about, for its name. */
  about: string;
  children?: ReactNode;
}) {
  const t = useTranslations("auditReview.desk");
  const id = useId();
  const [text, setText] = useRemark(itemKey);
  if (text === null) {
    return (
      <div className="-mx-2 flex flex-wrap gap-1">
        {children}
        <Button
          size="small"
          variant="ghost"
          icon={<MessageSquareWarning aria-hidden className="size-4" />}
          aria-label={`${addLabel}: ${about}`}
          onClick={() => setText("")}
        >
          {addLabel}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1.5">
      {children && <div className="-mx-2">{children}</div>}
      <div className="flex items-center justify-between gap-2">
        <label htmlFor={id} className="font-medium text-ink">
          {t("remarkLabel")}
        </label>
        <Button
          size="small"
          variant="ghost"
          iconOnly
          aria-label={`${t("removeRemark")}: ${about}`}
          icon={<X aria-hidden className="size-4" />}
          onClick={() => setText(null)}
        />
      </div>
      <Textarea
        id={id}
        rows={2}
        maxLength={2000}
        aria-describedby={`${id}-hint`}
        autoFocus={text === ""}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t("remarkHint")}
      </p>
    </div>
  );
}
