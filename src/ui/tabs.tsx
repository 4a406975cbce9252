"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { findCurrentHref } from "./current-page";
import { joinClasses } from "./join-classes";

export type Tab = {
  href: string;
  label: string;
  badge?: ReactNode;
  /** Says which tab is open where the path alone does not (tabs by search parameter). */
  current?: boolean;
};

export type TabsProps = { label: string; items: Tab[]; className?: string };

/** Pages that belong together, as links under the page's title. */
export function Tabs({ label, items, className }: TabsProps) {
  const pathname = usePathname();
  const byPath = findCurrentHref(
    pathname,
    items.map((item) => item.href),
  );
  const given = items.some((item) => item.current !== undefined);

  return (
    <nav aria-label={label} className={joinClasses("overflow-x-auto border-b border-line", className)}>
      <ul className="flex min-w-max gap-5">
        {items.map((item) => {
          const current = given ? item.current : item.href === byPath;
          return (
            <li key={item.href}>
              <Link
                href={item.href}
                aria-current={current ? "page" : undefined}
                className={joinClasses(
                  "control-height flex items-center gap-2 border-b-2 px-0.5 font-medium whitespace-nowrap -outline-offset-2",
                  current
                    ? "border-accent text-ink"
                    : "border-transparent text-muted hover:border-line-strong hover:text-ink",
                )}
              >
                {item.label}
                {item.badge}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
