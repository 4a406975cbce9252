/** Shapes that are told apart without colours. */
export type MarkShape =
  | "solidDiamond"
  | "solidCircle"
  | "square"
  | "circle"
  | "triangleUp"
  | "triangleDown"
  | "diamond"
  | "cross";

const paths: Record<MarkShape, string> = {
  solidDiamond: "M0-6.5L6.5 0L0 6.5L-6.5 0Z",
  solidCircle: "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z",
  square: "M-4.5-4.5h9v9h-9Z",
  circle: "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z",
  triangleUp: "M0-5.5L5.5 4.5H-5.5Z",
  triangleDown: "M0 5.5L5.5-4.5H-5.5Z",
  diamond: "M0-6L6 0L0 6L-6 0Z",
  cross: "M-4.5-4.5L4.5 4.5M-4.5 4.5L4.5-4.5",
};

/** One mark around 0,0, for a picture of its own or a legend. */
export function Mark({ shape }: { shape: MarkShape }) {
  const isSolid = shape === "solidDiamond" || shape === "solidCircle";
  const color = shape === "solidDiamond" ? "var(--accent)" : "var(--ink)";
  return (
    <path
      d={paths[shape]}
      fill={isSolid ? color : shape === "cross" ? "none" : "var(--surface)"}
      stroke={isSolid ? "var(--surface)" : "var(--muted)"}
      strokeWidth={isSolid ? 1 : 2}
    />
  );
}

/** A mark as an element of its own. */
export function MarkIcon({ shape, className }: { shape: MarkShape; className?: string }) {
  return (
    <svg aria-hidden="true" width="16" height="16" viewBox="-8 -8 16 16" className={className}>
      <Mark shape={shape} />
    </svg>
  );
}
