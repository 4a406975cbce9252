"use client";

import { CircleUser, Languages, LogOut, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useState } from "react";
import { chooseLanguageAction } from "@/features/organizations/actions/choose-language";
import { signOutAction } from "@/features/organizations/actions/sign-out";
import { Avatar } from "@/ui/avatar";
import { Menu, MenuButton, MenuHeading, MenuLink, MenuSeparator } from "@/ui/menu";
import { applyTheme } from "@/ui/theme-toggle";

/** Whoever is signed in: own account, language, appearance, signing out. */
export function UserMenu({
  name,
  email,
  otherLocale,
}: {
  name: string;
  email: string;
  otherLocale: "fi" | "en";
}) {
  const t = useTranslations("navigation.user");
  const [isDark, setIsDark] = useState(false);

  useEffect(() => {
    const device = window.matchMedia("(prefers-color-scheme: dark)");
    const read = () => {
      const chosen = document.documentElement.dataset.theme;
      setIsDark(chosen ? chosen === "dark" : device.matches);
    };
    read();
    device.addEventListener("change", read);
    return () => device.removeEventListener("change", read);
  }, []);

  return (
    <Menu
      label={t("menu", { name: `${name} ${email}` })}
      align="start"
      triggerClassName="flex items-center gap-2.5 rounded-lg px-1.5 py-1.5 text-left transition-colors hover:bg-hover lg:w-full"
      trigger={
        <>
          <Avatar name={name} />
          <span className="hidden min-w-0 flex-1 lg:block">
            <span className="block truncate font-medium text-ink">{name}</span>{" "}
            <span className="block truncate text-sm text-muted">{email}</span>
          </span>
        </>
      }
    >
      <MenuHeading>
        {t("signedInAs")}
        <span className="block max-w-64 truncate font-medium text-ink">{email}</span>
      </MenuHeading>
      <MenuSeparator />
      <MenuLink href="/account" icon={<CircleUser aria-hidden />}>
        {t("account")}
      </MenuLink>
      <MenuButton
        icon={<Languages aria-hidden />}
        onSelect={() => {
          const data = new FormData();
          data.set("locale", otherLocale);
          startTransition(() => chooseLanguageAction(data));
        }}
      >
        <span lang={otherLocale}>{t("language")}</span>
      </MenuButton>
      <MenuButton
        icon={isDark ? <Sun aria-hidden /> : <Moon aria-hidden />}
        onSelect={() => {
          applyTheme(isDark ? "light" : "dark");
          setIsDark(!isDark);
        }}
      >
        {isDark ? t("lightTheme") : t("darkTheme")}
      </MenuButton>
      <MenuSeparator />
      <MenuButton icon={<LogOut aria-hidden />} onSelect={() => startTransition(() => signOutAction())}>
        {t("signOut")}
      </MenuButton>
    </Menu>
  );
}
