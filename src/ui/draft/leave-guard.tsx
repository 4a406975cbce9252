"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../button";
import { Dialog } from "../dialog";
import { isThisPage, leavesPage } from "../leaves-page";

/** As much of a draft's saver as it takes to guard it. */
type Guarded = { getSnapshot: () => { state: string }; flush: () => Promise<boolean> };

/**
 * Saves before a link or the browser's back button is followed, and asks when that does not work; the browser itself asks
 * before a tab with unsaved changes is closed.
 */
export function LeaveGuard({ saver }: { saver: Guarded }) {
  const t = useTranslations("ui");
  const router = useRouter();
  const [leave, setLeave] = useState<(() => void) | null>(null);

  useEffect(() => {
    /** The place in the browser's history that may be gone to, having asked. */
    let allowedKey: string | null = null;
    const isSaved = () => saver.getSnapshot().state === "saved";
    const saveThen = (go: () => void) =>
      void saver.flush().then((saved) => (saved ? go() : setLeave(() => go)));

    const closeTab = (event: BeforeUnloadEvent) => {
      if (!isSaved()) event.preventDefault();
    };
    const followLink = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.("a[href]");
      if (isSaved() || !(link instanceof HTMLAnchorElement) || !leavesPage(event, link)) return;
      event.preventDefault();
      event.stopPropagation();
      const href = link.pathname + link.search + link.hash;
      saveThen(() => router.push(href));
    };
    const goBack = (event: NavigateEvent) => {
      const { key, url } = event.destination;
      const isAllowed = key === allowedKey;
      allowedKey = null;
      if (event.navigationType !== "traverse" || !event.cancelable) return;
      if (isAllowed || isSaved() || isThisPage(new URL(url))) return;
      event.preventDefault();
      saveThen(() => {
        allowedKey = key;
        window.navigation.traverseTo(key);
      });
    };

    // Browsers without it (before 2026) go back unasked; the draft is still sent then, if it is fit to be.
    const navigation = "navigation" in window ? window.navigation : null;
    window.addEventListener("beforeunload", closeTab);
    document.addEventListener("click", followLink, { capture: true });
    navigation?.addEventListener("navigate", goBack);
    return () => {
      window.removeEventListener("beforeunload", closeTab);
      document.removeEventListener("click", followLink, { capture: true });
      navigation?.removeEventListener("navigate", goBack);
    };
  }, [saver, router]);

  return (
    <Dialog
      open={leave !== null}
      onClose={() => setLeave(null)}
      title={t("draft.leave.title")}
      description={t("draft.leave.text")}
      size="small"
      footer={
        <>
          <Button onClick={() => leave?.()}>{t("draft.leave.leave")}</Button>
          <Button variant="primary" onClick={() => setLeave(null)}>
            {t("draft.leave.stay")}
          </Button>
        </>
      }
    />
  );
}
