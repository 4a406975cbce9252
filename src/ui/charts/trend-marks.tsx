"use client";

import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import type { TrendPoint } from "./trend-point";

const mostWithDots = 40;

/** The points of a trend: dots, diamonds for signals, and a whisker where a lonely point has no band around it. */
export function TrendMarks({ data }: { data: TrendPoint[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y) return null;

  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
      {data.map((point, index) => {
        if (point.value === null) return null;
        const lonely = (data[index - 1]?.value ?? null) === null && (data[index + 1]?.value ?? null) === null;
        if (!lonely && !point.signalText && data.length > mostWithDots) return null;
        const left = x(point.key, { position: "middle" });
        const top = y(point.value);
        if (left === undefined || top === undefined) return null;
        const whisker = lonely && typeof point.low === "number" && typeof point.high === "number";
        return (
          <g key={point.key}>
            {whisker && (
              <line
                x1={left}
                x2={left}
                y1={y(point.low as number)}
                y2={y(point.high as number)}
                stroke="var(--chart-band)"
                strokeWidth={6}
              />
            )}
            {point.signalText ? (
              <path
                d={`M${left} ${top - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z`}
                fill="var(--signal)"
                stroke="var(--surface)"
                strokeWidth={1.5}
              />
            ) : (
              <circle
                cx={left}
                cy={top}
                r={3}
                fill="var(--chart-line)"
                stroke="var(--surface)"
                strokeWidth={1.5}
              />
            )}
          </g>
        );
      })}
    </ZIndexLayer>
  );
}
