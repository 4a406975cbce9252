import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/ui/action-button";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { Stack } from "@/ui/stack";
import { liftSuppressionAction, suppressCustomerAction } from "../actions/customers";
import { customerReach } from "../customer-reach";
import type { CustomerRow } from "../schema";
import { CustomerReachBadge } from "./customer-reach-badge";

/** Whether surveys go to the customer, why not, and what can be done about it here. */
export async function CustomerSurveysCard({ customer }: { customer: CustomerRow }) {
  const t = await getTranslations("customers");
  const input = { id: customer.id };
  const { suppression } = customer;
  const canSuppress =
    !customer.erasedAt && customer.email && (!suppression || suppression === "undeliverable");
  const canLift = !customer.erasedAt && (suppression === "suppressed" || suppression === "undeliverable");
  return (
    <Card title={t("detail.surveys")}>
      <Stack gap="small">
        <CustomerReachBadge customer={customer} />
        <p className="text-muted">{t(`reachText.${customerReach(customer)}`)}</p>
        {(canSuppress || canLift) && (
          <div className="mt-1 flex flex-wrap gap-2">
            {canLift && (
              <ActionButton
                action={liftSuppressionAction}
                input={input}
                successMessage={t("lifted")}
                size="small"
              >
                {t(suppression === "undeliverable" ? "actions.liftUndeliverable" : "actions.lift")}
              </ActionButton>
            )}
            {canSuppress && (
              <ConfirmButton
                action={suppressCustomerAction}
                input={input}
                successMessage={t("suppressed")}
                confirmTitle={t("suppressTitle")}
                consequences={t("suppressText")}
                confirmLabel={t("suppressConfirm")}
                confirmVariant="primary"
                size="small"
              >
                {t("actions.suppress")}
              </ConfirmButton>
            )}
          </div>
        )}
      </Stack>
    </Card>
  );
}
