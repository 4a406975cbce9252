import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/i18n/client-messages";
import { Callout } from "@/ui/callout";
import { LinkButton } from "@/ui/link-button";
import { DiscardButton } from "./discard-button";

/** An upload that never ended, from a page that was closed or on another device. */
export async function UnfinishedPanel({ importId, newHref }: { importId: string; newHref: string }) {
  const t = await getTranslations("answerImports.unfinished");
  return (
    <Callout
      tone="warning"
      title={t("title")}
      actions={
        <ClientMessages namespaces={["answerImports"]}>
          <LinkButton size="small" href={newHref}>
            {t("again")}
          </LinkButton>
          <DiscardButton importId={importId} newHref={newHref} />
        </ClientMessages>
      }
    >
      {t("text")}
    </Callout>
  );
}
