import { useTranslations } from "next-intl";
import { StatusBadge } from "@/ui/badge";
import type { AuditFormStatus } from "../schema";

const TONES = { draft: "neutral", published: "accent", archived: "neutral" } as const;

/** Whether audits can be begun with a form. */
export function FormStatus({ status }: { status: AuditFormStatus }) {
  const t = useTranslations("auditForms.status");
  return <StatusBadge tone={TONES[status]}>{t(status)}</StatusBadge>;
}
