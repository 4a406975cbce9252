import "server-only";
import { scoreForm } from "@/features/audit-forms/rules";
import { type AuditAnswerValue, type AuditFormDefinition, NO_ANSWER } from "@/features/audit-forms/schema";
import type { AuditScore } from "@/metrics/audit-score";
import { type Transaction, withScope } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import type { EntryScore, SaveAuditAnswersInput, SavedAnswers } from "../entry-schema";
import { readAudit } from "../queries/read-audit";
import { findItem, isSameAnswer, normalizeAnswer } from "../rules";
import { keepScore } from "./keep-score";
import { lockWritableAudit } from "./lock-own-audit";

/**
 * Saves answers as a device has them. A change that starts from an older revision than the stored one and says something
 * else is a conflict: it is given back with what is stored, and not written; the rest is. Of several changes of an item the
 * last one counts. A cleared answer keeps its row, so that revisions never begin anew. Throws InvalidInputError by item key
 * for an answer that its item cannot have, ConflictError once the audit was submitted.
 */
export async function saveAuditAnswers(
  scope: Scope,
  { auditId, changes }: SaveAuditAnswersInput,
): Promise<SavedAnswers> {
  return withScope(scope, async (tx) => {
    await lockWritableAudit(tx, scope, auditId);
    const audit = await readAudit(tx, scope, auditId);
    const { definition } = audit.form;
    const answers: Record<string, AuditAnswerValue> = { ...audit.answers };
    const saved: SavedAnswers["saved"] = [];
    const conflicts: SavedAnswers["conflicts"] = [];
    const written: { itemId: string; revision: number; value: AuditAnswerValue }[] = [];
    const wrong: Record<string, string> = {};
    for (const [itemKey, change] of new Map(changes.map((change) => [change.itemKey, change]))) {
      const item = findItem(definition, itemKey);
      const itemId = audit.itemIds[itemKey];
      const photos = audit.files.filter((file) => file.itemKey === itemKey).length;
      const value = item ? normalizeAnswer(item, change.value ?? NO_ANSWER, photos) : null;
      if (!value || !itemId) {
        wrong[itemKey] = "auditAnswerUnfit";
        continue;
      }
      const stored = audit.answers[itemKey];
      const revision = stored?.revision ?? 0;
      if (isSameAnswer(stored ?? null, value)) saved.push({ itemKey, revision });
      else if (change.basedOn !== revision) {
        const current = stored && !isSameAnswer(stored, null) ? toValue(stored) : null;
        conflicts.push({ itemKey, revision, value: current, changedAt: stored?.changedAt ?? scope.now });
      } else {
        written.push({ itemId, revision: revision + 1, value });
        answers[itemKey] = value;
        saved.push({ itemKey, revision: revision + 1 });
      }
    }
    if (Object.keys(wrong).length > 0) throw new InvalidInputError(wrong);
    for (const answer of written) await writeAnswer(tx, scope, auditId, answer);
    const score =
      written.length > 0
        ? await keepScore(tx, scope, { id: auditId, definition, itemIds: audit.itemIds, answers })
        : scoreForm(definition, answers);
    return { saved, conflicts, score: toEntryScore(definition, score) };
  });
}

/** Writes one answer of an audit whose row is locked. */
export async function writeAnswer(
  tx: Transaction,
  scope: Scope,
  auditId: string,
  { itemId, revision, value }: { itemId: string; revision: number; value: AuditAnswerValue },
): Promise<void> {
  const { organizationId } = scope;
  const data = { ...toValue(value), revision, changedAt: scope.now };
  await tx.auditAnswer.upsert({
    where: { organizationId_auditId_itemId: { organizationId, auditId, itemId } },
    create: { organizationId, auditId, itemId, ...data },
    // Points are worked out anew by keepScore; until then the check of the table must hold.
    update: { ...data, ...(value.isNotApplicable ? { earned: null, possible: null } : {}) },
    select: { itemId: true },
  });
}

function toValue({ isNotApplicable, number, optionKeys, text, comment }: AuditAnswerValue): AuditAnswerValue {
  return { isNotApplicable, number, optionKeys, text, comment };
}

/** The score as devices get it: sections by key. */
function toEntryScore(definition: AuditFormDefinition, score: AuditScore): EntryScore {
  return {
    score: score.score,
    isFailed: score.isFailed,
    sections: Object.fromEntries(
      definition.sections.map((section, position) => [section.key, score.sections[position] ?? null]),
    ),
  };
}
