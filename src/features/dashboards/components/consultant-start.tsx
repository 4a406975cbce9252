import { ClipboardCheck } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";

/** A consultant's first page: nothing of the organization's figures, and what to expect. */
export async function ConsultantStart() {
  const t = await getTranslations("dashboards");
  return (
    <>
      <PageHeader title={t("consultant.title")} />
      <Card>
        <EmptyState icon={<ClipboardCheck />} title={t("consultant.nothing")}>
          {t("consultant.text")}
        </EmptyState>
      </Card>
    </>
  );
}
