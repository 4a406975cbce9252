"use client";

import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ServerAction } from "@/server/action-result";
import { ActionButton } from "@/ui/action-button";
import { useOrganizationSlug } from "@/ui/organization-context";

/** Begins the audit of a visit and goes on to entering it. */
export function StartVisitButton({
  assignmentId,
  action,
}: {
  assignmentId: string;
  /** `startAuditAction`: audits stand above programmes, so the page brings it. */
  action: ServerAction<{ assignmentId: string }, { auditId: string }>;
}) {
  const t = useTranslations("programmes.assignment");
  const slug = useOrganizationSlug();
  const router = useRouter();
  return (
    <ActionButton
      action={action}
      input={{ assignmentId }}
      variant="primary"
      icon={<Play aria-hidden className="size-4" />}
      onSuccess={({ auditId }) => router.push(`/o/${slug}/audits/${auditId}/enter`)}
      className="max-sm:w-full"
    >
      {t("start")}
    </ActionButton>
  );
}
