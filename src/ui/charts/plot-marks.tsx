"use client";

import { useEffect } from "react";
import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from "recharts";
import { placeNames } from "./place-names";
import type { PlotPoint } from "./plot-point";

/** A dot where it is drawn. */
export type PlacedPoint = PlotPoint & { x: number; y: number };

const dots = {
  inside: { fill: "var(--chart-line)", opacity: 0.45, radius: 3.5 },
  between: { fill: "var(--chart-line)", opacity: 1, radius: 4 },
  outside: { fill: "var(--signal)", opacity: 1, radius: 0 },
};

/** The dots of a funnel plot: diamonds with a name for those outside the limits, a ring around the one pointed at. */
export function PlotMarks({
  points,
  named,
  active,
  onPlace,
}: {
  points: PlotPoint[];
  named: ReadonlySet<string>;
  active: string | null;
  /** Hears where the dots are, from left to right. */
  onPlace: (placed: PlacedPoint[]) => void;
}) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const area = usePlotArea();
  const placed = points.flatMap((point): PlacedPoint[] => {
    const left = x?.(point.n);
    const top = y?.(point.value);
    return left === undefined || top === undefined ? [] : [{ ...point, x: left, y: top }];
  });
  placed.sort((a, b) => a.x - b.x || b.y - a.y);
  useEffect(() => onPlace(placed));
  if (!area) return null;

  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
      {placed.map((point) => {
        const { fill, opacity, radius } = dots[point.zone];
        const { x: left, y: top } = point;
        return (
          <g key={point.key}>
            {point.zone === "outside" ? (
              <path
                d={`M${left} ${top - 6}l6 6l-6 6l-6 -6z`}
                fill={fill}
                stroke="var(--surface)"
                strokeWidth={1.5}
              />
            ) : (
              <circle cx={left} cy={top} r={radius} fill={fill} fillOpacity={opacity} />
            )}
            {point.key === active && (
              <circle cx={left} cy={top} r={9} fill="none" stroke="var(--ink)" strokeWidth={1.5} />
            )}
          </g>
        );
      })}
      {placeNames(
        placed.filter(({ key }) => named.has(key)),
        area.x + area.width,
      ).map(({ key, name, x: left, y: top, isLate }) => (
        <text
          key={key}
          x={isLate ? left - 10 : left + 10}
          y={top + 4}
          textAnchor={isLate ? "end" : "start"}
          fontSize={12}
          fill="var(--ink)"
          stroke="var(--surface)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {name}
        </text>
      ))}
    </ZIndexLayer>
  );
}
