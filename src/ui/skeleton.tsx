import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

/** A grey shape where content will be; size it by classes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={joinClasses("skeleton", className ?? "h-4 w-full")} />;
}

/** Around skeletons: says once to screen readers that something is on its way. */
export function Loading({ className, children }: { className?: string; children: ReactNode }) {
  const t = useTranslations("ui");
  return (
    <div role="status" className={className}>
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}

const lineWidths = ["w-full", "w-11/12", "w-4/5", "w-2/3"];

export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <Loading className="flex flex-col gap-2.5">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={lineWidths[line] ?? line} className={joinClasses("h-3.5", lineWidths[line % 4])} />
      ))}
    </Loading>
  );
}

/** Fills a `<Card flush>` until its table is there. */
export function SkeletonTable({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  const cells = Array.from({ length: columns }, (_, column) => `column ${column}`);
  return (
    <Loading className="divide-y divide-line">
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row, index) => (
        <div key={row} className="flex items-center gap-6 px-5 py-3">
          {cells.map((cell, column) => (
            <Skeleton
              key={cell}
              className={joinClasses(
                "h-3.5",
                column === 0 ? "w-1/3" : "ml-auto w-14",
                index === 0 && "opacity-70",
              )}
            />
          ))}
        </div>
      ))}
    </Loading>
  );
}

/** The size of a `Stat`. */
export function SkeletonStat() {
  return (
    <Loading className="flex flex-col gap-2.5">
      <Skeleton className="h-3.5 w-24" />
      <Skeleton className="h-8 w-20" />
      <Skeleton className="h-3.5 w-36" />
    </Loading>
  );
}

/** The size of a chart. */
export function SkeletonChart({ height = 280 }: { height?: number }) {
  return (
    <Loading>
      <div style={{ height }}>
        <Skeleton className="h-full w-full" />
      </div>
    </Loading>
  );
}
