import { CircleDot } from "lucide-react";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { formatDay } from "@/features/audit-programmes/windows";
import { Badge } from "@/ui/badge";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { Row, Stack } from "@/ui/stack";
import { Table } from "@/ui/table";
import type { MyEvaluations as Mine } from "../schema";

/** A report the member may read. */
export type ReportLink = {
  subjectId: string;
  name: string;
  kind: "employee" | "team" | "location";
  cycleId: string;
  cycleName: string;
  releasedAt: Date;
  isOwn: boolean;
};

/** What somebody has to do with evaluations: answer, propose, approve, read. */
export async function MyEvaluations({
  mine,
  reports,
  slug,
}: {
  mine: Mine;
  reports: ReportLink[];
  slug: string;
}) {
  const t = await getTranslations("evaluationRaters.mine");
  const { toRate, toNominate, managed } = mine;
  if (toRate.length + toNominate.length + managed.length + reports.length === 0) {
    return (
      <Card>
        <EmptyState icon={<CircleDot />} title={t("nothing")}>
          {t("nothingText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Stack gap="large">
      {toRate.length > 0 && <ToRate rows={toRate} />}
      {toNominate.length > 0 && <ToNominate rows={toNominate} slug={slug} />}
      {managed.length > 0 && <Managed rows={managed} slug={slug} />}
      {reports.length > 0 && <Reports rows={reports} slug={slug} />}
    </Stack>
  );
}

async function ToRate({ rows }: { rows: Mine["toRate"] }) {
  const [t, locale] = await Promise.all([getTranslations("evaluationRaters.mine"), getLocale()]);
  return (
    <Card title={t("toRate")} flush>
      <ul className="divide-y divide-line">
        {rows.map(({ raterId, cycleName, closesOn, open, path }) => (
          <li key={raterId} className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-5">
            <div className="min-w-0">
              <p className="font-medium">{cycleName}</p>
              <p className="text-sm text-muted">
                {t("open", { count: open })} · {t("until", { day: formatDay(closesOn, locale) })}
              </p>
            </div>
            <LinkButton
              href={path}
              variant="primary"
              prefetch={false}
              aria-label={t("answerLabel", { cycle: cycleName })}
            >
              {t("answer")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function ToNominate({ rows, slug }: { rows: Mine["toNominate"]; slug: string }) {
  const [t, locale] = await Promise.all([getTranslations("evaluationRaters.mine"), getLocale()]);
  return (
    <Card title={t("toNominate")} flush>
      <ul className="divide-y divide-line">
        {rows.map(({ subjectId, cycleName, until, chosen }) => (
          <li key={subjectId} className="flex flex-wrap items-center justify-between gap-3 px-4 py-4 sm:px-5">
            <div className="min-w-0">
              <p className="font-medium">{cycleName}</p>
              <p className="text-sm text-muted">
                {[
                  t("chosen", { count: chosen }),
                  ...(until ? [t("nominateUntil", { day: formatDay(until, locale) })] : []),
                ].join(" · ")}
              </p>
            </div>
            <LinkButton
              href={`/o/${slug}/evaluations/${subjectId}`}
              aria-label={t("chooseLabel", { cycle: cycleName })}
            >
              {t("choose")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function Managed({ rows, slug }: { rows: Mine["managed"]; slug: string }) {
  const t = await getTranslations("evaluationRaters");
  return (
    <Card title={t("mine.managed")} description={t("mine.managedText")} flush>
      <Table
        caption={t("mine.managed")}
        rows={rows}
        rowKey={({ subjectId }) => subjectId}
        rowHref={({ subjectId }) => `/o/${slug}/evaluations/${subjectId}`}
        columns={[
          {
            key: "subject",
            header: t("mine.subject"),
            rowHeader: true,
            cell: ({ name, kind }) => (
              <>
                {name}
                {kind !== "employee" && <span className="text-muted"> · {t(`kinds.${kind}`)}</span>}
              </>
            ),
          },
          { key: "cycle", header: t("mine.cycle"), hideOnPhone: true, cell: ({ cycleName }) => cycleName },
          { key: "raters", header: t("mine.raters"), align: "end", cell: ({ chosen }) => chosen },
          {
            key: "waiting",
            header: t("mine.waiting"),
            cell: ({ proposals, missing }) => (
              <Row gap="small">
                {proposals > 0 && <Badge tone="accent">{t("mine.proposals", { count: proposals })}</Badge>}
                {missing > 0 && <Badge tone="warning">{t("mine.missing", { count: missing })}</Badge>}
                {proposals + missing === 0 && <span className="text-muted">{t("mine.inOrder")}</span>}
              </Row>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** Cycle by cycle, the newest first; the older ones folded away. */
async function Reports({ rows, slug }: { rows: ReportLink[]; slug: string }) {
  const t = await getTranslations("evaluationRaters");
  const cycles = [...new Set(rows.map(({ cycleId }) => cycleId))]
    .map((cycleId) => rows.filter((row) => row.cycleId === cycleId))
    .sort((one, other) => newest(other) - newest(one));
  const [first = [], ...older] = cycles;
  return (
    <Card title={t("mine.reports")} flush>
      <ReportTable rows={first} slug={slug} />
      {older.map((ofCycle) => (
        <details key={ofCycle[0]?.cycleId} className="border-t border-line">
          <summary className="cursor-pointer px-4 py-3 font-medium text-link sm:px-5">
            {t("mine.older", { cycle: ofCycle[0]?.cycleName ?? "", count: ofCycle.length })}
          </summary>
          <ReportTable rows={ofCycle} slug={slug} />
        </details>
      ))}
    </Card>
  );
}

const newest = (rows: ReportLink[]) => Math.max(...rows.map(({ releasedAt }) => releasedAt.getTime()));

async function ReportTable({ rows, slug }: { rows: ReportLink[]; slug: string }) {
  const [t, format] = await Promise.all([getTranslations("evaluationRaters"), getFormatter()]);
  return (
    <Table
      caption={`${t("mine.reports")}: ${rows[0]?.cycleName ?? ""}`}
      rows={rows}
      rowKey={({ subjectId }) => subjectId}
      rowHref={({ subjectId }) => `/o/${slug}/evaluation-reports/${subjectId}`}
      columns={[
        {
          key: "subject",
          header: t("mine.report"),
          rowHeader: true,
          cell: ({ name, kind, isOwn }) => (
            <>
              {name}
              {isOwn && <Badge className="ml-2">{t("mine.own")}</Badge>}
              {kind !== "employee" && <span className="text-muted"> · {t(`kinds.${kind}`)}</span>}
            </>
          ),
        },
        {
          key: "cycle",
          header: t("mine.cycle"),
          hideOnPhone: true,
          cell: ({ cycleName }) => cycleName,
        },
        {
          key: "released",
          header: t("mine.released"),
          align: "end",
          cell: ({ releasedAt }) => format.dateTime(releasedAt, { dateStyle: "medium" }),
        },
      ]}
    />
  );
}
