"use client";

import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";

type Remarks = Record<string, string>;
type RemarksState = {
  remarks: Remarks;
  set: (itemKey: string, text: string | null) => void;
  clear: () => void;
};

const RemarksContext = createContext<RemarksState | null>(null);

/**
 * The remarks a reviewer is writing, by item key ("" = the whole visit), until they are sent with the audit. Kept in this
 * browser meanwhile: a closed tab loses none.
 */
export function RemarksProvider({ auditId, children }: { auditId: string; children: ReactNode }) {
  const [remarks, setRemarks] = useState<Remarks>({});
  const name = `audit-remarks:${auditId}`;

  useEffect(() => {
    const kept = readKept(name);
    if (kept) setRemarks((current) => ({ ...kept, ...current }));
  }, [name]);

  const state = useMemo<RemarksState>(() => {
    const keep = (next: Remarks) => {
      try {
        if (Object.keys(next).length > 0) localStorage.setItem(name, JSON.stringify(next));
        else localStorage.removeItem(name);
      } catch {
        // Without a store the remarks live as long as the page.
      }
      return next;
    };
    return {
      remarks,
      set: (itemKey, text) =>
        setRemarks((current) => {
          const { [itemKey]: _, ...others } = current;
          return keep(text === null ? others : { ...others, [itemKey]: text });
        }),
      clear: () => setRemarks(keep({})),
    };
  }, [remarks, name]);

  return <RemarksContext value={state}>{children}</RemarksContext>;
}

function readKept(name: string): Remarks | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    return Object.fromEntries(Object.entries(kept).filter(([, text]) => typeof text === "string"));
  } catch {
    return null;
  }
}

function useRemarksState(): RemarksState {
  const state = use(RemarksContext);
  if (!state) throw new Error("remarks need a RemarksProvider above them");
  return state;
}

/** The remark on an item and its setter; null = none. */
export function useRemark(itemKey: string): [string | null, (text: string | null) => void] {
  const { remarks, set } = useRemarksState();
  return [remarks[itemKey] ?? null, (text) => set(itemKey, text)];
}

/** The remarks with something in them, as they are sent. */
export function useRemarks(): { written: { itemKey: string | null; text: string }[]; clear: () => void } {
  const { remarks, clear } = useRemarksState();
  const written = Object.entries(remarks)
    .map(([itemKey, text]) => ({ itemKey: itemKey || null, text: text.trim() }))
    .filter(({ text }) => text);
  return { written, clear };
}
