import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "@/features/organizations/components/public-frame";
import { SignInForm } from "@/features/organizations/components/sign-in-form";
import { readDestination } from "@/features/organizations/destination";
import { ClientMessages } from "@/i18n/client-messages";
import { findCurrentUser } from "@/server/session";
import { Callout } from "@/ui/callout";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("signIn.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { to, changed } = await searchParams;
  const destination = readDestination(to);
  if (await findCurrentUser()) redirect(destination);
  const t = await getTranslations("account");
  return (
    <PublicFrame title={t("signIn.title")} lead={t("signIn.lead")}>
      <ClientMessages namespaces={["account"]}>
        <Stack gap="medium">
          {changed !== undefined && (
            <Callout tone="done" role="status">
              {t("signIn.passwordChanged")}
            </Callout>
          )}
          <SignInForm destination={destination} />
          <p className="text-center">
            <Link href="/forgot-password" className="text-link">
              {t("signIn.forgot")}
            </Link>
          </p>
        </Stack>
      </ClientMessages>
    </PublicFrame>
  );
}
