import { useTranslations } from "next-intl";
import { StatusBadge } from "@/ui/badge";
import type { EvaluationFrameworkStatus } from "../schema";

const TONES = { draft: "neutral", published: "accent", archived: "neutral" } as const;

/** Whether cycles can be held with a framework. */
export function FrameworkStatus({ status }: { status: EvaluationFrameworkStatus }) {
  const t = useTranslations("evaluationFrameworks.status");
  return <StatusBadge tone={TONES[status]}>{t(status)}</StatusBadge>;
}
