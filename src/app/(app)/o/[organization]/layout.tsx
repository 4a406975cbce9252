import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale } from "next-intl/server";
import { Brand } from "@/features/organizations/components/brand";
import { OrganizationSwitcher } from "@/features/organizations/components/organization-switcher";
import { UserMenu } from "@/features/organizations/components/user-menu";
import { listNavigation } from "@/features/organizations/navigation";
import { ClientMessages } from "@/i18n/client-messages";
import { listMemberships, requireUser } from "@/server/session";
import { AppShell } from "@/ui/app-shell";
import { OrganizationProvider } from "@/ui/organization-context";

export async function generateMetadata({ params }: LayoutProps<"/o/[organization]">): Promise<Metadata> {
  const { organization: slug } = await params;
  const user = await requireUser();
  const current = (await listMemberships(user.id)).find((organization) => organization.slug === slug);
  return {
    title: { default: current?.name ?? "Lastmetre", template: `%s · ${current?.name ?? "Lastmetre"}` },
  };
}

/** The frame around an organization's pages. It hides what a role cannot open; each page checks for itself. */
export default async function OrganizationLayout({ params, children }: LayoutProps<"/o/[organization]">) {
  const { organization: slug } = await params;
  const user = await requireUser();
  const organizations = await listMemberships(user.id);
  const current = organizations.find((organization) => organization.slug === slug);
  if (!current) notFound();
  return (
    <OrganizationProvider slug={slug}>
      <AppShell
        brand={<Brand />}
        homeHref={`/o/${slug}`}
        navigation={await listNavigation(slug, current.role)}
        organizationSwitcher={<OrganizationSwitcher current={current} organizations={organizations} />}
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
    </OrganizationProvider>
  );
}
