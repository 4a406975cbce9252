import { useTranslations } from "next-intl";
import type { ProgrammeStatus } from "@/generated/prisma/enums";
import { StatusBadge } from "@/ui/badge";

const TONES = { draft: "warning", active: "accent", ended: "neutral" } as const;

/** Where a programme stands. */
export function ProgrammeStatusBadge({ status }: { status: ProgrammeStatus }) {
  const t = useTranslations("programmes");
  return <StatusBadge tone={TONES[status]}>{t(`status.${status}`)}</StatusBadge>;
}
