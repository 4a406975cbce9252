import { breakLabel } from "./break-label";
import { Mark, type MarkShape } from "./mark-shape";
import { findScalePosition } from "./scale-position";

export type RadarChartProps = {
  /** What is shown, and that the same stands beside it as text. */
  label: string;
  domain: [number, number];
  ticks: number[];
  axes: { key: string; label: string }[];
  /** Two or three; a missing value leaves a gap in the line. */
  series: { key: string; shape: MarkShape; isMain: boolean; values: (number | null)[] }[];
};

const radius = 92;

/** Values around a centre, the first axis at the top. Needs three axes or more. */
export function RadarChart({ label, domain, ticks, axes, series }: RadarChartProps) {
  const angle = (index: number) => (2 * Math.PI * index) / axes.length - Math.PI / 2;
  const point = (index: number, reach: number): [number, number] => [
    Math.round(10 * reach * Math.cos(angle(index))) / 10,
    Math.round(10 * reach * Math.sin(angle(index))) / 10,
  ];
  const reachOf = (value: number) => (0.08 + 0.92 * findScalePosition(value, domain)) * radius;
  const ring = (reach: number) => axes.map((_, index) => point(index, reach).join(",")).join(" ");
  return (
    <svg role="img" aria-label={label} viewBox="-200 -132 400 264" className="mx-auto block w-full max-w-sm">
      {ticks.map((tick) => (
        <polygon key={tick} points={ring(reachOf(tick))} fill="none" stroke="var(--chart-grid)" />
      ))}
      {axes.map((axis, index) => {
        const [x, y] = point(index, radius);
        const [labelX, labelY] = point(index, radius + 12);
        const anchor = Math.abs(x) < 12 ? "middle" : x > 0 ? "start" : "end";
        const lines = breakLabel(axis.label, 12);
        const lift = y < -12 ? lines.length - 1 : y > 12 ? -0.6 : (lines.length - 1) / 2;
        return (
          <g key={axis.key}>
            <line x1={0} y1={0} x2={x} y2={y} stroke="var(--chart-grid)" />
            <text x={labelX} y={labelY + 4 - lift * 16} textAnchor={anchor} fontSize={14} fill="var(--muted)">
              {lines.map((line, row) => (
                <tspan key={line} x={labelX} dy={row === 0 ? 0 : 16}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        );
      })}
      {series.map(({ key, values, isMain }) => (
        <path
          key={key}
          d={outline(values.map((value, index) => (value === null ? null : point(index, reachOf(value)))))}
          fill={isMain && values.every((value) => value !== null) ? "var(--chart-band)" : "none"}
          stroke={isMain ? "var(--ink)" : "var(--accent)"}
          strokeWidth={1.75}
          strokeDasharray={isMain ? undefined : "5 4"}
          strokeLinejoin="round"
        />
      ))}
      {series.flatMap(({ key, values, shape }) =>
        values.map((value, index) => {
          if (value === null) return null;
          const [x, y] = point(index, reachOf(value));
          return (
            <g key={`${key} ${axes[index]?.key}`} transform={`translate(${x} ${y}) scale(0.9)`}>
              <Mark shape={shape} />
            </g>
          );
        }),
      )}
    </svg>
  );
}

/** A closed line, broken where a point is missing. */
function outline(points: readonly ([number, number] | null)[]): string {
  const closed = [...points, points[0] ?? null];
  return closed
    .map((point, index) => (point === null ? "" : `${closed[index - 1] ? "L" : "M"}${point.join(" ")}`))
    .join("");
}
