import { getTranslations } from "next-intl/server";
import { Callout } from "@/ui/callout";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";
import { RestoreButton } from "./archive-button";
import type { FrameworkBuilderProps } from "./builder/framework-builder";
import { FrameworkReading } from "./framework-reading";
import { FrameworkStatus } from "./framework-status";
import { FrameworkVersions } from "./versions-card";

/** A framework that cannot be changed: it is in the archive, or the reader's role is limited to some locations. */
export async function ReadOnlyFramework({
  framework,
  organization,
  behaviours,
  versions,
  words,
  slug,
  isLimited,
}: FrameworkBuilderProps & { slug: string; isLimited: boolean }) {
  const t = await getTranslations("evaluationFrameworks");
  const isArchived = framework.status === "archived";
  return (
    <>
      <PageHeader
        title={framework.settings.name}
        badge={<FrameworkStatus status={framework.status} />}
        breadcrumbs={[{ label: t("title"), href: `/o/${slug}/evaluation-frameworks` }]}
        actions={isArchived && !isLimited && <RestoreButton frameworkId={framework.id} />}
      />
      <Stack gap="large">
        {isLimited && <Callout>{t("reading.limited")}</Callout>}
        {isArchived && <Callout title={t("restore.note")} />}
        <FrameworkReading
          definition={framework.definition}
          organization={organization}
          behaviours={behaviours}
          words={words}
        />
        <FrameworkVersions frameworkId={framework.id} versions={versions} />
      </Stack>
    </>
  );
}
