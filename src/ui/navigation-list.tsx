"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { findCurrentHref } from "./current-page";
import { joinClasses } from "./join-classes";

export type NavigationItem = {
  href: string;
  label: string;
  /** Addresses outside `href` whose pages belong to this link all the same. */
  alsoCurrentUnder?: string[];
  /** A lucide icon. */
  icon?: ReactNode;
  /** A count or short mark at the end of the line. */
  badge?: ReactNode;
};

export type NavigationGroup = {
  /** Heading; the first group usually has none. */
  label?: string;
  items: NavigationItem[];
};

/** The links of the sidebar; the one the page belongs to is marked. */
export function NavigationList({ groups }: { groups: NavigationGroup[] }) {
  const pathname = usePathname();
  const items = groups.flatMap((group) => group.items);
  const fitting = findCurrentHref(
    pathname,
    items.flatMap(({ href, alsoCurrentUnder = [] }) => [href, ...alsoCurrentUnder]),
  );
  const current = items.find(
    ({ href, alsoCurrentUnder }) => href === fitting || alsoCurrentUnder?.includes(fitting ?? ""),
  )?.href;
  return (
    <div className="flex flex-col gap-5">
      {groups.map((group) => (
        <div key={group.items[0]?.href}>
          {group.label && <p className="mb-1 px-2.5 text-xs font-medium text-faint">{group.label}</p>}
          <ul className="flex flex-col gap-px">
            {group.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  aria-current={item.href === current ? (pathname === current ? "page" : "true") : undefined}
                  className={joinClasses(
                    "control-height-small flex items-center gap-2.5 rounded-md px-2.5 font-medium transition-colors duration-75 [&_svg]:size-4 [&_svg]:shrink-0",
                    item.href === current
                      ? "bg-accent-soft text-accent-ink"
                      : "text-muted hover:bg-hover hover:text-ink",
                  )}
                >
                  {item.icon}
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.badge}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
