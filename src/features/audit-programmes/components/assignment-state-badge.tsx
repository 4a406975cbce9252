import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/ui/badge";
import type { AssignmentState } from "../schema";

const TONES: Record<AssignmentState, BadgeTone> = {
  planned: "neutral",
  accepted: "accent",
  started: "accent",
  done: "neutral",
  late: "danger",
  declined: "warning",
  cancelled: "neutral",
};

/** How an assignment stands, in a word. */
export function AssignmentStateBadge({ state }: { state: AssignmentState }) {
  const t = useTranslations("programmes");
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
