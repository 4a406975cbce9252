import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { formatDays } from "@/features/dashboards/format-day";
import { lastDayOf } from "@/features/dashboards/periods";
import { previewDigest } from "@/features/digests/digest-preview";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

type Props = PageProps<"/o/[organization]/digest/preview">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("digest"))("preview.title") };
}

/** What the weekly digest looks like, before the first one comes. */
export default async function DigestPreviewPage({ params }: Props) {
  const { organization } = await params;
  const scope = await requireScope(organization, "dashboards.read");
  const t = await getTranslations("digest.preview");
  const { week, mail } = await previewDigest(scope);
  const period = formatDays(week.firstDay, lastDayOf(week), await getLocale());
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description", { period })}
        actions={<LinkButton href="/account">{t("settings")}</LinkButton>}
      />
      <Stack gap="large" className="max-w-2xl">
        {mail ? (
          <Card flush>
            <p className="border-line border-b px-4 py-3 text-sm sm:px-5">
              <span className="text-muted">{t("subject")}</span>{" "}
              <span className="font-medium text-ink">{mail.subject}</span>
            </p>
            <iframe title={t("frame")} srcDoc={mail.html} className="block h-[96rem] w-full border-0" />
          </Card>
        ) : (
          <EmptyState icon={<Mail aria-hidden />} title={t("nothing")}>
            {t("nothingText")}
          </EmptyState>
        )}
      </Stack>
    </>
  );
}
