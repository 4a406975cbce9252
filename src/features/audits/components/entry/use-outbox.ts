"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { openEntryStore } from "../../entry/entry-store";
import { isKeptCopy, keepPage } from "../../entry/kept-pages";
import { AuditOutbox } from "../../entry/outbox";
import type { OutboxSnapshot } from "../../entry/outbox-types";
import { connectEntry } from "./connection";
import type { EntryView } from "./entry-view";

/** What is entered on this device and its way to the server, going on as long as the page is open. */
export function useOutbox(
  organization: string,
  view: EntryView,
): { outbox: AuditOutbox; snapshot: OutboxSnapshot } {
  const { auditId, memberId, page, sections } = view;
  const [channel] = useState(() => ({ announce: () => {} }));
  const [outbox] = useState(
    () =>
      new AuditOutbox({
        store: openEntryStore(memberId, auditId),
        connection: connectEntry(organization, auditId),
        page,
        photoItems: new Set(
          sections.flatMap((section) =>
            section.items.filter(({ kind }) => kind === "photo").map(({ key }) => key),
          ),
        ),
        isCopy: isKeptCopy,
        announce: () => channel.announce(),
      }),
  );
  const snapshot = useSyncExternalStore(outbox.subscribe, outbox.getSnapshot, outbox.getSnapshot);

  useEffect(() => {
    const others = "BroadcastChannel" in window ? new BroadcastChannel(`audit-entry-${auditId}`) : null;
    channel.announce = () => {
      try {
        others?.postMessage("changed");
      } catch {
        // Closed: the page is gone.
      }
    };
    others?.addEventListener("message", () => void outbox.reload());
    const retry = () => outbox.retry();
    // Put away, the phone may stop the page at any moment; taken out again, the connection may be back.
    const look = () => (document.visibilityState === "hidden" ? void outbox.settle() : outbox.retry());
    window.addEventListener("online", retry);
    document.addEventListener("visibilitychange", look);
    void outbox.start();
    void keepPage(`/o/${organization}/audits/${auditId}/enter`);
    return () => {
      window.removeEventListener("online", retry);
      document.removeEventListener("visibilitychange", look);
      outbox.stop();
      // What is written on the way out is told to a page that is opened meanwhile.
      void outbox.settle().finally(() => {
        others?.close();
      });
    };
  }, [outbox, channel, organization, auditId]);

  return { outbox, snapshot };
}
