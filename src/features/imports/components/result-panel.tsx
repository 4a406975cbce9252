import { Download } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import type { Scope } from "@/server/scope";
import { buttonClasses } from "@/ui/button-style";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { Pagination } from "@/ui/pagination";
import { Columns, Row, Stack } from "@/ui/stack";
import { Stat } from "@/ui/stat";
import { REJECTED_ROWS_KEPT_DAYS } from "../formats";
import { listRejections } from "../queries/list-rejections";
import type { ImportDetail } from "../schema";
import { RejectionTable } from "./rejection-table";

const LISTS = { encounters: "encounters", employees: "settings/employees", customers: "customers" };

/** What an import did: counts, and what was wrong with the rejected rows. */
export async function ResultPanel({
  scope,
  import: details,
  page,
  base,
}: {
  scope: Scope;
  import: ImportDetail;
  page: number;
  base: string;
}) {
  const [rejections, t, format, times] = await Promise.all([
    listRejections(scope, details.id, page),
    getTranslations("imports"),
    getFormatter(),
    getTimeTexts(scope.timeZone),
  ]);
  const importHref = `${base}/imports/${details.id}`;
  const keptUntil = new Date(
    (details.finishedAt ?? details.createdAt).getTime() + REJECTED_ROWS_KEPT_DAYS * 24 * 3600_000,
  );
  return (
    <Stack gap="large">
      {details.status === "failed" ? (
        <Callout tone="danger" title={t("result.failed")}>
          {t("result.failedText")}
        </Callout>
      ) : details.rowsRejected === 0 ? (
        <Callout tone="done">{t("result.done")}</Callout>
      ) : (
        <Callout tone="warning">{t("result.someRejected", { count: details.rowsRejected })}</Callout>
      )}
      <Card>
        <Columns count={4}>
          <Stat label={t("result.read")} value={format.number(details.rowsRead)} />
          <Stat label={t("result.stored")} value={format.number(details.rowsStored)} />
          <Stat label={t("result.unchanged")} value={format.number(details.rowsUnchanged)} />
          <Stat label={t("result.rejected")} value={format.number(details.rowsRejected)} />
        </Columns>
      </Card>
      <Row>
        <LinkButton href={`${base}/${LISTS[details.kind]}`} variant="primary">
          {t(`result.show.${details.kind}`)}
        </LinkButton>
        {details.hasRejectedRows && (
          <a href={`${importHref}/rejected`} download className={buttonClasses("secondary", "medium", false)}>
            <Download aria-hidden className="size-4" />
            {t("result.download")}
          </a>
        )}
        <LinkButton href={`${base}/imports/new?kind=${details.kind}`}>{t("result.another")}</LinkButton>
      </Row>
      {rejections.total > 0 && (
        <Card
          flush
          title={t("result.rejections")}
          description={
            details.hasRejectedRows
              ? t("result.downloadText", { until: times.day(keptUntil) })
              : details.status === "finished" && t("result.gone")
          }
          footer={
            rejections.total > rejections.pageSize && (
              <Pagination
                page={rejections.page}
                pageSize={rejections.pageSize}
                total={rejections.total}
                href={(number) => (number === 1 ? importHref : `${importHref}?page=${number}`)}
              />
            )
          }
        >
          <RejectionTable rejections={rejections.rows} caption={t("result.rejections")} />
        </Card>
      )}
    </Stack>
  );
}
