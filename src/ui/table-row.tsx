"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { joinClasses } from "./join-classes";

/** A row of a table; with `href` a press anywhere on it follows the link in its row header. */
export function TableRow({
  href,
  muted,
  role,
  children,
}: {
  href?: string;
  muted: boolean;
  role?: "row";
  children: ReactNode;
}) {
  const router = useRouter();

  const follow = (event: MouseEvent<HTMLTableRowElement>) => {
    if (!href || event.defaultPrevented || event.button !== 0) return;
    const onControl = (event.target as Element).closest("a, button, input, select, label, summary, dialog");
    if (onControl || window.getSelection()?.toString()) return;
    if (event.metaKey || event.ctrlKey) window.open(href, "_blank", "noopener");
    else router.push(href);
  };

  return (
    // The keyboard uses the link in the row header.
    <tr
      role={role}
      onClick={href ? follow : undefined}
      className={joinClasses(
        "transition-colors duration-75 hover:bg-hover",
        href && "cursor-pointer",
        muted && "text-muted",
      )}
    >
      {children}
    </tr>
  );
}
