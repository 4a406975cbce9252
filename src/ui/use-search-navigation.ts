"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { searchHref } from "./search-href";

/** Changes the parameters in the page's address without leaving the page; `pending` until the new content is there. */
export function useSearchNavigation() {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const [pending, startTransition] = useTransition();

  const navigate = (changes: Record<string, string | string[] | null>, mode: "push" | "replace" = "push") => {
    const current = new URLSearchParams(parameters);
    const href = searchHref(pathname, current, changes);
    const here = searchHref(pathname, current, { page: current.get("page") });
    if (href === here) return null;
    startTransition(() => router[mode](href, { scroll: false }));
    return href;
  };

  return { navigate, pending, parameters, pathname };
}
