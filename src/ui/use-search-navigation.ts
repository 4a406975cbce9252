"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useRef, useTransition } from "react";
import { searchHref } from "./search-href";

/** Changes the parameters in the page's address without leaving the page; `pending` until the new content is there. */
export function useSearchNavigation() {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const [pending, startTransition] = useTransition();
  const underWay = useRef<string | null>(null);

  /** The new address, or null when the changes change nothing. */
  const navigate = (changes: Record<string, string | string[] | null>, mode: "push" | "replace" = "push") => {
    // A second filter chosen before the first has arrived builds on the first.
    const current = new URLSearchParams(pending && underWay.current ? underWay.current : parameters);
    const href = searchHref(pathname, current, changes);
    if (href === searchHref(pathname, current, { page: current.get("page") })) return null;
    underWay.current = href.split("?")[1] ?? "";
    startTransition(() => router[mode](href, { scroll: false }));
    return href;
  };

  return { navigate, pending, parameters };
}
