"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import type { ServerAction } from "@/server/action-result";
import { callAction } from "./call-action";
import { type ComboboxOption, filterOptions } from "./combobox-options";
import { useOrganizationSlug } from "./organization-context";

export type ComboboxSearch = ServerAction<{ query: string }, ComboboxOption[]>;

const pauseBeforeAsking = 180;

/** `problem`: why nothing could be asked, null when it could; empty when nobody said why. */
type Found = { query: string; options: ComboboxOption[]; problem: string | null };

/** The options for what is typed: filtered here, or asked from the server after a short pause. */
export function useComboboxOptions(
  local: ComboboxOption[] | undefined,
  search: ComboboxSearch | undefined,
  query: string,
  open: boolean,
) {
  const organization = useOrganizationSlug();
  const [found, setFound] = useState<Found | null>(null);
  const newest = useRef("");

  useEffect(() => {
    if (!search || !open) return;
    newest.current = query;
    const timer = setTimeout(
      async () => {
        const result = await callAction(() => search(organization, { query }));
        // An answer to what was typed before must not overwrite the answer to what is typed now.
        if (newest.current !== query) return;
        setFound(
          result.ok
            ? { query, options: result.data, problem: null }
            : { query, options: [], problem: result.message ?? "" },
        );
      },
      query === "" ? 0 : pauseBeforeAsking,
    );
    return () => clearTimeout(timer);
  }, [search, organization, query, open]);

  const filtered = useMemo(() => (local ? filterOptions(local, query) : []), [local, query]);
  if (!search) return { options: filtered, loading: false, problem: null };
  return {
    options: found?.options ?? [],
    loading: open && found?.query !== query,
    problem: found?.query === query ? found.problem : null,
  };
}
