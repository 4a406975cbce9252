import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ForgetPages } from "@/features/audits/components/entry/forget-pages";
import { OidcButton } from "@/features/organizations/components/oidc-button";
import { PublicFrame } from "@/features/organizations/components/public-frame";
import { SignInForm } from "@/features/organizations/components/sign-in-form";
import { readDestination } from "@/features/organizations/destination";
import { findOidcProvider } from "@/features/organizations/oidc-provider";
import { ClientMessages } from "@/i18n/client-messages";
import { findCurrentUser } from "@/server/session";
import { Callout } from "@/ui/callout";
import { Stack } from "@/ui/stack";

/** next-auth names where to go by a whole address; only its path may count. */
function pathOf(address: string | string[] | undefined): string | undefined {
  return typeof address === "string" && URL.canParse(address) ? new URL(address).pathname : undefined;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("signIn.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { to, changed, error, callbackUrl } = await searchParams;
  const destination = readDestination(to ?? pathOf(callbackUrl));
  const provider = findOidcProvider()?.name;
  if (await findCurrentUser()) redirect(destination);
  const t = await getTranslations("account");
  return (
    <PublicFrame title={t("signIn.title")} lead={t("signIn.lead")}>
      <ForgetPages />
      <ClientMessages namespaces={["account"]}>
        <Stack gap="medium">
          {changed !== undefined && (
            <Callout tone="done" role="status">
              {t("signIn.passwordChanged")}
            </Callout>
          )}
          {error !== undefined && (
            <Callout tone="danger" role="alert">
              {error === "AccessDenied"
                ? t("signIn.denied")
                : t("signIn.providerFailed", { name: provider ?? "" })}
            </Callout>
          )}
          <SignInForm destination={destination} />
          {provider && (
            <>
              <p className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                {t("signIn.or")}
              </p>
              <OidcButton destination={destination} label={t("signIn.with", { name: provider })} />
            </>
          )}
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
