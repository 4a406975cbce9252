import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnswerImportList } from "@/features/answer-imports/components/answer-import-list";
import { UploadPanel } from "@/features/answer-imports/components/upload-panel";
import { listAnswerImports } from "@/features/answer-imports/queries/list-answer-imports";
import { listAnswerMappings } from "@/features/answer-imports/queries/list-answer-mappings";
import { answerImportListInput, newAnswerImportInput } from "@/features/answer-imports/schema";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { ImportSteps } from "@/features/imports/components/import-steps";
import { ClientMessages } from "@/i18n/client-messages";
import { requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { Stack } from "@/ui/stack";
import { ImportTabs } from "../../import-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("answerImports"))("title") };
}

export default async function NewAnswerImportPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/imports/answers/new">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "encounters.import");
  // A file may tell of any place, so who sees only some locations has nothing to do here.
  if (scope.locationIds !== null) notFound();
  const search = await searchParams;
  const { page } = answerImportListInput.parse(search);
  const { mapping } = newAnswerImportInput.parse(search);
  const [imports, savedMappings, times, t] = await Promise.all([
    listAnswerImports(scope, page),
    listAnswerMappings(scope),
    getTimeTexts(scope.timeZone),
    getTranslations("answerImports"),
  ]);
  const base = `/o/${organization}/imports`;

  return (
    <>
      <PageHeader title={t("new.title")} description={t("new.description")} />
      <Stack gap="large">
        <ImportTabs base={base} current="answers" hasAnswers />
        <ImportSteps current="file" />
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Card>
            <ClientMessages namespaces={["answerImports"]}>
              <UploadPanel
                importsHref={`${base}/answers`}
                savedMappings={savedMappings}
                mappingId={mapping}
              />
            </ClientMessages>
          </Card>
          <Card title={t("new.what")} description={t("new.whatText")}>
            <ul className="flex list-disc flex-col gap-2 pl-4">
              <li>{t("new.wide")}</li>
              <li>{t("new.long")}</li>
            </ul>
            <p className="mt-3 text-muted">{t("new.codes")}</p>
            <p className="mt-3 text-muted">{t("new.again")}</p>
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
                href={(number) => `${base}/answers/new?page=${number}`}
              />
            )
          }
        >
          {imports.total > 0 ? (
            <AnswerImportList imports={imports.rows} importsHref={`${base}/answers`} moment={times.moment} />
          ) : (
            <p className="px-4 pb-4 text-muted sm:px-5">{t("new.none")}</p>
          )}
        </Card>
      </Stack>
    </>
  );
}
