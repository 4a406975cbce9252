import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { compareForms, countChanges } from "@/features/audit-forms/changes";
import { FormChanges } from "@/features/audit-forms/components/comparison/form-changes";
import { VersionChoice } from "@/features/audit-forms/components/comparison/version-choice";
import { getAuditForm } from "@/features/audit-forms/queries/get-audit-form";
import { getAuditFormVersionByNumber } from "@/features/audit-forms/queries/get-audit-form-version-by-number";
import { listAuditFormVersions } from "@/features/audit-forms/queries/list-audit-form-versions";
import { listBehaviours } from "@/features/behaviours/queries/list-behaviours";
import { ClientMessages } from "@/i18n/client-messages";
import { id as idInput } from "@/server/input";
import type { Scope } from "@/server/scope";
import { orNotFound, requireScope } from "@/server/session";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { PageHeader } from "@/ui/page-header";
import { Stack } from "@/ui/stack";

type Props = PageProps<"/o/[organization]/audit-forms/[id]/compare">;

const side = z
  .union([z.literal("draft"), z.coerce.number().int().min(1).max(999_999_999)])
  .optional()
  .catch(undefined);
const searchInput = z.object({ from: side, to: side, shows: z.enum(["changes", "all"]).catch("changes") });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auditForms"))("compare.title") };
}

/** Two versions of a form, or a version and the draft, item by item: what changed, moved, came and went. */
export default async function CompareAuditFormPage({ params, searchParams }: Props) {
  const { organization, id } = await params;
  const scope = await requireScope(organization, "audit-forms.manage");
  if (!idInput.safeParse(id).success) notFound();
  const form = await orNotFound(getAuditForm(scope, id));
  const versions = await listAuditFormVersions(scope, id);
  const search = searchInput.parse(await searchParams);
  const t = await getTranslations("auditForms");
  const newest = versions[0]?.number;
  const to = search.to ?? newest ?? "draft";
  const from = search.from ?? (to === "draft" ? newest : Math.max(1, to - 1)) ?? "draft";
  const before = await readSide(scope, form, from);
  const after = await readSide(scope, form, to);
  const comparison = compareForms(before, after);
  const count = countChanges(comparison);
  const forms = `/o/${organization}/audit-forms`;
  const choices = [
    { value: "draft", label: t("compare.draft") },
    ...versions.map(({ number }) => ({ value: String(number), label: t("versions.number", { number }) })),
  ];
  const shows = search.shows;

  return (
    <ClientMessages namespaces={["auditForms", "common"]}>
      <PageHeader
        title={t("compare.title")}
        breadcrumbs={[
          { label: t("title"), href: forms },
          { label: form.settings.name, href: `${forms}/${id}` },
        ]}
      />
      <Stack gap="large">
        <VersionChoice versions={choices} from={String(from)} to={String(to)} shows={shows} />
        {count === 0 && shows === "changes" ? (
          <Card>
            <EmptyState title={newest === undefined ? t("compare.nothing") : t("compare.same")} />
          </Card>
        ) : (
          <Card title={t("compare.count", { count })}>
            <FormChanges
              comparison={comparison}
              behaviours={await listBehaviours(scope, { includeArchived: true })}
              language={await getLocale()}
              showsUnchanged={shows === "all"}
            />
          </Card>
        )}
      </Stack>
    </ClientMessages>
  );
}

async function readSide(
  scope: Scope,
  form: Awaited<ReturnType<typeof getAuditForm>>,
  which: number | "draft",
) {
  if (which === "draft") return form.definition;
  return (await orNotFound(getAuditFormVersionByNumber(scope, form.id, which))).definition;
}
