"use client";

import { MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { chooseText } from "@/server/input";
import { Badge } from "@/ui/badge";
import { Button } from "@/ui/button";
import { joinClasses } from "@/ui/join-classes";
import { Textarea } from "@/ui/textarea";
import { isAnswered, lacksComment } from "../../rules";
import { type AuditAnswerValue, type AuditFormItem, NO_ANSWER } from "../../schema";
import { ItemControl } from "./item-control";
import { ItemHelp } from "./item-help";

export type ItemAnswerProps = {
  item: AuditFormItem;
  /** Null or absent: not answered yet. */
  value: AuditAnswerValue | null | undefined;
  /** Null: the answer was taken back. */
  onChange: (value: AuditAnswerValue | null) => void;
  language: string;
  /** Photos of the item with their buttons; none in a preview. */
  photos?: ReactNode;
  /** Above the answer: what a reviewer remarked, what another device answered. */
  notices?: ReactNode;
  disabled?: boolean;
};

/**
 * One item with everything around its control: text, guidance, "not applicable", the comment (asked for at once when the
 * form wants one with this answer). Used where audits are entered and in the preview of a form.
 */
export function ItemAnswer({ item, value, onChange, language, photos, notices, disabled }: ItemAnswerProps) {
  const t = useTranslations("audits.item");
  const id = useId();
  const answer = value ?? NO_ANSWER;
  const isCritical = "isCritical" in item && item.isCritical;
  const isBonus = "isBonus" in item && item.isBonus;
  return (
    <fieldset
      data-item={item.key}
      aria-labelledby={`${id}-text`}
      className="flex min-w-0 flex-col gap-3 rounded-xl border border-line bg-surface p-4 shadow-card sm:p-5"
    >
      <div className="flex flex-col gap-1.5">
        {(isCritical || isBonus || item.about === "customer" || !item.isRequired) && (
          <p className="flex flex-wrap gap-1.5">
            {isCritical && <Badge tone="warning">{t("critical")}</Badge>}
            {isBonus && <Badge tone="accent">{t("bonus")}</Badge>}
            {item.about === "customer" && <Badge>{t("aboutCustomer")}</Badge>}
            {!item.isRequired && <Badge>{t("optional")}</Badge>}
          </p>
        )}
        <p id={`${id}-text`} className="text-lg font-semibold text-ink">
          {chooseText(item.text, language) || t("untitled")}
        </p>
        <ItemHelp item={item} language={language} />
      </div>
      {notices}
      <ItemControl
        item={item}
        value={answer}
        onChange={onChange}
        language={language}
        labelledBy={`${id}-text`}
        disabled={disabled}
      />
      {item.kind === "photo" && !answer.isNotApplicable && photos}
      {(item.allowsNotApplicable || isAnswered(item, answer)) && !disabled && (
        <div className="-my-1 flex flex-wrap items-center gap-x-4">
          {item.allowsNotApplicable && (
            <NotApplicable
              checked={answer.isNotApplicable}
              label={t("notApplicable")}
              onChange={(isNotApplicable) =>
                onChange({ ...NO_ANSWER, comment: answer.comment, isNotApplicable })
              }
            />
          )}
          {isAnswered(item, answer) && !answer.isNotApplicable && item.kind !== "photo" && (
            <Button
              variant="ghost"
              className="-mr-2 ml-auto min-h-12"
              onClick={() => onChange(takeBack(answer))}
            >
              {t("clear")}
            </Button>
          )}
        </div>
      )}
      <div className="-mx-2 -mt-2 -mb-1 flex flex-wrap items-start gap-x-2 gap-y-1">
        <ItemComment item={item} answer={answer} onChange={onChange} disabled={disabled} />
        {item.kind !== "photo" && photos}
      </div>
    </fieldset>
  );
}

/** The answer without what it says; a comment stays, and nothing at all is no answer. */
function takeBack(answer: AuditAnswerValue): AuditAnswerValue | null {
  return answer.comment ? { ...NO_ANSWER, comment: answer.comment } : null;
}

function NotApplicable({
  checked,
  label,
  onChange,
}: {
  checked: boolean;
  label: string;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-2.5 text-base text-muted has-checked:font-medium has-checked:text-ink">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 shrink-0"
      />
      {label}
    </label>
  );
}

function ItemComment({
  item,
  answer,
  onChange,
  disabled,
}: {
  item: AuditFormItem;
  answer: AuditAnswerValue;
  onChange: (value: AuditAnswerValue | null) => void;
  disabled?: boolean;
}) {
  const t = useTranslations("audits.item");
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isLacking = lacksComment(item, answer);
  const isWanted = isLacking || lacksComment(item, { ...answer, comment: null });
  // A text item is one; what more there is to say is said in it.
  if (item.kind === "text") return null;
  if (!isWanted && !isOpen && !answer.comment) {
    if (disabled) return null;
    return (
      <Button
        variant="ghost"
        className="min-h-12 px-2"
        icon={<MessageSquarePlus aria-hidden className="size-4.5" />}
        onClick={() => setOpen(true)}
      >
        {t("addComment")}
      </Button>
    );
  }
  return (
    <div className="mt-1 mb-2 flex w-full flex-col gap-1.5 px-2">
      <label htmlFor={id} className="font-medium text-ink">
        {t("comment")}
      </label>
      {isWanted && (
        <p
          id={`${id}-why`}
          role="status"
          className={joinClasses("text-sm", isLacking ? "font-medium text-warning" : "text-muted")}
        >
          {t("commentWanted")}
        </p>
      )}
      <Textarea
        id={id}
        rows={2}
        maxLength={5000}
        autoFocus={isOpen && !answer.comment}
        aria-describedby={isWanted ? `${id}-why` : undefined}
        className="text-lg"
        disabled={disabled}
        value={answer.comment ?? ""}
        onChange={(event) => onChange({ ...answer, comment: event.target.value || null })}
      />
    </div>
  );
}
