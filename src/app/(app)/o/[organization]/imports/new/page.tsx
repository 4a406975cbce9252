import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { FieldList } from "@/features/imports/components/field-list";
import { ImportList } from "@/features/imports/components/import-list";
import { ImportSteps } from "@/features/imports/components/import-steps";
import { UploadForm } from "@/features/imports/components/upload-form";
import { listImports } from "@/features/imports/queries/list-imports";
import { importPageInput, newImportInput } from "@/features/imports/schema";
import type { ImportKind } from "@/generated/prisma/enums";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { buttonClasses } from "@/ui/button-style";
import { Card } from "@/ui/card";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { Stack } from "@/ui/stack";
import { ImportTabs } from "../import-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function NewImportPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/imports/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "encounters.import");
  const search = await searchParams;
  const { kind } = newImportInput.parse(search);
  const { page } = importPageInput.parse(search);
  const [imports, times, t] = await Promise.all([
    listImports(scope, { kind, page }),
    getTimeTexts(scope.timeZone),
    getTranslations("imports"),
  ]);
  const base = `/o/${organization}/imports`;
  const hrefOf = (one: ImportKind) => `${base}/new?kind=${one}`;

  return (
    <>
      <PageHeader title={t(`new.title.${kind}`)} description={t("new.description")} />
      <Stack gap="large">
        <ImportTabs base={base} current={kind} hasAnswers={scope.locationIds === null} />
        <ImportSteps current="file" />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Card>
            <ClientMessages namespaces={["imports"]}>
              <UploadForm key={kind} kind={kind} importsHref={base} />
            </ClientMessages>
          </Card>
          <Card
            title={t("new.what")}
            description={t(`new.whatText.${kind}`)}
            footer={
              <a
                href={`${base}/example?kind=${kind}`}
                download
                className={buttonClasses("secondary", "small", false)}
              >
                <Download aria-hidden className="size-4" />
                {t("new.example")}
              </a>
            }
          >
            <FieldList kind={kind} />
          </Card>
        </div>
        <Card
          flush
          title={t("new.recent")}
          footer={
            imports.total > imports.pageSize && (
              <Pagination
                page={imports.page}
                pageSize={imports.pageSize}
                total={imports.total}
                href={(number) => `${hrefOf(kind)}&page=${number}`}
              />
            )
          }
        >
          {imports.total > 0 ? (
            <ImportList imports={imports.rows} importsHref={base} moment={times.moment} />
          ) : (
            <p className="px-4 pb-4 text-muted sm:px-5">{t("new.none")}</p>
          )}
        </Card>
      </Stack>
    </>
  );
}
