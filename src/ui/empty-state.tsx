import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export type EmptyStateProps = {
  /** A lucide icon. */
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Less air: inside cards. */
  compact?: boolean;
};

/** What stands where there is nothing yet: why, and what to do about it. */
export function EmptyState({ icon, title, children, action, compact = false }: EmptyStateProps) {
  return (
    <div
      className={joinClasses(
        "flex flex-col items-center px-6 text-center",
        compact ? "gap-1 py-8" : "gap-1.5 py-16",
      )}
    >
      {icon && (
        <div
          aria-hidden
          className="mb-2 grid size-10 place-items-center rounded-lg bg-accent-soft text-accent-ink [&_svg]:size-5"
        >
          {icon}
        </div>
      )}
      <p className="text-lg font-semibold text-ink">{title}</p>
      {children && <div className="max-w-md text-pretty text-muted">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
