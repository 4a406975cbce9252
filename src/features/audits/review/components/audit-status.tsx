import { Eye, Scale } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { formatScore } from "@/metrics/format";
import { Badge, StatusBadge } from "@/ui/badge";
import type { AuditKind } from "../../schema";
import type { AuditListRow } from "../schema";

const tones = {
  draft: "neutral",
  submitted: "warning",
  in_review: "accent",
  returned: "warning",
  published: "neutral",
} as const;

/** Where an audit stands, and who has it. */
export function AuditStatusBadge({ row }: { row: Pick<AuditListRow, "status" | "reviewerName"> }) {
  const t = useTranslations("auditReview.status");
  return (
    <StatusBadge tone={tones[row.status]}>
      {row.status === "in_review" && row.reviewerName
        ? t("inReviewBy", { name: row.reviewerName })
        : t(row.status)}
    </StatusBadge>
  );
}

/** Observations stand out wherever mystery visits are beside them: the two are never one figure. */
export function AuditKindBadge({ kind }: { kind: AuditKind }) {
  const t = useTranslations("auditReview.kind");
  return kind === "observation" ? (
    <Badge tone="accent" icon={<Eye aria-hidden className="size-3.5" />}>
      {t(kind)}
    </Badge>
  ) : (
    <span className="text-muted">{t(kind)}</span>
  );
}

/** The score with the verdict, which stands whatever the score. */
export function AuditScoreText({ score, isFailed }: { score: number | null; isFailed: boolean }) {
  const t = useTranslations("auditReview");
  const locale = useLocale();
  if (score === null && !isFailed) return <span className="text-muted">{t("noScore")}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 tabular-nums">
      <span className="font-medium">{formatScore(score, locale)}</span>
      {isFailed && <Badge tone="danger">{t("failed")}</Badge>}
    </span>
  );
}

/** What became of an audit's appeals; nothing without one. */
export function AppealBadges({ appeals }: { appeals: AuditListRow["appeals"] }) {
  const t = useTranslations("auditReview.appeals");
  const { open, changed, upheld } = appeals;
  if (open + changed + upheld === 0) return null;
  return (
    <span className="flex flex-wrap gap-1">
      {open > 0 && (
        <Badge tone="warning" icon={<Scale aria-hidden className="size-3.5" />}>
          {t("open", { n: open })}
        </Badge>
      )}
      {changed > 0 && <Badge tone="accent">{t("changed")}</Badge>}
      {upheld > 0 && <Badge>{t("upheld")}</Badge>}
    </span>
  );
}
