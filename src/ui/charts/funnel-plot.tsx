"use client";

import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { CartesianGrid, ComposedChart, Line, ReferenceLine, XAxis, YAxis } from "recharts";
import { Skeleton } from "../skeleton";
import { ChartLegend } from "./chart-legend";
import { ChartTooltip } from "./chart-tooltip";
import { type PlacedPoint, PlotMarks } from "./plot-marks";
import { choosePlotNames, findNearestPoint, type PlotLimits, type PlotPoint } from "./plot-point";
import { useWidth } from "./use-width";

export type FunnelPlotProps = {
  /** Names the chart and says how to move in it, for screen readers. */
  label: string;
  points: PlotPoint[];
  limits: PlotLimits[];
  /** The figure of all together, and its line in words. */
  target: { value: number; label: string };
  /** The whole scale of the unit. */
  domain: [number, number];
  ticks: { value: number; label: string }[];
  unitLabel: string;
  axisLabel: string;
  pointLabel: string;
  innerLabel: string;
  outerLabel: string;
  outsideLabel: string;
  height?: number;
};

const reach = 28;
const tooltipWidth = 256;

/** Groups as dots by size and figure, with the limits that chance keeps them within; names on hover and arrow keys. */
export function FunnelPlot(props: FunnelPlotProps) {
  const { element, width } = useWidth();
  const height = props.height ?? 320;
  const placed = useRef<PlacedPoint[]>([]);
  const [active, setActive] = useState<PlacedPoint | null>(null);

  const point = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = { x: event.clientX - box.left, y: event.clientY - box.top };
    setActive(findNearestPoint(placed.current, at, reach));
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") setActive(null);
    if (step === undefined || placed.current.length === 0) return;
    event.preventDefault();
    const count = placed.current.length;
    const current = placed.current.findIndex(({ key }) => key === active?.key);
    const next = current === -1 ? (step === 1 ? 0 : count - 1) : (current + step + count) % count;
    setActive(placed.current[next] ?? null);
  };

  return (
    <div className="flex flex-col gap-3">
      <PlotLegend {...props} />
      <div
        ref={element}
        role="application"
        aria-label={props.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move from dot to dot
        tabIndex={0}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setActive(null)}
        onKeyDown={press}
        onBlur={() => setActive(null)}
        style={{ height }}
        className="relative min-w-0 touch-pan-y rounded-md"
      >
        {width === null ? (
          <Skeleton className="h-full w-full" />
        ) : (
          <PlotDrawing
            {...props}
            width={width}
            height={height}
            active={active?.key ?? null}
            onPlace={(points) => {
              placed.current = points;
            }}
          />
        )}
        {active && width !== null && (
          <div
            aria-hidden
            className="pointer-events-none absolute z-10"
            style={{
              left: Math.max(0, Math.min(active.x + 12, width - tooltipWidth)),
              ...(active.y > height / 2 ? { bottom: height - active.y + 12 } : { top: active.y + 12 }),
            }}
          >
            <ChartTooltip title={active.name}>
              {active.lines.map((line, index) => (
                <span key={line} className={index === 0 ? undefined : "text-muted"}>
                  {line}
                </span>
              ))}
            </ChartTooltip>
          </div>
        )}
        <p role="status" className="sr-only">
          {active ? [active.name, ...active.lines].join(", ") : ""}
        </p>
      </div>
    </div>
  );
}

type Drawing = FunnelPlotProps & {
  width: number;
  height: number;
  active: string | null;
  onPlace: (placed: PlacedPoint[]) => void;
};

function PlotDrawing({ points, limits, target, domain, ticks, width, height, active, ...rest }: Drawing) {
  const tickLabels = new Map(ticks.map((tick) => [tick.value, tick.label]));
  const text = { fontSize: 12, fill: "var(--muted)" };
  const line = {
    type: "monotone",
    dot: false,
    activeDot: false,
    isAnimationActive: false,
    strokeWidth: 1.25,
  } as const;
  const inner = { ...line, stroke: "var(--chart-comparison)", strokeDasharray: "5 4" };
  const outer = { ...line, stroke: "var(--line-strong)" };
  return (
    <ComposedChart
      accessibilityLayer={false}
      width={width}
      height={height}
      data={limits}
      margin={{ top: 22, right: 16, bottom: 18, left: 0 }}
    >
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        type="number"
        dataKey="n"
        domain={["dataMin", "dataMax"]}
        tickCount={width < 500 ? 4 : 7}
        tick={text}
        tickLine={false}
        axisLine={{ stroke: "var(--line)" }}
        tickMargin={6}
        height={26}
        padding={{ left: 12, right: 12 }}
        label={{ value: rest.axisLabel, position: "bottom", offset: 0, fontSize: 12, fill: "var(--muted)" }}
      />
      <YAxis
        domain={domain}
        ticks={ticks.map((tick) => tick.value)}
        tickFormatter={(value: number) => tickLabels.get(value) ?? String(value)}
        tick={text}
        tickLine={false}
        axisLine={false}
        width={44}
        allowDataOverflow
        label={{ value: rest.unitLabel, position: "top", offset: 10, fontSize: 12, fill: "var(--muted)" }}
      />
      <ReferenceLine y={target.value} stroke="var(--line-strong)" strokeWidth={1} />
      <Line dataKey="innerLow" {...inner} />
      <Line dataKey="innerHigh" {...inner} />
      <Line dataKey="outerLow" {...outer} />
      <Line dataKey="outerHigh" {...outer} />
      <PlotMarks
        points={points}
        named={choosePlotNames(points, target.value)}
        active={active}
        onPlace={rest.onPlace}
      />
    </ComposedChart>
  );
}

function PlotLegend({ points, target, pointLabel, innerLabel, outerLabel, outsideLabel }: FunnelPlotProps) {
  const line = { x1: 0, x2: 20, y1: 6, y2: 6 };
  const items = [
    {
      shown: true,
      label: pointLabel,
      sample: <circle cx={10} cy={6} r={3.5} fill="var(--chart-line)" fillOpacity={0.6} />,
    },
    {
      shown: points.some(({ zone }) => zone === "outside"),
      label: outsideLabel,
      sample: <path d="M10 0l6 6l-6 6l-6 -6z" fill="var(--signal)" />,
    },
    { shown: true, label: target.label, sample: <line {...line} stroke="var(--line-strong)" /> },
    {
      shown: true,
      label: innerLabel,
      sample: <line {...line} stroke="var(--chart-comparison)" strokeDasharray="5 4" />,
    },
    {
      shown: true,
      label: outerLabel,
      sample: <line {...line} stroke="var(--line-strong)" strokeWidth={1.25} />,
    },
  ];
  return <ChartLegend items={items.filter(({ shown }) => shown)} />;
}
