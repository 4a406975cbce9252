import type { ReactNode } from "react";
import { joinClasses } from "../join-classes";
import { MarkIcon, type MarkShape } from "./mark-shape";
import { findScalePosition } from "./scale-position";
import { stackMarks } from "./stack-marks";

export type DotPlotRow = {
  key: string;
  label: ReactNode;
  /** At the end of the row: what the marks come to. */
  detail?: ReactNode;
  /** All values in words, for those who do not see the marks. */
  text: string;
  /** The first ones stand on the line where several are close to each other. */
  marks: { key: string; value: number; shape: MarkShape }[];
  /** Two of the values, joined by the line. */
  span?: [number, number] | null;
};

export type DotPlotProps = {
  /** What is shown. */
  label: string;
  domain: [number, number];
  ticks: { value: number; label: string }[];
  legend: { key: string; shape: MarkShape; label: string }[];
  /** What stands at the end of the rows: said at the end of the legend. */
  detailLabel?: string;
  rows: DotPlotRow[];
};

const laneHeight = 15;

/** Several values per row as marks on one scale; marks that would cover each other are set below and above the line. */
export function DotPlot({ label, domain, ticks, legend, detailLabel, rows }: DotPlotProps) {
  const columns = rows.some(({ detail }) => detail)
    ? "sm:grid-cols-[minmax(9rem,2fr)_minmax(0,3fr)_8.5rem]"
    : "sm:grid-cols-[minmax(9rem,2fr)_minmax(0,3fr)]";
  const percent = (value: number) => `${findScalePosition(value, domain) * 100}%`;
  return (
    <div>
      <ul className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        {legend.map((entry) => (
          <li key={entry.key} className="flex items-center gap-1.5">
            <MarkIcon shape={entry.shape} className="shrink-0" />
            {entry.label}
          </li>
        ))}
        {detailLabel && rows.some(({ detail }) => detail) && (
          <li className="ml-auto text-right">{detailLabel}</li>
        )}
      </ul>
      <ul aria-label={label} className="flex flex-col">
        {rows.map((row) => {
          const { marks, lowest, highest } = stackMarks(row.marks, domain);
          const topOf = (lane: number) => `${(lane - lowest + 0.5) * laneHeight + 6}px`;
          return (
            <li
              key={row.key}
              className={joinClasses(
                "grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-t border-line/70 py-1",
                columns,
              )}
            >
              <div className="min-w-0 py-1 text-pretty text-ink">{row.label}</div>
              {row.detail && (
                <div className="text-right text-sm text-muted tabular-nums sm:order-last">{row.detail}</div>
              )}
              <div
                role="img"
                aria-label={row.text}
                className="relative col-span-2 mx-2 sm:col-span-1"
                style={{ height: `${(highest - lowest + 1) * laneHeight + 12}px` }}
              >
                {ticks.map(({ value }) => (
                  <span
                    key={value}
                    aria-hidden
                    className="absolute inset-y-0 w-px bg-chart-grid"
                    style={{ left: percent(value) }}
                  />
                ))}
                {row.span && (
                  <span
                    aria-hidden
                    className="absolute h-1 -translate-y-1/2 rounded-full bg-chart-band"
                    style={{
                      top: topOf(0),
                      left: percent(Math.min(...row.span)),
                      right: `${(1 - findScalePosition(Math.max(...row.span), domain)) * 100}%`,
                    }}
                  />
                )}
                {marks.map((mark) => (
                  <span
                    key={mark.key}
                    className="absolute size-4 -translate-1/2"
                    style={{
                      left: percent(mark.value),
                      top: topOf(mark.lane),
                    }}
                  >
                    <MarkIcon shape={mark.shape} className="block" />
                  </span>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      <div
        aria-hidden
        className={joinClasses(
          "grid grid-cols-[minmax(0,1fr)] gap-x-4 border-t border-line text-xs text-faint tabular-nums",
          columns,
        )}
      >
        <div className="relative mx-2 h-5 sm:col-start-2">
          {ticks.map((tick) => (
            <span
              key={tick.value}
              className="absolute top-1 -translate-x-1/2"
              style={{ left: percent(tick.value) }}
            >
              {tick.label}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
