import "server-only";
import { auditFormDefinition } from "@/features/audit-forms/schema";
import { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { Scope } from "@/server/scope";
import { findItemResult } from "../../report/list-report-items";
import { countedAudits } from "../../visible-audits-sql";
import type { ExportedItem } from "../schema";

/**
 * The items of published audits with their answers, by audit, in each form's order. Audits the scope may not see are absent.
 */
export async function listExportedItems(
  scope: Scope,
  auditIds: readonly string[],
): Promise<Map<string, ExportedItem[]>> {
  const { organizationId } = scope;
  return withScope(scope, async (tx) => {
    const visible = await tx.$queryRaw<{ id: string }[]>(
      Prisma.sql`select a.id from audits a where a.id = any(${[...auditIds]}::uuid[]) and ${countedAudits(scope)}`,
    );
    const audits = await tx.audit.findMany({
      where: { organizationId, id: { in: visible.map(({ id }) => id) } },
      select: {
        id: true,
        formVersionId: true,
        answers: {
          select: {
            isNotApplicable: true,
            number: true,
            optionKeys: true,
            text: true,
            comment: true,
            earned: true,
            possible: true,
            item: { select: { key: true } },
          },
        },
        files: { where: { appealMessageId: null }, select: { item: { select: { key: true } } } },
      },
    });
    const versions = await tx.auditFormVersion.findMany({
      where: { organizationId, id: { in: [...new Set(audits.map(({ formVersionId }) => formVersionId))] } },
      select: { id: true, definition: true },
    });
    const definitions = new Map(
      versions.map(({ id, definition }) => [id, auditFormDefinition.parse(definition)]),
    );
    return new Map(
      audits.map(({ id, formVersionId, answers, files }) => {
        const byKey = new Map(answers.map(({ item, ...answer }) => [item.key, answer]));
        const sections = definitions.get(formVersionId)?.sections ?? [];
        const items = sections.flatMap((section) =>
          section.items.map((item): ExportedItem => {
            const answer = byKey.get(item.key) ?? null;
            return {
              item,
              sectionKey: section.key,
              sectionTitle: section.title,
              result: findItemResult(item, answer ?? undefined),
              answer,
              photos: files.filter((file) => file.item?.key === item.key).length,
            };
          }),
        );
        return [id, items];
      }),
    );
  });
}
