import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { SurveyReading } from "@/features/surveys/components/survey-reading";
import { writeVersions } from "@/features/surveys/components/write-versions";
import { getSurveyOrganization, getSurveyVersion } from "@/features/surveys/queries";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import { orNotFound, requireScope } from "@/server/session";
import { Callout } from "@/ui/callout";
import { PageHeader } from "@/ui/page-header";

type Props = PageProps<"/o/[organization]/surveys/[id]/versions/[number]">;

const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("surveys");
  return { title: t("versions.number", { number: (await params).number }) };
}

/** A published version as it was, in every language, with its preview. */
export default async function SurveyVersionPage({ params }: Props) {
  const { organization, id, number: given } = await params;
  const scope = await requireScope(organization, "surveys.manage");
  const number = versionNumber.safeParse(given);
  if (!number.success || !idInput.safeParse(id).success) notFound();
  const version = await orNotFound(getSurveyVersion(scope, id, number.data));
  const { language, languages } = await getSurveyOrganization(scope);
  const [written] = await writeVersions([version], scope.timeZone);
  const t = await getTranslations("surveys");
  const surveys = `/o/${organization}/surveys`;

  return (
    <ClientMessages namespaces={["surveys", "common"]}>
      <PageHeader
        title={t("versions.number", { number: version.number })}
        description={
          version.publishedBy
            ? t("versions.publishedBy", { when: written?.publishedAtText ?? "", name: version.publishedBy })
            : t("versions.published", { when: written?.publishedAtText ?? "" })
        }
        breadcrumbs={[
          { label: t("title"), href: surveys },
          { label: version.surveyName, href: `${surveys}/${id}` },
        ]}
      />
      <Callout className="mb-6">{t("versions.readOnly")}</Callout>
      <SurveyReading
        surveyId={id}
        definition={version.definition}
        version={version.number}
        languages={languages}
        initialLanguage={language}
        behaviours={await listBehaviours(scope, { includeArchived: true })}
      />
    </ClientMessages>
  );
}
