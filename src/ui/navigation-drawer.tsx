"use client";

import { Menu, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "./button";

/** The navigation on narrow screens: a button in the top bar that opens it over the page. */
export function NavigationDrawer({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const drawer = useRef<HTMLDialogElement>(null);
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever arrives at another page has chosen
  useEffect(() => {
    drawer.current?.close();
  }, [pathname]);

  return (
    <>
      <Button
        variant="ghost"
        iconOnly
        aria-label={t("navigation.open")}
        aria-haspopup="dialog"
        icon={<Menu aria-hidden className="size-5" />}
        onClick={() => drawer.current?.showModal()}
      />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way, built into <dialog> */}
      <dialog
        ref={drawer}
        aria-label={t("navigation.main")}
        onClick={(event) => {
          if (event.target === event.currentTarget) drawer.current?.close();
        }}
        className="fixed inset-y-0 left-0 m-0 h-dvh max-h-dvh! w-72 border-r border-line bg-surface p-0 text-ink shadow-raised transition-transform duration-200 starting:open:-translate-x-full"
      >
        <div className="flex min-h-full flex-col p-3">
          <Button
            variant="ghost"
            iconOnly
            aria-label={t("action.close")}
            icon={<X aria-hidden className="size-5" />}
            onClick={() => drawer.current?.close()}
            className="mb-1 self-end"
          />
          {children}
        </div>
      </dialog>
    </>
  );
}
