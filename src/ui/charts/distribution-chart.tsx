"use client";

import { Bar, BarChart, CartesianGrid, LabelList, Tooltip, XAxis, YAxis } from "recharts";
import { Skeleton } from "../skeleton";
import { type ChartTone, chartTones } from "./chart-tone";
import { ChartTooltip } from "./chart-tooltip";
import { useWidth } from "./use-width";

export type DistributionBar = {
  /** The score. */
  label: string;
  /** 0…1 of all answers. */
  share: number;
  shareText: string;
  /** On top of the column, where `shareText` would be too wide. */
  barText?: string;
  countText: string;
  tone: ChartTone;
  /** The band's name, in the tooltip. */
  band?: string;
};

export type DistributionChartProps = {
  label: string;
  bars: DistributionBar[];
  /** Below the scores: "Score". */
  axisLabel?: string;
  height?: number;
};

/** One line above the column, where Recharts would break "52 %" in two. */
function ShareLabel({ x, y, width, value }: { x?: unknown; y?: unknown; width?: unknown; value?: unknown }) {
  return (
    <text
      x={Number(x) + Number(width) / 2}
      y={Number(y) - 6}
      textAnchor="middle"
      fontSize={12}
      fill="var(--ink)"
    >
      {String(value)}
    </text>
  );
}

/** How the answers spread over the scores: one column per score, coloured by band. */
export function DistributionChart({ label, bars, axisLabel, height = 220 }: DistributionChartProps) {
  const { element, width } = useWidth();
  const rows = bars.map((bar) => ({
    ...bar,
    barText: bar.barText ?? bar.shareText,
    fill: chartTones[bar.tone].fill,
  }));
  const text = { fontSize: 12, fill: "var(--muted)" };

  return (
    <div ref={element} style={{ height }} className="min-w-0 overflow-hidden">
      {width === null ? (
        <Skeleton className="h-full w-full" />
      ) : (
        <BarChart
          width={width}
          height={height}
          data={rows}
          title={label}
          margin={{ top: 20, right: 0, bottom: axisLabel ? 18 : 0, left: 0 }}
          barCategoryGap="18%"
        >
          <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
          <XAxis
            dataKey="label"
            interval={0}
            tick={text}
            tickLine={false}
            axisLine={{ stroke: "var(--line)" }}
            tickMargin={6}
            height={26}
            label={
              axisLabel
                ? { value: axisLabel, position: "bottom", offset: 0, fontSize: 12, fill: "var(--muted)" }
                : undefined
            }
          />
          <YAxis hide domain={[0, (highest: number) => Math.max(highest, 0.1)]} />
          <Bar
            dataKey="share"
            radius={[3, 3, 0, 0]}
            isAnimationActive={false}
            maxBarSize={56}
            minPointSize={1}
          >
            <LabelList dataKey="barText" content={ShareLabel} />
          </Bar>
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--hover)" }}
            content={({ active, label: score }) => {
              const bar = active ? bars.find((one) => one.label === score) : undefined;
              return bar ? (
                <ChartTooltip title={bar.band ? `${bar.label} · ${bar.band}` : bar.label}>
                  <span>{bar.shareText}</span>
                  <span className="text-muted">{bar.countText}</span>
                </ChartTooltip>
              ) : null;
            }}
          />
        </BarChart>
      )}
    </div>
  );
}
