import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { ListInput } from "@/server/input";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { escapeWildcards } from "@/server/search-pattern";
import { type AuditFormStatus, auditFormDefinition } from "../schema";

export type AuditFormRow = {
  id: string;
  name: string;
  status: AuditFormStatus;
  /** Of the current version; null while nothing was published. */
  version: { number: number; publishedAt: Date } | null;
  /** Of the draft. */
  sections: number;
  items: number;
  touchpoints: string[];
  encounterTypes: string[];
  /** Programmes that use it, archived ones and drafts among them. */
  programmes: number;
};

/** Forms by name, with what they are bound to and how many programmes use them. */
export async function listAuditFormRows(
  scope: Scope,
  input: ListInput & { isArchived: boolean },
): Promise<Page<AuditFormRow>> {
  const { organizationId } = scope;
  const where: Prisma.AuditFormWhereInput = {
    organizationId,
    archivedAt: input.isArchived ? { not: null } : null,
    name: { contains: escapeWildcards(input.q), mode: "insensitive" },
  };
  return withScope(scope, async (tx) => {
    const total = await tx.auditForm.count({ where });
    const forms = await tx.auditForm.findMany({
      where,
      select: {
        id: true,
        name: true,
        status: true,
        draft: true,
        currentVersionId: true,
        touchpoints: { select: { touchpoint: { select: { name: true } } } },
        encounterTypes: { select: { encounterType: { select: { name: true } } } },
        _count: { select: { programmes: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      ...pageWindow(input.page),
    });
    const versions = await tx.auditFormVersion.findMany({
      where: { organizationId, id: { in: forms.flatMap((form) => form.currentVersionId ?? []) } },
      select: { id: true, number: true, publishedAt: true },
    });
    const versionOf = new Map(versions.map(({ id, ...version }) => [id, version]));
    return {
      total,
      page: input.page,
      pageSize: PAGE_SIZE,
      rows: forms.map((form) => {
        const { sections } = auditFormDefinition.parse(form.draft);
        return {
          id: form.id,
          name: form.name,
          status: form.status,
          version: versionOf.get(form.currentVersionId ?? "") ?? null,
          sections: sections.length,
          items: sections.reduce((sum, section) => sum + section.items.length, 0),
          touchpoints: form.touchpoints.map((bound) => bound.touchpoint.name),
          encounterTypes: form.encounterTypes.map((bound) => bound.encounterType.name),
          programmes: form._count.programmes,
        };
      }),
    };
  });
}
