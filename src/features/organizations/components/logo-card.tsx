import { getTranslations } from "next-intl/server";
import { removeLogoAction, uploadLogoAction } from "@/features/organizations/actions/organization";
import { ActionForm } from "@/ui/action-form";
import { Card } from "@/ui/card";
import { ConfirmButton } from "@/ui/confirm-button";
import { Field } from "@/ui/field";
import { FileInput } from "@/ui/file-input";
import { Row, Stack } from "@/ui/stack";
import { SubmitButton } from "@/ui/submit-button";

/** The logo on respondent pages: the one in use, another one, none. */
export async function LogoCard({ logoUrl, name }: { logoUrl: string | null; name: string }) {
  const t = await getTranslations("organizations.logo");
  return (
    <Card title={t("title")} description={t("description")}>
      <Stack gap="large">
        {logoUrl && (
          <div
            className="w-fit rounded-lg border border-line p-4"
            // The page it will stand on is white.
            style={{ background: "#ffffff" }}
          >
            {/* biome-ignore lint/performance/noImgElement: a data address of a few kilobytes; there is nothing to optimise */}
            <img src={logoUrl} alt={t("current", { name })} className="max-h-15 max-w-50 object-contain" />
          </div>
        )}
        <ActionForm
          action={uploadLogoAction}
          successMessage={t("uploaded")}
          resetOnSuccess
          className="max-w-lg"
        >
          <Field name="logo" label={logoUrl ? t("another") : t("choose")} hint={t("hint")} required>
            <FileInput accept="image/png,image/jpeg,image/webp" />
          </Field>
          <Row>
            <SubmitButton variant="secondary" pendingText={t("uploading")}>
              {t("upload")}
            </SubmitButton>
            {logoUrl && (
              <ConfirmButton
                action={removeLogoAction}
                input={{}}
                confirmTitle={t("removeTitle")}
                consequences={t("removeConsequences")}
                confirmLabel={t("remove")}
                successMessage={t("removed")}
                variant="ghost"
              >
                {t("remove")}
              </ConfirmButton>
            )}
          </Row>
        </ActionForm>
      </Stack>
    </Card>
  );
}
