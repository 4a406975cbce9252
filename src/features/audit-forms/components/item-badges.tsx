"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/ui/badge";
import { isScored } from "../rules";
import type { AuditFormItem } from "../schema";

/** What sets an item apart: critical, bonus, about the customer, not scored. */
export function ItemBadges({ item }: { item: AuditFormItem }) {
  const t = useTranslations("auditForms.badges");
  const isCritical = "isCritical" in item && item.isCritical;
  const isBonus = "isBonus" in item && item.isBonus;
  return (
    <>
      {isCritical && <Badge tone="warning">{t("critical")}</Badge>}
      {isBonus && <Badge tone="accent">{t("bonus")}</Badge>}
      {item.about === "customer" && <Badge>{t("customer")}</Badge>}
      {isScored(item) ? (
        <span className="text-sm whitespace-nowrap text-muted">{t("weight", { weight: item.weight })}</span>
      ) : (
        item.about === "employee" && (
          <span className="text-sm whitespace-nowrap text-muted">{t("unscored")}</span>
        )
      )}
    </>
  );
}
