import { asShare } from "@/features/dashboards/audits/shares";
import type { Texts } from "@/features/dashboards/make-texts";
import type { AuditFigure, AuditShare } from "@/metrics/audit-figure";
import { percentAsShare } from "@/metrics/format";
import { Badge } from "@/ui/badge";
import { IntervalDot } from "@/ui/charts/interval-dot";
import type { Column } from "@/ui/table";

type Scored = { figure: AuditFigure };

/** The columns of any table of mean scores: the score, its interval as a line, and of how many visits it is. */
export function scoreColumns<Row extends Scored>(
  texts: Texts,
  {
    reference,
    sort,
  }: { /** All visits' mean in percent. */ reference: number | null; sort?: Column<Row>["sort"] },
): Column<Row>[] {
  const { t, audits } = texts;
  return [
    {
      key: "score",
      header: audits("column.score"),
      align: "end",
      sort,
      cell: ({ figure }) => <ScoreCell figure={figure} texts={texts} />,
    },
    {
      key: "interval",
      header: t("column.interval"),
      hideOnPhone: true,
      width: "11rem",
      cell: ({ figure }) => {
        const score = asShare(figure);
        return (
          <IntervalDot
            value={score.value}
            low={score.interval?.low}
            high={score.interval?.high}
            domain={[0, 1]}
            reference={percentAsShare(reference)}
            label={t("intervalText", { interval: texts.interval(score) })}
            muted={figure.isProvisional}
          />
        );
      },
    },
    {
      key: "n",
      header: audits("column.visits"),
      align: "end",
      cell: ({ figure }) => texts.count(figure.n),
    },
  ];
}

function ScoreCell({ figure, texts }: { figure: AuditFigure; texts: Texts }) {
  if (figure.n === 0) return <span className="text-muted">–</span>;
  const score = asShare(figure);
  return (
    <span className="inline-flex flex-col items-end">
      <span className="inline-flex flex-wrap items-center justify-end gap-2">
        {figure.isProvisional && <Badge>{texts.audits("provisional")}</Badge>}
        <span className={figure.isProvisional ? "text-muted" : "font-semibold text-ink"}>
          {texts.figure(score)}
        </span>
      </span>
      {score.interval && (
        <span className="text-xs whitespace-nowrap text-muted">{texts.interval(score)}</span>
      )}
    </span>
  );
}

/** A share with its interval below and of how many it is: "1 / 12". */
export function ShareCell({ share, texts }: { share: AuditShare; texts: Texts }) {
  if (share.n === 0) return <span className="text-muted">–</span>;
  const shown = { ...share, unit: "share" as const };
  return (
    <span className="inline-flex flex-col items-end">
      <span>{texts.figure(shown)}</span>
      <span className="text-xs whitespace-nowrap text-muted">
        {texts.interval(shown)} · {texts.count(share.count)}/{texts.count(share.n)}
      </span>
    </span>
  );
}
