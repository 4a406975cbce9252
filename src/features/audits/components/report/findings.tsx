import { useTranslations } from "next-intl";
import { Card } from "@/ui/card";
import { joinClasses } from "@/ui/join-classes";
import type { AuditReport, ReportItem } from "../../report/report";
import { ItemBadges } from "./item-row";

/** What to develop: the reviewer's words, then each failed item with what its form suggests. */
export function DevelopmentCard({ development }: Pick<AuditReport, "development">) {
  const t = useTranslations("auditReport");
  return (
    <Card title={t("section.development")}>
      {development.text && (
        <p className="mb-4 max-w-prose whitespace-pre-line text-ink">{development.text}</p>
      )}
      {development.items.length === 0 && !development.text && (
        <p className="text-muted">{t("development.none")}</p>
      )}
      <ol className="flex flex-col gap-5">
        {development.items.map((item) => (
          <li
            key={item.key}
            className={joinClasses(
              "border-l-2 pl-4 print:break-inside-avoid",
              item.isCritical ? "border-danger-solid" : "border-line-strong",
            )}
          >
            <p className="font-semibold text-pretty text-ink">
              <a href={`#item-${item.key}`} className="hover:underline">
                {item.text}
              </a>
            </p>
            <ItemBadges item={item} />
            <Advice item={item} />
            <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted tabular-nums">
              <span>{item.answer}</span>
              {item.points && <span>{t("points", { points: item.points })}</span>}
              {item.loss && <span>{t("loss", { loss: item.loss })}</span>}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** What the form says to a failed item: its suggestion, else its guidance, and how it is done well. */
function Advice({ item }: { item: ReportItem }) {
  const t = useTranslations("auditReport");
  const advice = item.suggestion ?? item.guidance;
  if (!advice && !item.goodExample) return null;
  return (
    <div className="mt-1 max-w-prose text-ink">
      {advice && <p className="whitespace-pre-line">{advice}</p>}
      {item.goodExample && (
        <p className="mt-1">
          <span className="text-muted">{`${t("item.goodExample")}: `}</span>
          <span className="whitespace-pre-line">{item.goodExample}</span>
        </p>
      )}
    </div>
  );
}

/** What went well: the reviewer's words, then items with all points, with what the auditor said of them. */
export function StrengthsCard({ strengths }: Pick<AuditReport, "strengths">) {
  const t = useTranslations("auditReport");
  return (
    <Card title={t("section.strengths")}>
      {strengths.text && <p className="mb-4 max-w-prose whitespace-pre-line text-ink">{strengths.text}</p>}
      {strengths.items.length === 0 && !strengths.text && <p className="text-muted">{t("strengths.none")}</p>}
      <ul className="flex flex-col gap-3">
        {strengths.items.map((item) => (
          <li key={item.key} className="border-l-2 border-accent pl-4">
            <a href={`#item-${item.key}`} className="text-ink hover:underline">
              {item.text}
            </a>
            <p className="text-sm text-muted">{item.answer}</p>
            {item.comment && (
              <blockquote className="max-w-prose whitespace-pre-line text-muted">{item.comment}</blockquote>
            )}
          </li>
        ))}
      </ul>
      {strengths.more > 0 && (
        <p className="mt-3 text-sm text-muted">{t("strengths.more", { n: strengths.more })}</p>
      )}
    </Card>
  );
}
