import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { DigestCard } from "@/features/digests/components/digest-card";
import { listDigestSubscriptions } from "@/features/digests/queries/list-digest-subscriptions";
import { PasswordCard } from "@/features/organizations/components/password-card";
import { ProfileCard } from "@/features/organizations/components/profile-card";
import { SessionsCard } from "@/features/organizations/components/sessions-card";
import { getAccount } from "@/features/organizations/queries/get-account";
import { listSessions } from "@/features/organizations/queries/list-sessions";
import { listMemberships, requireUser } from "@/server/session";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";
import { ThemeToggle } from "@/ui/theme-toggle";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("page.title") };
}

export default async function AccountPage() {
  const user = await requireUser();
  const t = await getTranslations("account");
  const { hasPassword } = await getAccount(user.id);
  const theme = (await cookies()).get("theme")?.value;
  return (
    <>
      <PageHeader title={t("page.title")} />
      <Stack gap="large" className="max-w-3xl">
        {(await listMemberships(user.id)).length === 0 && <Callout>{t("page.noOrganizations")}</Callout>}
        <ProfileCard user={user} />
        <DigestCard subscriptions={await listDigestSubscriptions(user.id)} />
        <PasswordCard hasPassword={hasPassword} />
        <SessionsCard sessions={await listSessions(user.id, user.sessionId)} />
        <Card title={t("appearance.title")} description={t("appearance.description")}>
          <ThemeToggle value={theme === "light" || theme === "dark" ? theme : "system"} />
        </Card>
      </Stack>
    </>
  );
}
