import { Check, CircleAlert, Minus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/ui/badge";
import { joinClasses } from "@/ui/join-classes";
import type { ReportItem } from "../../report/report";
import { Photos } from "./photos";

const results = {
  passed: { Icon: Check, look: "text-accent-ink" },
  failed: { Icon: X, look: "text-danger" },
  recorded: { Icon: Minus, look: "text-faint" },
  not_applicable: { Icon: Minus, look: "text-faint" },
  unanswered: { Icon: Minus, look: "text-faint" },
};

/** One item: what was asked, what was answered, the auditor's comment in full, and its photos. */
export function ItemRow({
  item,
  filesHref,
  isObservation,
}: {
  item: ReportItem;
  filesHref: string;
  isObservation: boolean;
}) {
  const t = useTranslations("auditReport");
  const { Icon, look } = results[item.result];
  const isQuiet = item.result === "not_applicable" || item.result === "unanswered";
  return (
    <li
      id={`item-${item.key}`}
      className="grid scroll-mt-4 grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 px-4 py-3 target:bg-hover sm:px-5 print:break-inside-avoid"
    >
      <Icon aria-hidden className={joinClasses("mt-0.5 size-4.5", look)} />
      <div className="min-w-0">
        <p className={joinClasses("text-pretty", isQuiet ? "text-muted" : "font-medium text-ink")}>
          <span className="mr-1.5 text-faint tabular-nums">{item.number}</span>
          {item.text}
        </p>
      </div>
      <p className="text-right text-sm text-muted tabular-nums">
        <span
          className={joinClasses("block font-medium sm:inline", item.result === "failed" && "text-danger")}
        >
          {t(`result.${item.result}`)}
        </span>
        {item.points && (
          <span className="block sm:ml-2 sm:inline">{t("points", { points: item.points })}</span>
        )}
      </p>
      <div className="col-span-2 col-start-2 min-w-0">
        <ItemBadges item={item} />
        {!isQuiet && (
          <p className="mt-1 break-words whitespace-pre-line text-ink">
            <span className="sr-only">{`${t("item.answer")}: `}</span>
            {item.answer}
          </p>
        )}
        {item.comment && (
          <figure className="mt-1.5 border-l-2 border-line-strong pl-3">
            <figcaption className="text-sm text-muted">
              {t(isObservation ? "item.commentObservation" : "item.comment")}
            </figcaption>
            <blockquote className="max-w-prose break-words whitespace-pre-line text-ink">
              {item.comment}
            </blockquote>
          </figure>
        )}
        <Photos
          photos={item.photos}
          filesHref={filesHref}
          name={(n) => t("item.photo", { n, number: item.number, text: item.text })}
        />
        {item.appeal && (
          <p className="mt-1.5 flex items-start gap-1.5 text-sm text-muted">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {item.appeal}
          </p>
        )}
      </div>
    </li>
  );
}

/** Critical, bonus, about the customer, and the behaviour of the service standard it stands for. */
export function ItemBadges({ item }: { item: ReportItem }) {
  const t = useTranslations("auditReport");
  if (!item.isCritical && !item.isBonus && !item.isAboutCustomer && !item.behaviour) return null;
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      {item.isCritical && (
        <Badge tone={item.result === "failed" ? "danger" : "neutral"}>
          {t(item.result === "failed" ? "mark.criticalFailed" : "mark.critical")}
        </Badge>
      )}
      {item.isBonus && <Badge>{t("mark.bonus")}</Badge>}
      {item.isAboutCustomer && <Badge>{t("mark.customer")}</Badge>}
      {item.behaviour && <span>{t("item.behaviour", { name: item.behaviour })}</span>}
    </p>
  );
}
