import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { FrameworkBuilder } from "@/features/evaluation-frameworks/components/builder/framework-builder";
import { listRaterWords } from "@/features/evaluation-frameworks/components/preview/rater-words";
import { ReadOnlyFramework } from "@/features/evaluation-frameworks/components/read-only-framework";
import { writeVersions } from "@/features/evaluation-frameworks/components/write-versions";
import { getEvaluationFramework } from "@/features/evaluation-frameworks/queries/get-evaluation-framework";
import { getFrameworkOrganization } from "@/features/evaluation-frameworks/queries/get-framework-organization";
import { listEvaluationFrameworkVersions } from "@/features/evaluation-frameworks/queries/list-evaluation-framework-versions";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";

type Props = PageProps<"/o/[organization]/evaluation-frameworks/[id]">;

/** The framework of an address, read once for the page and its title. */
const loadFramework = cache(async (organization: string, frameworkId: string) => {
  const scope = await requireScope(organization, "evaluation-frameworks.manage");
  if (!idInput.safeParse(frameworkId).success) notFound();
  return { scope, framework: await orNotFound(getEvaluationFramework(scope, frameworkId)) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const { framework } = await loadFramework(organization, id);
  return { title: framework.settings.name };
}

/** The builder; for managers limited to locations, and for archived frameworks, the same to be read only. */
export default async function EvaluationFrameworkPage({ params }: Props) {
  const { organization, id } = await params;
  const { scope, framework } = await loadFramework(organization, id);
  const facts = {
    framework,
    organization: await getFrameworkOrganization(scope),
    behaviours: await listBehaviours(scope, { includeArchived: true }),
    words: listRaterWords(),
    versions: await writeVersions(await listEvaluationFrameworkVersions(scope, id), scope.timeZone),
  };
  const isLimited = scope.locationIds !== null;

  return (
    <ClientMessages namespaces={["evaluationFrameworks", "common"]}>
      {isLimited || framework.status === "archived" ? (
        <ReadOnlyFramework {...facts} slug={organization} isLimited={isLimited} />
      ) : (
        <FrameworkBuilder {...facts} />
      )}
    </ClientMessages>
  );
}
