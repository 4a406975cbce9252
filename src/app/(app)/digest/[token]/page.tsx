import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { stopDigestAction } from "@/features/digests/actions";
import { findDigestSubscription } from "@/features/digests/queries/find-digest-subscription";
import { PublicFrame } from "@/features/organizations/components/public-frame";
import { LinkButton } from "@/ui/link-button";
import { Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("digest"))("card.title") };
}

/** Opening the link in a digest stops nothing (mail scanners open links): the button does. Nobody need be signed in. */
export default async function StopDigestPage({ params }: PageProps<"/digest/[token]">) {
  const { token } = await params;
  const t = await getTranslations("digest.unsubscribe");
  const subscription = await findDigestSubscription(token);
  if (!subscription?.wantsDigest) {
    const said = subscription
      ? { title: t("doneTitle"), text: t("done", { organization: subscription.organization }) }
      : { title: t("unknownTitle"), text: t("unknown") };
    return (
      <PublicFrame title={said.title}>
        <Stack gap="medium">
          <p className="text-muted">{said.text}</p>
          <LinkButton href="/account">{t("account")}</LinkButton>
        </Stack>
      </PublicFrame>
    );
  }
  return (
    <PublicFrame title={t("title")}>
      <form action={stopDigestAction} className="flex flex-col gap-4">
        <p className="text-muted">{t("text", { organization: subscription.organization })}</p>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>{t("button")}</SubmitButton>
      </form>
    </PublicFrame>
  );
}
