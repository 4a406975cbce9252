import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { getTimeTexts } from "@/features/encounters/components/time-texts";
import { CheckPanel } from "@/features/imports/components/check-panel";
import { ColumnsPanel } from "@/features/imports/components/columns-panel";
import { type ImportStep, ImportSteps } from "@/features/imports/components/import-steps";
import { ProgressPanel } from "@/features/imports/components/progress-panel";
import { ResultPanel } from "@/features/imports/components/result-panel";
import { isMapped } from "@/features/imports/fields";
import { getImport } from "@/features/imports/queries/get-import";
import { importPageInput } from "@/features/imports/schema";
import { ClientMessages } from "@/i18n/client-messages";
import { orNotFound, requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { PageHeader } from "@/ui/page-header";
import { SkeletonTable } from "@/ui/skeleton";
import { Stack } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/imports/[id]">) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "encounters.import");
  const details = await orNotFound(getImport(scope, id));
  const search = await searchParams;
  const [t, times] = await Promise.all([getTranslations("imports"), getTimeTexts(scope.timeZone)]);
  const base = `/o/${organization}`;
  const newHref = `${base}/imports/new?kind=${details.kind}`;
  const importHref = `${base}/imports/${id}`;
  const isOver = details.status === "finished" || details.status === "failed";
  const isChecking =
    details.status === "uploaded" && search.step === "check" && isMapped(details.kind, details.mapping);
  const step: ImportStep =
    isOver || details.status === "running" ? "result" : isChecking ? "check" : "columns";
  const panel = { scope, import: details, importHref, newHref };
  const { createdBy } = details;

  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t(`new.title.${details.kind}`), href: newHref }]}
        title={details.fileName}
        description={[createdBy, times.moment(details.createdAt)].filter(Boolean).join(", ")}
      />
      <Stack gap="large">
        <ImportSteps current={step} isRunning={details.status === "running"} importHref={importHref} />
        {isOver ? (
          <ResultPanel scope={scope} import={details} page={importPageInput.parse(search).page} base={base} />
        ) : details.status === "running" ? (
          <ClientMessages>
            <ProgressPanel import={details} />
          </ClientMessages>
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
