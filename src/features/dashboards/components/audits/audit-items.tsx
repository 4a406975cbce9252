import { getItemResults, type ItemResult, type ItemResults } from "@/features/audit-results/figures/items";
import type { AuditedForm } from "@/features/audit-results/queries/list-audited-forms";
import { MINIMUM_ANSWERS_TO_JUDGE } from "@/features/audit-results/rules/judge-item";
import type { AuditDashboard } from "@/features/dashboards/audits/audit-dashboard";
import { auditExportHref } from "@/features/dashboards/audits/audit-href";
import type { Texts } from "@/features/dashboards/make-texts";
import { getTexts } from "@/features/dashboards/texts";
import { LEAST_RELIABLE_ALPHA, MINIMUM_DOUBLE_VISITS } from "@/metrics/auditor-agreement";
import { chooseText } from "@/server/input";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { CsvLink } from "@/ui/csv-link";
import { EmptyState } from "@/ui/empty-state";
import { type Column, Table } from "@/ui/table";
import { HeatTable } from "./heat-table";
import { ShareCell } from "./score-columns";

/** The items of one form: what each tells, where auditors disagree, and how they went at each location. */
export async function AuditItems({
  dashboard,
  form,
}: {
  dashboard: AuditDashboard;
  form: AuditedForm | null;
}) {
  const texts = await getTexts();
  const { audits } = texts;
  const results = form === null ? null : await getItemResults(dashboard.scope, dashboard.slice, form.id);
  if (!results || form === null || results.items.every(({ points }) => points.n === 0)) {
    return (
      <Card>
        <EmptyState title={audits(`empty.${dashboard.kind}`)}>{audits("empty.text")}</EmptyState>
      </Card>
    );
  }
  const title = audits("items.title");
  return (
    <>
      <Findings results={results} kind={dashboard.kind} texts={texts} />
      <Card
        flush
        title={title}
        description={audits("items.description", { form: form.name })}
        actions={
          <CsvLink href={auditExportHref(dashboard, "audit-items", { form: form.id })} label={title} />
        }
      >
        <Table
          caption={title}
          columns={makeColumns(texts, dashboard.kind === "mystery")}
          rows={results.items}
          rowKey={({ key }) => key}
          rowMuted={({ points }) => points.n === 0}
          onPhone="cards"
        />
      </Card>
      <HeatTable dashboard={dashboard} results={results} formId={form.id} texts={texts} />
    </>
  );
}

/** What the items together say of the form itself. */
function Findings({
  results,
  kind,
  texts,
}: {
  results: ItemResults;
  kind: AuditDashboard["kind"];
  texts: Texts;
}) {
  const { audits, locale } = texts;
  const namesOf = (items: readonly ItemResult[]) =>
    items.map(({ key, text }) => ({ key, name: chooseText(text, locale) }));
  const passed = results.items.filter(({ noInformation }) => noInformation === "everybodyPasses");
  const missed = results.items.filter(({ noInformation }) => noInformation === "everybodyFails");
  const disputed = results.items.filter(({ agreement }) => agreement?.verdict === "disagree");
  const isTooFew = results.doubleVisits < MINIMUM_DOUBLE_VISITS;
  return (
    <div className="grid items-start gap-4 *:min-w-0 lg:grid-cols-2">
      <Card title={audits("findings.noInformation.title")}>
        {passed.length + missed.length === 0 ? (
          <p className="text-muted">
            {audits("findings.noInformation.none", { minimum: MINIMUM_ANSWERS_TO_JUDGE })}
          </p>
        ) : (
          <>
            <Names
              label={audits("findings.noInformation.passed", { count: passed.length })}
              names={namesOf(passed)}
            />
            <Names
              label={audits("findings.noInformation.failed", { count: missed.length })}
              names={namesOf(missed)}
            />
          </>
        )}
      </Card>
      {kind === "mystery" && (
        <Card title={audits("findings.disagree.title")}>
          {isTooFew ? (
            <p className="text-muted">
              {audits("findings.disagree.tooFew", {
                n: results.doubleVisits,
                minimum: MINIMUM_DOUBLE_VISITS,
              })}
            </p>
          ) : disputed.length === 0 ? (
            <p className="text-muted">{audits("findings.disagree.none", { n: results.doubleVisits })}</p>
          ) : (
            <Names
              label={audits("findings.disagree.found", {
                count: disputed.length,
                n: results.doubleVisits,
                least: new Intl.NumberFormat(locale).format(LEAST_RELIABLE_ALPHA),
              })}
              names={namesOf(disputed)}
            />
          )}
        </Card>
      )}
    </div>
  );
}

