"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { leavesPage } from "@/ui/leaves-page";

/**
 * While a file is being sent: asks before a link or the browser's back button is followed, since the upload ends with the
 * page; before the tab is closed the browser asks itself.
 */
export function UploadLeaveGuard({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations("answerImports.leave");
  const router = useRouter();
  const [leave, setLeave] = useState<(() => void) | null>(null);

  useEffect(() => {
    let allowedKey: string | null = null;
    const closeTab = (event: BeforeUnloadEvent) => event.preventDefault();
    const followLink = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest?.("a[href]");
      if (!(link instanceof HTMLAnchorElement) || !leavesPage(event, link)) return;
      event.preventDefault();
      event.stopPropagation();
      const href = link.pathname + link.search + link.hash;
      setLeave(() => () => router.push(href));
    };
    const goBack = (event: NavigateEvent) => {
      const { key } = event.destination;
      if (event.navigationType !== "traverse" || !event.cancelable || key === allowedKey) return;
      event.preventDefault();
      setLeave(() => () => {
        allowedKey = key;
        window.navigation.traverseTo(key);
      });
    };
    const navigation = "navigation" in window ? window.navigation : null;
    window.addEventListener("beforeunload", closeTab);
    document.addEventListener("click", followLink, { capture: true });
    navigation?.addEventListener("navigate", goBack);
    return () => {
      window.removeEventListener("beforeunload", closeTab);
      document.removeEventListener("click", followLink, { capture: true });
      navigation?.removeEventListener("navigate", goBack);
    };
  }, [router]);

  return (
    <Dialog
      open={leave !== null}
      onClose={() => setLeave(null)}
      title={t("title")}
      description={t("text")}
      size="small"
      footer={
        <>
          <Button
            onClick={() => {
              onLeave();
              leave?.();
            }}
          >
            {t("leave")}
          </Button>
          <Button variant="primary" onClick={() => setLeave(null)}>
            {t("stay")}
          </Button>
        </>
      }
    />
  );
}
