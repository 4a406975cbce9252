import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/i18n/client-messages";
import type { Scope } from "@/server/scope";
import { Card } from "@/ui/card";
import { KeyValueList } from "@/ui/key-value-list";
import { Stack } from "@/ui/stack";
import { ItemBadges } from "../../components/report/item-row";
import { Photos } from "../../components/report/photos";
import { ScoreCard } from "../../components/report/score-card";
import { getAuditReport } from "../../queries/get-audit-report";
import { buildAuditReport } from "../../report/build-audit-report";
import { findItem } from "../../rules";
import { OBSERVATION_APPEAL_DAYS, OBSERVATION_FIRST_LOOK_DAYS } from "../../schema";
import type { Review } from "../queries/get-review";
import { isCorrectable } from "../rules";
import { FinishCard } from "./finish-card";
import { RemarksProvider } from "./remarks-context";
import { RemarkField, ReviewItem } from "./review-item";

/** An audit with all its answers before the reviewer; with the tools only while it is under the reader's own review. */
export async function Desk({
  scope,
  review,
  filesHref,
}: {
  scope: Scope;
  review: Review & { audit: NonNullable<Review["audit"]> };
  filesHref: string;
}) {
  const { audit, head, isMine, remarks, corrections, days } = review;
  const [t, report_, locale] = await Promise.all([
    getTranslations("auditReview.desk"),
    getTranslations("auditReport"),
    getLocale(),
  ]);
  const report = buildAuditReport(await getAuditReport(scope, audit.id), locale, scope.timeZone);
  const remarksOn = (itemKey: string | null) => remarks.filter((remark) => remark.itemKey === itemKey);
  return (
    <ClientMessages namespaces={["auditReview", "audits"]}>
      <RemarksProvider auditId={audit.id}>
        <Stack gap="large">
          <ScoreCard report={report} />
          <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <Stack gap="large">
              {report.sections.map((section) => (
                <Card
                  key={section.key}
                  flush
                  title={`${section.number}. ${section.title}`}
                  actions={<span className="font-semibold text-ink tabular-nums">{section.scoreText}</span>}
                >
                  <ol className="divide-y divide-line border-t border-line">
                    {section.items.map((shown) => {
                      const item = findItem(audit.form.definition, shown.key);
                      if (!item) return null;
                      return (
                        <ReviewItem
                          key={shown.key}
                          auditId={audit.id}
                          item={item}
                          shown={shown}
                          answer={audit.answers[shown.key]}
                          language={locale}
                          isEditable={isMine}
                          isCorrectable={isCorrectable(item)}
                          correction={
                            corrections.findLast(({ itemKey }) => itemKey === shown.key)?.reason ?? null
                          }
                          remarks={remarksOn(shown.key)}
                        >
                          <ItemBadges item={shown} />
                          <Photos
                            photos={shown.photos}
                            filesHref={filesHref}
                            name={(n) => t("photo", { n, text: shown.text })}
                          />
                        </ReviewItem>
                      );
                    })}
                  </ol>
                </Card>
              ))}
              {isMine && (
                <FinishCard
                  auditId={audit.id}
                  auditorName={head.auditor.name}
                  employeeName={head.employee?.name ?? null}
                  days={{
                    firstLook: days.firstLook ?? OBSERVATION_FIRST_LOOK_DAYS,
                    appeal: days.appeal ?? OBSERVATION_APPEAL_DAYS,
                  }}
                  notes={{ strengths: audit.strengths, suggestions: audit.suggestions }}
                  suggested={report.development.items.flatMap(({ key, suggestion }) =>
                    suggestion ? [{ key, text: suggestion }] : [],
                  )}
                />
              )}
            </Stack>
            <div className="order-first lg:sticky lg:top-4 lg:order-none">
              <Card title={t("facts")}>
                <Stack>
                  <KeyValueList items={report.facts} />
                  {report.summary && (
                    <div>
                      <p className="text-sm text-muted">
                        {report_(report.isObservation ? "section.summaryObservation" : "section.summary")}
                      </p>
                      <p className="break-words whitespace-pre-line">{report.summary}</p>
                    </div>
                  )}
                  {remarksOn(null).map(({ round, text }) => (
                    <p key={`${round} ${text}`} className="rounded-md bg-sunken px-3 py-2 text-sm text-muted">
                      <span className="font-medium">{t("earlier", { round })}: </span>
                      {text}
                    </p>
                  ))}
                  {isMine && <RemarkField itemKey="" addLabel={t("addWhole")} about={t("remarkWhole")} />}
                </Stack>
              </Card>
            </div>
          </div>
        </Stack>
      </RemarksProvider>
    </ClientMessages>
  );
}
