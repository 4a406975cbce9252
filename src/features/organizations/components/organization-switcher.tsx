import { Check, ChevronsUpDown } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { MemberRole } from "@/generated/prisma/enums";
import { Menu, MenuHeading, MenuLink } from "@/ui/menu";

export type SwitchableOrganization = { slug: string; name: string; role: MemberRole };

/** Names the organization on screen and leads to the user's others; a plain name for whoever has only one. */
export async function OrganizationSwitcher({
  current,
  organizations,
}: {
  current: SwitchableOrganization;
  organizations: SwitchableOrganization[];
}) {
  const t = await getTranslations("navigation");
  const label = (
    <span className="min-w-0 flex-1 text-left">
      <span className="block truncate font-medium text-ink">{current.name}</span>{" "}
      <span className="block truncate text-sm text-muted">{t(`role.${current.role}`)}</span>
    </span>
  );
  if (organizations.length < 2) {
    return <div className="rounded-lg border border-line bg-canvas px-3 py-1.5">{label}</div>;
  }
  return (
    <Menu
      // Begins with what it is for and contains all that can be seen: voice control finds the button by either.
      label={t("organization.switch", { name: `${current.name} ${t(`role.${current.role}`)}` })}
      align="start"
      triggerClassName="flex w-full items-center gap-2 rounded-lg border border-line bg-canvas px-3 py-1.5 transition-colors hover:border-line-strong hover:bg-hover"
      trigger={
        <>
          {label}
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </>
      }
    >
      <MenuHeading>{t("organization.heading")}</MenuHeading>
      {organizations.map((organization) => (
        <MenuLink
          key={organization.slug}
          href={`/o/${organization.slug}`}
          current={organization.slug === current.slug}
          icon={
            <Check aria-hidden className={organization.slug === current.slug ? undefined : "invisible"} />
          }
        >
          {organization.name}
        </MenuLink>
      ))}
    </Menu>
  );
}
