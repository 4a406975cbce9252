import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { FrameworksTable } from "@/features/evaluation-frameworks/components/frameworks-table";
import { listEvaluationFrameworkRows } from "@/features/evaluation-frameworks/queries/list-evaluation-framework-rows";
import { listInput } from "@/server/input";
import { requireScope } from "@/server/session";
import { LinkButton } from "@/ui/link-button";
import { PageHeader } from "@/ui/page-header";
import { Pagination } from "@/ui/pagination";
import { searchHref } from "@/ui/search-href";
import { SearchInput } from "@/ui/search-input";
import { Row, Stack } from "@/ui/stack";
import { Tabs } from "@/ui/tabs";

const searchInput = listInput.extend({ state: z.enum(["current", "archived"]).catch("current") });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("evaluationFrameworks"))("title") };
}

export default async function EvaluationFrameworksPage({
  params,
  searchParams,
}: PageProps<"/o/[organization]/evaluation-frameworks">) {
  const { organization } = await params;
  const scope = await requireScope(organization, "evaluation-frameworks.manage");
  const t = await getTranslations("evaluationFrameworks");
  const search = await searchParams;
  const input = searchInput.parse(search);
  const isArchived = input.state === "archived";
  const frameworks = await listEvaluationFrameworkRows(scope, { ...input, isArchived });
  const path = `/o/${organization}/evaluation-frameworks`;
  const canCreate = scope.locationIds === null;

  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          canCreate && (
            <LinkButton href={`${path}/new`} variant="primary" icon={<Plus aria-hidden className="size-4" />}>
              {t("new.open")}
            </LinkButton>
          )
        }
      />
      <Stack gap="large">
        <Tabs
          label={t("title")}
          items={[
            { href: path, label: t("list.current"), current: !isArchived },
            { href: `${path}?state=archived`, label: t("list.archived"), current: isArchived },
          ]}
        />
        <Row>
          <SearchInput label={t("list.search")} />
        </Row>
        <FrameworksTable
          frameworks={frameworks.rows}
          organization={organization}
          timeZone={scope.timeZone}
          isFiltered={input.q !== ""}
          isArchived={isArchived}
          canCreate={canCreate}
        />
        <Pagination
          page={frameworks.page}
          pageSize={frameworks.pageSize}
          total={frameworks.total}
          href={(page) => searchHref(path, search, { page: String(page) })}
        />
      </Stack>
    </>
  );
}
