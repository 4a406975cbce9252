import { Download } from "lucide-react";
import { getFormatter, getTranslations } from "next-intl/server";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { ClientMessages } from "@/i18n/client-messages";
import type { Scope } from "@/server/scope";
import { buttonClasses } from "@/ui/button-style";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { Pagination } from "@/ui/pagination";
import { Row, Stack } from "@/ui/stack";
import { Stat } from "@/ui/stat";
import { MOST_REJECTIONS, REJECTIONS_KEPT_DAYS } from "../formats";
import { findAnswerImportDays } from "../queries/find-answer-import-days";
import { listAnswerRejections } from "../queries/list-answer-rejections";
import type { AnswerImportDetail } from "../schema";
import { RejectionTable } from "./rejection-table";
import { ResumeButton } from "./resume-button";
import { UndoButton } from "./undo-button";

/** What an import did, or why it stopped; what was refused; and the way back. */
export async function ResultPanel({
  scope,
  import: details,
  page,
  base,
}: {
  scope: Scope;
  import: AnswerImportDetail;
  page: number;
  base: string;
}) {
  const [rejections, days, t, format, times] = await Promise.all([
    listAnswerRejections(scope, details.id, page),
    details.status === "finished" ? findAnswerImportDays(scope, details.id) : null,
    getTranslations("answerImports"),
    getFormatter(),
    getTimeTexts(scope.timeZone),
  ]);
  const importHref = `${base}/imports/answers/${details.id}`;
  const { status, created } = details;
  const createdParts = (["touchpoints", "employees", "locations", "encounterTypes"] as const)
    .filter((kind) => created[kind] > 0)
    .map((kind) => t(`result.created.${kind}`, { count: created[kind] }));
  const ended = details.finishedAt ?? details.createdAt;
  const keptUntil = new Date(ended.getTime() + REJECTIONS_KEPT_DAYS * 24 * 3600_000);
  const areValuesKept = keptUntil > scope.now;

  return (
    <Stack gap="large">
      <Outcome details={details} />
      <Card>
        <div className="grid grid-cols-2 gap-4 *:min-w-0 sm:grid-cols-3 xl:grid-cols-5">
          <Stat label={t("result.rows")} value={format.number(details.rowsRead)} />
          <Stat label={t("result.stored")} value={format.number(details.answersStored)} />
          <Stat label={t("result.known")} value={format.number(details.answersKnown)} />
          <Stat label={t("result.noAnswers")} value={format.number(details.noAnswers)} />
          <Stat label={t("result.rejected")} value={format.number(details.rejected)} />
        </div>
        {createdParts.length > 0 && status !== "undone" && (
          <p className="mt-4 text-muted">
            {t("result.createdText", { things: format.list(createdParts, { type: "conjunction" }) })}
          </p>
        )}
      </Card>
      <ClientMessages namespaces={["answerImports"]}>
        <Row>
          {days && (
            <LinkButton variant="primary" href={`${base}?period=custom&from=${days.first}&to=${days.last}`}>
              {t("result.showDashboard")}
            </LinkButton>
          )}
          {status === "failed" && (
            <ResumeButton importId={details.id} isUndo={details.failure === "undoInterrupted"} />
          )}
          {rejections.total > 0 && (
            <a
              href={`${importHref}/rejected`}
              download
              className={buttonClasses("secondary", "medium", false)}
            >
              <Download aria-hidden className="size-4" />
              {t("result.download")}
            </a>
          )}
          {(status === "finished" || status === "failed") && (
            <UndoButton
              importId={details.id}
              fileName={details.fileName}
              answers={details.answersStored}
              hasCreated={createdParts.length > 0}
            />
          )}
          <LinkButton href={`${base}/imports/answers/new`}>{t("result.another")}</LinkButton>
        </Row>
      </ClientMessages>
      {rejections.total > 0 && (
        <Card
          flush
          title={t("result.rejections")}
          description={[
            areValuesKept ? t("result.valuesKept", { until: times.day(keptUntil) }) : t("result.valuesGone"),
            details.rejected > MOST_REJECTIONS && t("result.mostRejections", { count: MOST_REJECTIONS }),
          ]
            .filter(Boolean)
            .join(" ")}
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

/** How it ended, in a sentence. */
async function Outcome({ details }: { details: AnswerImportDetail }) {
  const t = await getTranslations("answerImports.result");
  const failures = await getTranslations("answerImports.failures");
  switch (details.status) {
    case "failed":
      return (
        <Callout tone="danger" title={t("failed")}>
          {failures(details.failure ?? "interrupted")}
        </Callout>
      );
    case "undone":
      return <Callout title={t("undone")}>{t("undoneText")}</Callout>;
    default:
      if (details.rejected > 0) {
        return <Callout tone="warning">{t("someRejected", { count: details.rejected })}</Callout>;
      }
      return <Callout tone="done">{t(details.answersStored > 0 ? "done" : "nothingNew")}</Callout>;
  }
}
