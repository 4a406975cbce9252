import { BookOpen } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeyList } from "@/features/api-keys/components/api-key-list";
import { NewApiKey } from "@/features/api-keys/components/new-api-key";
import { listApiKeys } from "@/features/api-keys/queries/list-api-keys";
import { ClientMessages } from "@/i18n/client-messages";
import { getEnv } from "@/server/env";
import { listInput } from "@/server/input";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { CopyButton } from "@/ui/copy-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { searchHref } from "@/ui/search-href";
import { Row, Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api"))("title") };
}

export default async function ApiSettingsPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/settings/api">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "api-keys.manage");
  const search = await searchParams;
  const [keys, t] = await Promise.all([
    listApiKeys(scope, listInput.parse(search).page),
    getTranslations("api"),
  ]);
  const address = `${getEnv().APP_URL}/api/v1`;
  const path = `/o/${organization}/settings/api`;
  return (
    <ClientMessages namespaces={["api"]}>
      <PageHeader title={t("title")} description={t("description")} actions={<NewApiKey />} />
      <Stack gap="large">
        <Card
          title={t("list.title")}
          flush
          footer={
            keys.total > keys.pageSize && (
              <Pagination
                {...keys}
                href={(page) => searchHref(path, search, { page: page > 1 ? String(page) : null })}
              />
            )
          }
        >
          <ApiKeyList keys={keys} timeZone={scope.timeZone} />
        </Card>
        <Card title={t("use.title")}>
          <Stack gap="small">
            <p className="text-muted">{t("use.text")}</p>
            <Row>
              <code className="min-w-0 rounded-md bg-sunken px-3 py-2 break-all">{address}</code>
              <CopyButton text={address} label={t("use.copyAddress")} />
            </Row>
            <p>
              <a href="/api/v1/docs" className="inline-flex items-center gap-2 text-link">
                <BookOpen aria-hidden className="size-4" />
                {t("use.docs")}
              </a>
            </p>
          </Stack>
        </Card>
      </Stack>
    </ClientMessages>
  );
}
