import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";
import { Tooltip } from "./tooltip";

export type StatChange = {
  /** The whole line: "+6 on the previous 30 days". */
  text: ReactNode;
  /** Coloured only when the change is verified. */
  direction: "better" | "worse" | "none";
  arrow: "up" | "down" | "flat";
};

export type StatProps = {
  label: ReactNode;
  /** The figure as text; "–" when there is none. */
  value: ReactNode;
  /** "95 % interval 38…46". */
  interval?: ReactNode;
  /** "n = 312". */
  n?: ReactNode;
  change?: StatChange;
  /** Too few to say: the figure steps back. */
  muted?: boolean;
  /** How the figure is made, on demand. */
  help?: ReactNode;
  /** Where to read more; the label links there. */
  href?: string;
  /** What stands below the figure: a bar, a link to its file. */
  children?: ReactNode;
};

const arrows = { up: ArrowUpRight, down: ArrowDownRight, flat: ArrowRight };
const directions = { better: "text-better font-medium", worse: "text-worse font-medium", none: "text-muted" };

/** One figure with what it takes to trust it: its interval, how many answers, and whether it changed. */
export function Stat({ label, value, interval, n, change, muted = false, help, href, children }: StatProps) {
  const Arrow = change && arrows[change.arrow];
  return (
    <div className="flex min-w-0 flex-col">
      <div className="flex items-center gap-1.5 font-medium text-muted">
        {href ? (
          <Link href={href} className="hover:text-ink hover:underline">
            {label}
          </Link>
        ) : (
          <span>{label}</span>
        )}
        {help && <Tooltip text={help} />}
      </div>
      <div className="mt-1 flex items-end justify-between gap-3">
        <p
          className={joinClasses(
            "text-3xl font-semibold tracking-tight tabular-nums",
            muted ? "text-faint" : "text-ink",
          )}
        >
          {value}
        </p>
        {children}
      </div>
      {(interval || n) && (
        <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-muted tabular-nums">
          {interval && <span>{interval}</span>}
          {n && <span>{n}</span>}
        </p>
      )}
      {change && Arrow && (
        <p
          className={joinClasses(
            "mt-1.5 flex items-start gap-1 text-sm tabular-nums",
            directions[change.direction],
          )}
        >
          <Arrow aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{change.text}</span>
        </p>
      )}
    </div>
  );
}
