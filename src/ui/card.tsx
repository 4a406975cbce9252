import type { ComponentProps, ReactNode } from "react";
import { joinClasses } from "./join-classes";

export type CardProps = Omit<ComponentProps<"section">, "title"> & {
  title?: ReactNode;
  description?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** Below the content, set off by a line. */
  footer?: ReactNode;
  /** Content reaches the edges: for tables and lists. */
  flush?: boolean;
  /** Level of the title. */
  level?: 2 | 3;
};

/** A sheet on the canvas that holds one thing. */
export function Card({
  title,
  description,
  actions,
  footer,
  flush = false,
  level = 2,
  className,
  children,
  ...rest
}: CardProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      {...rest}
      className={joinClasses(
        "min-w-0 rounded-xl border border-line bg-surface shadow-card",
        // Clipped, not scrolled: rows end in the round corners and sticky headers still stick to the page.
        flush && "overflow-clip",
        className,
      )}
    >
      {(title || actions) && (
        <header
          className={joinClasses(
            "flex flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-4 sm:px-5",
            flush && "pb-4",
          )}
        >
          <div className="min-w-0 flex-1">
            {title && <Heading className="text-lg font-semibold text-ink">{title}</Heading>}
            {description && <p className="mt-0.5 max-w-prose text-muted">{description}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? undefined : "px-4 py-4 sm:px-5"}>{children}</div>
      {footer && <footer className="border-t border-line px-4 py-3 sm:px-5">{footer}</footer>}
    </section>
  );
}