function Names({ label, names }: { label: string; names: { key: string; name: string }[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <p>{label}</p>
      <ul className="mt-2 mb-3 list-disc pl-5 marker:text-muted last:mb-0">
        {names.map(({ key, name }) => (
          <li key={key}>{name}</li>
        ))}
      </ul>
    </>
  );
}

function makeColumns(texts: Texts, hasDoubleVisits: boolean): Column<ItemResult>[] {
  const { audits, locale } = texts;
  const columns: Column<ItemResult>[] = [
    {
      key: "name",
      header: audits("column.item"),
      rowHeader: true,
      className: "sm:min-w-56",
      cell: (item) => (
        <span className="inline-flex flex-col">
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            {chooseText(item.text, locale)}
            {item.isCritical && <Badge tone="warning">{audits("items.critical")}</Badge>}
          </span>
          <span className="text-sm font-normal text-muted">{chooseText(item.section, locale)}</span>
        </span>
      ),
    },
    {
      key: "points",
      header: audits("column.points"),
      align: "end",
      cell: ({ points }) => <PointsCell points={points} texts={texts} />,
    },
    {
      key: "failed",
      header: audits("column.itemFailed"),
      align: "end",
      cell: ({ failed }) => <ShareCell share={failed} texts={texts} />,
    },
    {
      key: "tells",
      header: audits("column.tells"),
      cell: ({ noInformation, points }) =>
        noInformation ? (
          <Badge>{audits(`items.${noInformation}`)}</Badge>
        ) : (
          <span className="text-muted">
            {audits(points.n < MINIMUM_ANSWERS_TO_JUDGE ? "items.tooFewToTell" : "items.separates")}
          </span>
        ),
    },
  ];
  if (!hasDoubleVisits) return columns;
  return [
    ...columns,
    {
      key: "alpha",
      header: audits("column.agreement"),
      align: "end",
      cell: ({ agreement }) => <AgreementCell agreement={agreement} texts={texts} />,
    },
  ];
}

function PointsCell({ points, texts }: { points: ItemResult["points"]; texts: Texts }) {
  if (points.n === 0) return <span className="text-muted">–</span>;
  const shown = { ...points, unit: "share" as const };
  return (
    <span className="inline-flex flex-col items-end">
      <span className="font-semibold text-ink">{texts.figure(shown)}</span>
      <span className="text-xs whitespace-nowrap text-muted">
        {texts.interval(shown)} · {texts.audits("answers", { n: points.n })}
      </span>
    </span>
  );
}

function AgreementCell({ agreement, texts }: { agreement: ItemResult["agreement"]; texts: Texts }) {
  const { audits } = texts;
  if (!agreement) return <span className="text-muted">–</span>;
  const { alpha, interval, n, verdict } = agreement;
  if (alpha === null) {
    return (
      <span className="inline-flex flex-col items-end text-muted">
        {audits(`agreement.${verdict as "tooFew"}`)}
        <span className="text-xs">{audits("agreement.visits", { n })}</span>
      </span>
    );
  }
  const mean = (value: number) => texts.figure({ value, unit: "mean" });
  return (
    <span className="inline-flex flex-col items-end">
      <span className="inline-flex flex-wrap items-center justify-end gap-2">
        {verdict === "disagree" && <Badge tone="warning">{audits("agreement.disagree")}</Badge>}
        <span className="font-semibold text-ink">{mean(alpha)}</span>
      </span>
      <span className="text-xs whitespace-nowrap text-muted">
        {interval && `${mean(interval.low)}…${mean(interval.high)} · `}
        {audits("agreement.visits", { n })}
      </span>
    </span>
  );
}
