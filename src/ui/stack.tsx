import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

const gaps = { small: "gap-2", medium: "gap-4", large: "gap-6", huge: "gap-10" };

export type StackProps = { gap?: keyof typeof gaps; className?: string; children: ReactNode };

/** Things below each other at an even distance. */
export function Stack({ gap = "medium", className, children }: StackProps) {
  return <div className={joinClasses("flex min-w-0 flex-col", gaps[gap], className)}>{children}</div>;
}

/** Things beside each other, wrapping where there is no room. */
export function Row({ gap = "small", className, children }: StackProps) {
  return (
    <div className={joinClasses("flex min-w-0 flex-wrap items-center", gaps[gap], className)}>{children}</div>
  );
}

const columns = {
  2: "sm:grid-cols-2",
  3: "sm:grid-cols-2 xl:grid-cols-3",
  4: "grid-cols-2 xl:grid-cols-4",
};

/** Equal columns that fold on narrow screens. */
export function Columns({
  count,
  gap = "medium",
  className,
  children,
}: StackProps & { count: keyof typeof columns }) {
  return (
    <div className={joinClasses("grid min-w-0 *:min-w-0", columns[count], gaps[gap], className)}>
      {children}
    </div>
  );
}
