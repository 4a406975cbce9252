import { getTranslations } from "next-intl/server";
import { switchDigestAction } from "@/features/digests/actions";
import type { DigestSubscriptionRow } from "@/features/digests/queries/list-digest-subscriptions";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { OrganizationProvider } from "@/ui/organization-context";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";
import { Switch } from "@/ui/switch";

/** Which organizations mail the user their weekly digest. Whoever reads no figures has no such card. */
export async function DigestCard({ subscriptions }: { subscriptions: DigestSubscriptionRow[] }) {
  const t = await getTranslations("digest.card");
  if (subscriptions.length === 0) return null;
  return (
    <Card title={t("title")} description={t("description")}>
      <Stack gap="large">
        {subscriptions.map(({ slug, organization, wantsDigest }) => (
          <OrganizationProvider key={slug} slug={slug}>
            <ActionForm key={String(wantsDigest)} action={switchDigestAction} successMessage={t("saved")}>
              <Switch
                name="wantsDigest"
                label={t("switch", { organization })}
                defaultChecked={wantsDigest}
                className="max-w-md"
              />
              <Row>
                <SubmitButton variant="secondary">{t("save")}</SubmitButton>
                <LinkButton href={`/o/${slug}/digest/preview`} variant="ghost">
                  {t("preview")}
                </LinkButton>
              </Row>
            </ActionForm>
          </OrganizationProvider>
        ))}
      </Stack>
    </Card>
  );
}
