import type { ReactNode } from "react";
import { joinClasses } from "./join-classes";

export type SectionProps = {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Title and description to the left of the content on wide screens: for settings. */
  aside?: boolean;
  className?: string;
  children: ReactNode;
};

/** A titled part of a page without a frame of its own. */
export function Section({ title, description, actions, aside = false, className, children }: SectionProps) {
  return (
    <section
      className={joinClasses(
        aside ? "grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]" : "flex flex-col gap-4",
        className,
      )}
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg font-semibold text-ink">{title}</h2>
          {description && <p className="mt-0.5 max-w-prose text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
