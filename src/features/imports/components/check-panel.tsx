import { getFormatter, getTranslations } from "next-intl/server";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { ClientMessages } from "@/i18n/client-messages";
import type { Scope } from "@/server/scope";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { LinkButton } from "@/ui/link-button";
import { Columns, Stack } from "@/ui/stack";
import { Stat } from "@/ui/stat";
import { previewImport } from "../queries/preview-import";
import type { ImportDetail } from "../schema";
import { DiscardButton } from "./discard-button";
import { PreviewTable } from "./preview-table";
import { RejectionTable } from "./rejection-table";
import { StartForm } from "./start-form";

/** What the import would do, and the button that makes it do it. Takes as long as trying the whole file does. */
export async function CheckPanel({
  scope,
  import: details,
  importHref,
  newHref,
}: {
  scope: Scope;
  import: ImportDetail;
  importHref: string;
  newHref: string;
}) {
  const preview = await previewImport(scope, details.id);
  const [t, format, times] = await Promise.all([
    getTranslations("imports"),
    getFormatter(),
    getTimeTexts(scope.timeZone),
  ]);
  return (
    <Stack gap="large">
      <Card title={t("check.title")} description={t("check.startNote")}>
        <Columns count={3}>
          <Stat label={t(`check.stored.${details.kind}`)} value={format.number(preview.stored)} />
          <Stat label={t("check.unchanged")} value={format.number(preview.unchanged)} />
          <Stat label={t("check.rejected")} value={format.number(preview.rejected)} />
        </Columns>
      </Card>
      {preview.stored === 0 && (
        <Callout tone="warning" title={t("check.nothing")}>
          {preview.rejected > 0 && t("check.nothingText")}
        </Callout>
      )}
      <ClientMessages namespaces={["imports"]}>
        <StartForm importId={details.id} rows={preview.stored} importHref={importHref}>
          <LinkButton href={importHref}>{t("check.back")}</LinkButton>
          <DiscardButton importId={details.id} newHref={newHref} />
        </StartForm>
      </ClientMessages>
      {preview.rejected > 0 ? (
        <Card
          flush
          title={t("check.rejectionsTitle")}
          description={
            preview.rejected > preview.firstRejections.length &&
            t("check.rejectionsMore", { count: preview.firstRejections.length })
          }
        >
          <RejectionTable rejections={preview.firstRejections} caption={t("check.rejectionsTitle")} />
        </Card>
      ) : (
        <Callout tone="done">{t("check.allGood")}</Callout>
      )}
      <Card flush title={t("check.rowsTitle")}>
        <PreviewTable
          kind={details.kind}
          mapping={details.mapping}
          rows={preview.firstRows}
          moment={times.moment}
        />
      </Card>
    </Stack>
  );
}
