"use client";

import { ChartLine, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button } from "../button";
import { joinClasses } from "../join-classes";
import { Table } from "../table";

export type ChartTable = {
  columns: { label: string; align?: "start" | "end" }[];
  /** One list of texts per row, in the order of the columns. */
  rows: string[][];
};

export type ChartFrameProps = {
  title: ReactNode;
  description?: ReactNode;
  /** What the chart shows in one or two sentences, for those who do not see it. */
  summary: string;
  /** The same data as text. */
  table: ChartTable;
  /** Export links and the like. */
  actions?: ReactNode;
  /** What has to be known to read it, below chart and table. */
  footer?: ReactNode;
  /** Level of the title. */
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
};

/** The sheet every chart stands on: title, a summary in words, and the same data as a table on demand. */
export function ChartFrame({
  title,
  description,
  summary,
  table,
  actions,
  footer,
  level = 2,
  className,
  children,
}: ChartFrameProps) {
  const t = useTranslations("ui");
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const Heading = level === 2 ? "h2" : "h3";

  return (
    <figure
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-summary`}
      className={joinClasses(
        "min-w-0 overflow-clip rounded-xl border border-line bg-surface shadow-card",
        className,
      )}
    >
      <figcaption className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-4 sm:px-5">
        <div className="min-w-0 flex-[1_1_9rem]">
          <Heading id={`${id}-title`} className="text-lg font-semibold text-ink">
            {title}
          </Heading>
          {description && <p className="mt-0.5 max-w-prose text-muted">{description}</p>}
          <p id={`${id}-summary`} className="sr-only">
            {summary}
          </p>
        </div>
        <div className="-mr-1.5 flex shrink-0 flex-wrap items-center gap-1 print:hidden">
          <Button
            variant="ghost"
            size="small"
            icon={
              asTable ? (
                <ChartLine aria-hidden className="size-4" />
              ) : (
                <Table2 aria-hidden className="size-4" />
              )
            }
            onClick={() => setAsTable(!asTable)}
          >
            <span className="max-sm:sr-only">{asTable ? t("chart.showChart") : t("chart.showTable")}</span>
          </Button>
          {actions}
        </div>
      </figcaption>
      {asTable ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section aria-label={summary} tabIndex={0} className="mt-3 max-h-96 overflow-y-auto">
          <Table
            caption={typeof title === "string" ? title : summary}
            columns={table.columns.map((column, index) => ({
              key: String(index),
              header: column.label,
              align: column.align ?? (index === 0 ? "start" : "end"),
              cell: (row: { cells: string[] }) => row.cells[index] ?? "",
            }))}
            rows={table.rows.map((cells, index) => ({ id: `${index}`, cells }))}
            rowKey={(row) => row.id}
          />
        </section>
      ) : (
        <div className="px-4 pt-4 pb-4 sm:px-5">{children}</div>
      )}
      {footer && (
        <p className="border-t border-line px-4 py-3 text-sm text-pretty text-muted sm:px-5">{footer}</p>
      )}
    </figure>
  );
}
