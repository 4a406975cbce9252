import { Building2, CircleUser } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Brand } from "@/features/organizations/components/brand";
import { UserMenu } from "@/features/organizations/components/user-menu";
import { ClientMessages } from "@/i18n/client-messages";
import { listMemberships, requireUser } from "@/server/session";
import { AppShell } from "@/ui/app-shell";

/** The frame of the account's pages, which belong to no organization: the sidebar leads back to each. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  const t = await getTranslations();
  const organizations = await listMemberships(user.id);
  return (
    <AppShell
      brand={<Brand />}
      homeHref="/"
      navigation={[
        {
          label: t("navigation.groups.own"),
          items: [{ href: "/account", label: t("account.page.title"), icon: <CircleUser aria-hidden /> }],
        },
        ...(organizations.length > 0
          ? [
              {
                label: t("navigation.groups.organizations"),
                items: organizations.map(({ slug, name }) => ({
                  href: `/o/${slug}`,
                  label: name,
                  icon: <Building2 aria-hidden />,
                })),
              },
            ]
          : []),
      ]}
      userMenu={
        <ClientMessages namespaces={["navigation"]}>
          <UserMenu
            name={user.name}
            email={user.email}
            otherLocale={(await getLocale()) === "fi" ? "en" : "fi"}
          />
        </ClientMessages>
      }
    >
      {children}
    </AppShell>
  );
}
