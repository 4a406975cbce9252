import { useTranslations } from "next-intl";
import { Badge, StatusBadge } from "@/ui/badge";
import type { ActionRow } from "../schema";

const TONES = { planned: "neutral", running: "accent", done: "neutral", cancelled: "neutral" } as const;

/** Where an action stands, and whether its effect waits to be looked at. */
export function StatusLabel({ action }: { action: Pick<ActionRow, "status" | "isReviewDue"> }) {
  const t = useTranslations("improvementActions");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <StatusBadge tone={TONES[action.status]}>{t(`status.${action.status}`)}</StatusBadge>
      {action.isReviewDue && <Badge tone="warning">{t("reviewDue")}</Badge>}
    </span>
  );
}
