import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgrammesTable } from "@/features/audit-programmes/components/programmes-table";
import { listProgrammes } from "@/features/audit-programmes/queries/list-programmes";
import { requireScope } from "@/server/session";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Row } from "@/ui/stack";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("title") };
}

export default async function ProgrammesPage({ params }: PageProps<"/o/[organization]/programmes">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "audit-programmes.manage");
  const t = await getTranslations("programmes");
  const canCreate = scope.locationIds === null;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <Row>
            <LinkButton href={`/o/${organization}/assignments`}>{t("mine.title")}</LinkButton>
            {canCreate && (
              <LinkButton
                href={`/o/${organization}/programmes/new`}
                variant="primary"
                icon={<Plus aria-hidden className="size-4" />}
              >
                {t("new.open")}
              </LinkButton>
            )}
          </Row>
        }
      />
      <ProgrammesTable programmes={await listProgrammes(scope)} slug={organization} canCreate={canCreate} />
    </>
  );
}
