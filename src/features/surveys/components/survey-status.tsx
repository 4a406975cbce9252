import { useTranslations } from "next-intl";
import { StatusBadge } from "@/ui/badge";
import type { SurveyDetails } from "../schema";

const TONES = { draft: "neutral", published: "accent", paused: "warning", archived: "neutral" } as const;

/** Whether a survey is being sent. */
export function SurveyStatus({ status }: { status: SurveyDetails["status"] }) {
  const t = useTranslations("surveys");
  return <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>;
}
