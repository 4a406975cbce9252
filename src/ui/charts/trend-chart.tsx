"use client";

import { useTranslations } from "next-intl";
import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { Skeleton } from "../skeleton";
import { ChartLegend } from "./chart-legend";
import { ChartTooltip } from "./chart-tooltip";
import { TrendMarks } from "./trend-marks";
import type { TrendPoint } from "./trend-point";
import { useWidth } from "./use-width";

export type TrendChartProps = {
  /** Names the chart for screen readers. */
  label: string;
  data: TrendPoint[];
  /** The whole scale of the unit, so that two charts of it can be compared by eye. */
  domain: [number, number];
  ticks?: { value: number; label: string }[];
  /** Beside the axis: "NPS", "%". */
  unitLabel: string;
  /** What the line is. */
  seriesLabel: string;
  intervalLabel?: string;
  comparisonLabel?: string;
  /** The centre line of the control chart. */
  centre?: { value: number; label: string };
  limitsLabel?: string;
  signalLabel?: string;
  height?: number;
};

/** A figure over time with its interval, and what is and is not a signal. */
export function TrendChart(props: TrendChartProps) {
  const { element, width } = useWidth();
  const height = props.height ?? 280;
  return (
    <div className="flex flex-col gap-3">
      <TrendLegend {...props} />
      <div ref={element} style={{ height }} className="min-w-0 overflow-hidden">
        {width === null ? (
          <Skeleton className="h-full w-full" />
        ) : (
          <TrendDrawing {...props} width={width} height={height} />
        )}
      </div>
    </div>
  );
}

type Drawing = TrendChartProps & { width: number; height: number };

function TrendDrawing({ label, data, domain, ticks, unitLabel, centre, width, height, ...rest }: Drawing) {
  const labels = new Map(data.map((point) => [point.key, point.label]));
  const tickLabels = new Map(ticks?.map((tick) => [tick.value, tick.label]));
  const rows = data.map((point) => ({
    ...point,
    band: typeof point.low === "number" && typeof point.high === "number" ? [point.low, point.high] : null,
  }));
  const text = { fontSize: 12, fill: "var(--muted)" };
  const limit = {
    type: "stepAfter",
    stroke: "var(--line-strong)",
    strokeWidth: 1,
    strokeDasharray: "2 3",
    dot: false,
    activeDot: false,
    isAnimationActive: false,
  } as const;

  return (
    <ComposedChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: 22, right: 12, bottom: 0, left: 0 }}
      title={label}
    >
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        dataKey="key"
        tickFormatter={(key: string) => labels.get(key) ?? ""}
        tick={text}
        tickLine={false}
        axisLine={{ stroke: "var(--line)" }}
        minTickGap={20}
        tickMargin={8}
        height={30}
        padding={{ left: 10, right: 10 }}
      />
      <YAxis
        domain={domain}
        ticks={ticks?.map((tick) => tick.value)}
        tickFormatter={(value: number) => tickLabels.get(value) ?? String(value)}
        tick={text}
        tickLine={false}
        axisLine={false}
        width={44}
        allowDataOverflow
        label={{ value: unitLabel, position: "top", offset: 10, fontSize: 12, fill: "var(--muted)" }}
      />
      {centre && <ReferenceLine y={centre.value} stroke="var(--line-strong)" strokeWidth={1} />}
      <Area
        dataKey="band"
        type="linear"
        stroke="none"
        fill="var(--chart-band)"
        fillOpacity={1}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line dataKey="lowerLimit" {...limit} />
      <Line dataKey="upperLimit" {...limit} />
      {rest.comparisonLabel && (
        <Line
          dataKey="comparison"
          type="linear"
          stroke="var(--chart-comparison)"
          strokeWidth={1.5}
          strokeDasharray="6 4"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      )}
      <Line
        dataKey="value"
        type="linear"
        stroke="var(--chart-line)"
        strokeWidth={2}
        dot={false}
        activeDot={{ r: 5, fill: "var(--chart-line)", stroke: "var(--surface)", strokeWidth: 2 }}
        isAnimationActive={false}
      />
      <TrendMarks data={data} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--line-strong)", strokeWidth: 1 }}
        content={({ active, label: key }) => {
          const point = active ? data.find((one) => one.key === key) : undefined;
          return point ? <TrendTooltip point={point} {...rest} /> : null;
        }}
      />
    </ComposedChart>
  );
}

function TrendTooltip({
  point,
  seriesLabel,
  comparisonLabel,
}: Pick<TrendChartProps, "seriesLabel" | "comparisonLabel"> & { point: TrendPoint }) {
  return (
    <ChartTooltip title={point.label}>
      <span>
        {seriesLabel}: <strong className="font-semibold">{point.valueText}</strong>
      </span>
      {point.intervalText && <span className="text-muted">{point.intervalText}</span>}
      {point.nText && <span className="text-muted">{point.nText}</span>}
      {comparisonLabel && point.comparisonText && (
        <span className="text-muted">
          {comparisonLabel}: {point.comparisonText}
        </span>
      )}
      {point.limitsText && <span className="text-muted">{point.limitsText}</span>}
      {point.signalText && <span className="font-medium text-signal">◆ {point.signalText}</span>}
    </ChartTooltip>
  );
}

function TrendLegend({
  data,
  seriesLabel,
  intervalLabel,
  comparisonLabel,
  centre,
  limitsLabel,
  signalLabel,
}: TrendChartProps) {
  const t = useTranslations("ui");
  const line = { x1: 0, x2: 20, y1: 6, y2: 6 };
  const items = [
    {
      shown: true,
      label: seriesLabel,
      sample: <line {...line} stroke="var(--chart-line)" strokeWidth={2} />,
    },
    {
      shown: data.some((point) => typeof point.low === "number"),
      label: intervalLabel ?? t("chart.interval"),
      sample: <rect width={20} height={12} rx={2} fill="var(--chart-band)" />,
    },
    {
      shown: Boolean(comparisonLabel),
      label: comparisonLabel,
      sample: <line {...line} stroke="var(--chart-comparison)" strokeWidth={1.5} strokeDasharray="6 4" />,
    },
    {
      shown: Boolean(centre),
      label: centre?.label,
      sample: <line {...line} stroke="var(--line-strong)" />,
    },
    {
      shown: data.some((point) => typeof point.upperLimit === "number"),
      label: limitsLabel ?? t("chart.limits"),
      sample: <line {...line} stroke="var(--line-strong)" strokeDasharray="2 3" />,
    },
    {
      shown: data.some((point) => point.signalText),
      label: signalLabel ?? t("chart.signal"),
      sample: <path d="M10 0l6 6l-6 6l-6 -6z" fill="var(--signal)" />,
    },
  ];
  return <ChartLegend items={items.filter((item) => item.shown)} />;
}
