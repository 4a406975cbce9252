"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import type { DraftSaver } from "../../draft-saver";

/**
 * Saves before a link is followed, and asks when that does not work; the browser itself asks before a tab with unsaved
 * changes is closed.
 */
export function LeaveGuard({ saver }: { saver: DraftSaver }) {
  const t = useTranslations("surveys");
  const router = useRouter();
  const [destination, setDestination] = useState<string | null>(null);

  useEffect(() => {
    const isSaved = () => saver.getSnapshot().state === "saved";
    const warn = (event: BeforeUnloadEvent) => {
      if (!isSaved()) event.preventDefault();
    };
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.("a[href]");
      if (isSaved() || !(link instanceof HTMLAnchorElement) || opensElsewhere(event, link)) return;
      event.preventDefault();
      event.stopPropagation();
      const href = link.pathname + link.search + link.hash;
      void saver.flush().then((saved) => (saved ? router.push(href) : setDestination(href)));
    };
    window.addEventListener("beforeunload", warn);
    document.addEventListener("click", follow, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("click", follow, { capture: true });
    };
  }, [saver, router]);

  return (
    <Dialog
      open={destination !== null}
      onClose={() => setDestination(null)}
      title={t("leave.title")}
      description={t("leave.text")}
      size="small"
      footer={
        <>
          <Button onClick={() => destination !== null && router.push(destination)}>{t("leave.leave")}</Button>
          <Button variant="primary" onClick={() => setDestination(null)}>
            {t("leave.stay")}
          </Button>
        </>
      }
    />
  );
}

/** Links that leave this page as it is: another tab or window, another site, a place on the same page. */
function opensElsewhere(event: MouseEvent, link: HTMLAnchorElement): boolean {
  return (
    event.button !== 0 ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    event.altKey ||
    (link.target !== "" && link.target !== "_self") ||
    link.hasAttribute("download") ||
    link.origin !== window.location.origin ||
    link.pathname + link.search === window.location.pathname + window.location.search
  );
}
