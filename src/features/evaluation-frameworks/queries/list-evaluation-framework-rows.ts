import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { withScope } from "@/server/database";
import type { ListInput } from "@/server/input";
import { PAGE_SIZE, type Page, pageWindow } from "@/server/list";
import type { Scope } from "@/server/scope";
import { escapeWildcards } from "@/server/search-pattern";
import { type EvaluationFrameworkStatus, evaluationFrameworkDefinition } from "../schema";

export type EvaluationFrameworkRow = {
  id: string;
  name: string;
  status: EvaluationFrameworkStatus;
  /** Of the current version; null while nothing was published. */
  version: { number: number; publishedAt: Date } | null;
  /** Of the draft. */
  competencies: number;
  items: number;
  questions: number;
  /** Cycles held or prepared with it. */
  cycles: number;
};

/** Frameworks by name, with what is in them and how many cycles use them. */
export async function listEvaluationFrameworkRows(
  scope: Scope,
  input: ListInput & { isArchived: boolean },
): Promise<Page<EvaluationFrameworkRow>> {
  const { organizationId } = scope;
  const where: Prisma.EvaluationFrameworkWhereInput = {
    organizationId,
    archivedAt: input.isArchived ? { not: null } : null,
    name: { contains: escapeWildcards(input.q), mode: "insensitive" },
  };
  return withScope(scope, async (tx) => {
    const total = await tx.evaluationFramework.count({ where });
    const frameworks = await tx.evaluationFramework.findMany({
      where,
      select: {
        id: true,
        name: true,
        status: true,
        draft: true,
        currentVersionId: true,
        _count: { select: { cycles: true } },
      },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      ...pageWindow(input.page),
    });
    const versions = await tx.evaluationFrameworkVersion.findMany({
      where: {
        organizationId,
        id: { in: frameworks.flatMap((framework) => framework.currentVersionId ?? []) },
      },
      select: { id: true, number: true, publishedAt: true },
    });
    const versionOf = new Map(versions.map(({ id, ...version }) => [id, version]));
    return {
      total,
      page: input.page,
      pageSize: PAGE_SIZE,
      rows: frameworks.map((framework) => {
        const { competencies, questions } = evaluationFrameworkDefinition.parse(framework.draft);
        return {
          id: framework.id,
          name: framework.name,
          status: framework.status,
          version: versionOf.get(framework.currentVersionId ?? "") ?? null,
          competencies: competencies.length,
          items: competencies.reduce((sum, competency) => sum + competency.items.length, 0),
          questions: questions.length,
          cycles: framework._count.cycles,
        };
      }),
    };
  });
}
