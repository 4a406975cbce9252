import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { CheckPanel } from "@/features/answer-imports/components/check-panel";
import { ColumnsPanel } from "@/features/answer-imports/components/columns-panel";
import { ProgressPanel } from "@/features/answer-imports/components/progress-panel";
import { ResultPanel } from "@/features/answer-imports/components/result-panel";
import { UnfinishedPanel } from "@/features/answer-imports/components/unfinished-panel";
import { getAnswerImport } from "@/features/answer-imports/queries/get-answer-import";
import { answerImportListInput } from "@/features/answer-imports/schema";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { type ImportStep, ImportSteps } from "@/features/imports/components/import-steps";
import { ClientMessages } from "@/i18n/client-messages";
import { orNotFound, requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { PageHeader } from "@/ui/page-header";
import { SkeletonTable } from "@/ui/skeleton";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("answerImports"))("title") };
}

export default async function AnswerImportPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/imports/answers/[id]">) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "encounters.import");
  if (scope.locationIds !== null) notFound();
  const details = await orNotFound(getAnswerImport(scope, id));
  const search = await searchParams;
  const [t, times] = await Promise.all([getTranslations("answerImports"), getTimeTexts(scope.timeZone)]);
  const base = `/o/${organization}`;
  const newHref = `${base}/imports/answers/new`;
  const importHref = `${base}/imports/answers/${id}`;
  const { status, createdBy } = details;
  const isRunning = status === "running" || status === "undoing";
  const isChecking = status === "uploaded" && search.step === "check";
  const step: ImportStep =
    status === "uploading" ? "file" : status !== "uploaded" ? "result" : isChecking ? "check" : "columns";
  const panel = { scope, import: details, importHref, newHref };

  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: newHref }]}
        title={<span className="break-all">{details.fileName}</span>}
        description={[createdBy, times.moment(details.createdAt)].filter(Boolean).join(", ")}
      />
      <Stack gap="large">
        <ImportSteps current={step} isRunning={isRunning} importHref={importHref} />
        {status === "uploading" ? (
          <UnfinishedPanel importId={id} newHref={newHref} />
        ) : isRunning ? (
          <ClientMessages>
            <ProgressPanel import={details} />
          </ClientMessages>
        ) : status !== "uploaded" ? (
          <ResultPanel
            scope={scope}
            import={details}
            page={answerImportListInput.parse(search).page}
            base={base}
          />
        ) : isChecking ? (
          <Suspense
            fallback={
              <Card flush title={t("columns.checking")}>
                <SkeletonTable />
              </Card>
            }
          >
            <CheckPanel {...panel} />
          </Suspense>
        ) : (
          <ColumnsPanel {...panel} />
        )}
      </Stack>
    </>
  );
}
