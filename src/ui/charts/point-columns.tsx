export type PointColumnsProps = {
  /** All counts in words. */
  label: string;
  points: { point: number; count: number; share: number; text: string }[];
};

/** How many gave each point of a short scale, as small columns. */
export function PointColumns({ label, points }: PointColumnsProps) {
  const highest = Math.max(...points.map(({ share }) => share), Number.EPSILON);
  return (
    <div role="img" aria-label={label} className="flex items-end gap-1 text-xs tabular-nums">
      {points.map(({ point, count, share, text }) => (
        <span key={point} aria-hidden className="flex w-6 flex-col items-center">
          <span className={count === 0 ? "text-transparent" : "text-ink"}>{text}</span>
          <span
            className={count === 0 ? "w-full rounded-t-xs bg-line" : "w-full rounded-t-xs bg-chart-line"}
            style={{ height: `${count === 0 ? 2 : Math.max(3, (32 * share) / highest)}px` }}
          />
          <span className="w-full border-t border-line-strong text-center text-muted">{point}</span>
        </span>
      ))}
    </div>
  );
}
