import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { compareFrameworks, countChanges } from "@/features/evaluation-frameworks/changes";
import { FrameworkChanges } from "@/features/evaluation-frameworks/components/comparison/framework-changes";
import { FrameworkReading } from "@/features/evaluation-frameworks/components/framework-reading";
import { listRaterWords } from "@/features/evaluation-frameworks/components/preview/rater-words";
import { writeVersions } from "@/features/evaluation-frameworks/components/write-versions";
import { getEvaluationFrameworkVersionByNumber } from "@/features/evaluation-frameworks/queries/get-evaluation-framework-version-by-number";
import { getFrameworkOrganization } from "@/features/evaluation-frameworks/queries/get-framework-organization";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { Callout } from "@/ui/callout";
import { Card } from "@/ui/card";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

type Props = PageProps<"/o/[organization]/evaluation-frameworks/[id]/versions/[number]">;

const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("evaluationFrameworks");
  return { title: t("versions.number", { number: (await params).number }) };
}

/** A published version as it was, in every language, to be tried out, and what it changed. */
export default async function EvaluationFrameworkVersionPage({ params }: Props) {
  const { organization, id, number: given } = await params;
  const scope = await requireScope(organization, "evaluation-frameworks.manage");
  const number = versionNumber.safeParse(given);
  if (!number.success || !idInput.safeParse(id).success) notFound();
  const { frameworkName, definition, ...published } = await orNotFound(
    getEvaluationFrameworkVersionByNumber(scope, id, number.data),
  );
  const [written] = await writeVersions([published], scope.timeZone);
  const t = await getTranslations("evaluationFrameworks");
  const frameworks = `/o/${organization}/evaluation-frameworks`;
  const when = written?.publishedAtText ?? "";
  const behaviours = await listBehaviours(scope, { includeArchived: true });
  const earlier =
    published.number > 1
      ? compareFrameworks(
          (await orNotFound(getEvaluationFrameworkVersionByNumber(scope, id, published.number - 1)))
            .definition,
          definition,
        )
      : null;

  return (
    <ClientMessages namespaces={["evaluationFrameworks", "common"]}>
      <PageHeader
        title={t("versions.number", { number: published.number })}
        description={
          published.publishedBy
            ? t("versions.publishedBy", { when, name: published.publishedBy })
            : t("versions.published", { when })
        }
        breadcrumbs={[
          { label: t("title"), href: frameworks },
          { label: frameworkName, href: `${frameworks}/${id}` },
        ]}
      />
      <Stack gap="large">
        <Callout>{t("versions.readOnly")}</Callout>
        {earlier && (
          <Card
            title={t("versions.whatChanged", { count: countChanges(earlier), number: published.number - 1 })}
          >
            {countChanges(earlier) > 0 && (
              <FrameworkChanges comparison={earlier} behaviours={behaviours} language={await getLocale()} />
            )}
          </Card>
        )}
        <FrameworkReading
          definition={definition}
          organization={await getFrameworkOrganization(scope)}
          behaviours={behaviours}
          words={listRaterWords()}
        />
      </Stack>
    </ClientMessages>
  );
}
