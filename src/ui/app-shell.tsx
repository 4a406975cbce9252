import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NavigationDrawer } from "./navigation-drawer";
import { type NavigationGroup, NavigationList } from "./navigation-list";

export type AppShellProps = {
  /** The product's mark; links to `homeHref`. */
  brand: ReactNode;
  homeHref: string;
  navigation: NavigationGroup[];
  organizationSwitcher?: ReactNode;
  userMenu?: ReactNode;
  /** Above the page, across its width: a notice that concerns everything. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page: sidebar on wide screens, top bar and drawer on narrow ones. */
export function AppShell({
  brand,
  homeHref,
  navigation,
  organizationSwitcher,
  userMenu,
  banner,
  children,
}: AppShellProps) {
  const t = useTranslations("ui");
  const home = (
    <Link href={homeHref} className="inline-flex items-center rounded-md px-1.5 py-1.5">
      {brand}
    </Link>
  );

  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-4 py-2.5 font-medium text-on-accent shadow-raised focus:translate-y-0 print:hidden"
      >
        {t("navigation.skip")}
      </a>

      <header className="sticky top-0 z-30 flex items-center gap-2 border-b border-line bg-surface px-2 py-1.5 lg:hidden print:hidden">
        <NavigationDrawer>
          {organizationSwitcher && <div className="mb-4">{organizationSwitcher}</div>}
          <nav aria-label={t("navigation.main")}>
            <NavigationList groups={navigation} />
          </nav>
        </NavigationDrawer>
        <div className="min-w-0 flex-1">{home}</div>
        {userMenu}
      </header>

      <aside className="sticky top-0 hidden h-dvh flex-col border-r border-line bg-surface lg:flex print:hidden">
        <div className="px-3 pt-4 pb-3">{home}</div>
        {organizationSwitcher && <div className="px-3 pb-3">{organizationSwitcher}</div>}
        <nav aria-label={t("navigation.main")} className="min-h-0 flex-1 overflow-y-auto px-3 py-2">
          <NavigationList groups={navigation} />
        </nav>
        {userMenu && <div className="border-t border-line p-3">{userMenu}</div>}
      </aside>

      <div className="min-w-0">
        {banner}
        <main id="content" tabIndex={-1} className="mx-auto max-w-7xl px-4 py-6 outline-none sm:px-8 sm:py-8">
          {children}
        </main>
      </div>
    </div>
  );
}
