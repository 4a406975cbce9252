"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "./button";
import { buttonClasses } from "./button-style";
import { joinClasses } from "./join-classes";
import { Spinner } from "./spinner";
import { useSearchNavigation } from "./use-search-navigation";

type Navigate = (changes: Record<string, string | string[] | null>, mode?: "push" | "replace") => void;

/** Lets a search field inside the bar change the address through the bar. */
export const FilterNavigationContext = createContext<Navigate | null>(null);

export type FilterBarProps = {
  /** What is filtered, for screen readers. */
  label: string;
  /** Selects, comboboxes, dates, a `SearchInput`; their names are the parameters' names. */
  children: ReactNode;
  /** Where no filter is set; shown only when given, that is: when something is filtered. */
  clearHref?: string;
  className?: string;
};

/**
 * Filters that live in the address: each change is a new address, so that a filtered page can be shared, reloaded and
 * left with "back". Parameters that no control carries are kept.
 */
export function FilterBar({ label, children, clearHref, className }: FilterBarProps) {
  const t = useTranslations("ui");
  const form = useRef<HTMLFormElement>(null);
  const { navigate, pending, parameters } = useSearchNavigation();
  const search = parameters.toString();
  const [seen, setSeen] = useState({ search, children });
  const [generation, setGeneration] = useState(0);
  const [ownSearch, setOwnSearch] = useState<string | null>(search);

  // "Back" and links change the address from outside: the controls start again with what the server says, once when
  // the address changes and once more when the content for it arrives after it.
  if (search !== seen.search || children !== seen.children) {
    setSeen({ search, children });
    if (search !== ownSearch) {
      setOwnSearch(null);
      setGeneration(generation + 1);
    }
  }

  const go: Navigate = (changes, mode) => {
    const href = navigate(changes, mode);
    if (href !== null) setOwnSearch(href.split("?")[1] ?? "");
  };
  const latest = useRef(go);
  latest.current = go;

  // Only what was changed goes to the address: a field that loses the focus because the page is being left must not
  // take the others' old values along.
  useEffect(() => {
    const element = form.current;
    const apply = (event: Event) => {
      const name = (event.target as Element).getAttribute("name");
      if (!element || !name) return;
      latest.current({ [name]: new FormData(element).getAll(name).map(String).filter(Boolean) });
    };
    element?.addEventListener("change", apply);
    return () => element?.removeEventListener("change", apply);
  }, []);

  return (
    <FilterNavigationContext value={go}>
      <search aria-label={label}>
        <form
          ref={form}
          method="get"
          aria-busy={pending}
          onSubmit={(event) => event.preventDefault()}
          className={joinClasses("flex flex-wrap items-end gap-x-3 gap-y-3 print:hidden", className)}
        >
          <div key={generation} className="contents">
            {children}
          </div>
          {clearHref && (
            <Link href={clearHref} scroll={false} className={buttonClasses("ghost", "medium", false)}>
              {t("filter.clear")}
            </Link>
          )}
          <noscript>
            <Button type="submit">{t("action.apply")}</Button>
          </noscript>
          <span role="status" className="inline-flex h-0 items-center self-center text-muted">
            {pending && (
              <>
                <Spinner />
                <span className="sr-only">{t("filter.updating")}</span>
              </>
            )}
          </span>
        </form>
      </search>
    </FilterNavigationContext>
  );
}
