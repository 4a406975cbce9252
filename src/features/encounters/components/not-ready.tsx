import { Handshake } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MemberRole } from "@/generated/prisma/enums";
import { hasPermission } from "@/server/permissions";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";

/** What an organization, or a person, still lacks before encounters can be recorded; with the way there. */
export function NotReady({
  base,
  role,
  missing,
}: {
  base: string;
  role: MemberRole | null;
  missing: { touchpoint: boolean; type: boolean; employee: boolean };
}) {
  const t = useTranslations("encounters.form");
  if (role === "employee" && missing.employee) {
    return (
      <Card>
        <EmptyState icon={<Handshake />} title={t("notAnEmployee")}>
          {t("notAnEmployeeText")}
        </EmptyState>
      </Card>
    );
  }
  const steps = [
    { isMissing: missing.touchpoint, href: `${base}/settings/journey`, label: t("needTouchpoint") },
    { isMissing: missing.type, href: `${base}/settings/encounter-types`, label: t("needType") },
    { isMissing: missing.employee, href: `${base}/settings/employees`, label: t("needEmployee") },
  ].filter((step) => step.isMissing);
  const maySetUp = hasPermission(role, "journey.manage");
  return (
    <Card>
      <EmptyState
        icon={<Handshake />}
        title={t("notReady")}
        action={
          maySetUp &&
          steps.map((step, index) => (
            <LinkButton key={step.href} href={step.href} variant={index === 0 ? "primary" : "secondary"}>
              {step.label}
            </LinkButton>
          ))
        }
      >
        {!maySetUp && t("askManager")}
      </EmptyState>
    </Card>
  );
}
