import "server-only";
import { scoreForm, scoreItem } from "@/features/audit-forms/rules";
import type { AuditAnswerValue, AuditFormDefinition } from "@/features/audit-forms/schema";
import type { AuditScore } from "@/metrics/audit-score";
import type { Transaction } from "@/server/database";
import { key, type Scope } from "@/server/scope";

/**
 * Works the score of an audit out of its answers and stores it: the audit's own, its sections', each answer's points.
 * To be called in the transaction of every change of an answer, with the audit's row locked. Empty answers: score null.
 */
export async function keepScore(
  tx: Transaction,
  scope: Scope,
  audit: {
    id: string;
    definition: AuditFormDefinition;
    itemIds: Readonly<Record<string, string>>;
    /** All answers of the audit by item key, as they are stored now. */
    answers: Readonly<Record<string, AuditAnswerValue>>;
  },
): Promise<AuditScore> {
  const { organizationId } = scope;
  const { definition, answers, itemIds } = audit;
  const score = scoreForm(definition, answers);
  await tx.audit.update({
    where: key(scope, audit.id),
    data: { score: score.score, isFailed: score.isFailed },
    select: { id: true },
  });
  await tx.auditSectionScore.deleteMany({ where: { organizationId, auditId: audit.id } });
  await tx.auditSectionScore.createMany({
    data: definition.sections.map((section, position) => ({
      organizationId,
      auditId: audit.id,
      sectionKey: section.key,
      position,
      weight: section.weight,
      score: score.sections[position] ?? null,
    })),
  });
  const points = definition.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      const answer = answers[item.key];
      const itemId = itemIds[item.key];
      if (!answer || !itemId) return [];
      const { earned = null, possible = null } = scoreItem(item, answer) ?? {};
      return [{ itemId, earned, possible }];
    }),
  );
  await tx.$executeRaw`
    update audit_answers a set earned = p.earned, possible = p.possible
      from unnest(${points.map((point) => point.itemId)}::uuid[], ${points.map((point) => point.earned)}::float8[],
                  ${points.map((point) => point.possible)}::float8[]) as p (item_id, earned, possible)
     where a.organization_id = ${organizationId}::uuid and a.audit_id = ${audit.id}::uuid and a.item_id = p.item_id
       and (a.earned, a.possible) is distinct from (p.earned, p.possible)`;
  return score;
}
