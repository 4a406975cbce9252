import { useTranslations } from "next-intl";
import { StatusBadge } from "@/ui/badge";
import type { EvaluationCycleStatus } from "../schema";

const TONES = {
  draft: "warning",
  nomination: "warning",
  collecting: "accent",
  closed: "neutral",
  cancelled: "danger",
} as const;

/** Where a cycle stands; a closed one whose reports are out says so. */
export function CycleStatusBadge({
  status,
  isReleased,
}: {
  status: EvaluationCycleStatus;
  isReleased: boolean;
}) {
  const t = useTranslations("evaluationCycles.status");
  const isDone = status === "closed" && isReleased;
  return <StatusBadge tone={TONES[status]}>{t(isDone ? "released" : status)}</StatusBadge>;
}
