import "server-only";
import { auditFormDefinition } from "@/features/audit-forms/schema";
import { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import { auditHeadSelect } from "../audit-head-select";
import type { AuditDetails } from "../schema";
import { visibleAudits } from "../visible-audits-sql";

/** The audit with its form and answers, for somebody who may see it (`visibleAudits`); else NotFoundError. */
export async function readVisibleAudit(
  tx: Transaction,
  scope: Scope,
  auditId: string,
): Promise<AuditDetails> {
  const visible = await tx.$queryRaw<unknown[]>(
    Prisma.sql`select 1 from audits a where a.id = ${auditId}::uuid and ${visibleAudits(scope)}`,
  );
  if (visible.length === 0) throw new NotFoundError();
  return readAudit(tx, scope, auditId);
}

/** The audit whoever asks; the caller has decided that they may. NotFoundError when the organization has none such. */
export async function readAudit(tx: Transaction, scope: Scope, auditId: string): Promise<AuditDetails> {
  const audit = await tx.audit.findUnique({
    where: key(scope, auditId),
    select: {
      ...auditHeadSelect,
      version: {
        select: {
          id: true,
          number: true,
          definition: true,
          form: { select: { id: true, name: true } },
          items: { select: { id: true, key: true } },
        },
      },
      answers: {
        select: {
          itemId: true,
          isNotApplicable: true,
          number: true,
          optionKeys: true,
          text: true,
          comment: true,
          revision: true,
          changedAt: true,
        },
      },
      sections: {
        select: { sectionKey: true, weight: true, score: true },
        orderBy: { position: "asc" },
      },
      files: {
        select: {
          id: true,
          itemId: true,
          appealMessageId: true,
          contentType: true,
          width: true,
          height: true,
          bytes: true,
        },
        orderBy: { id: "asc" },
      },
    },
  });
  if (!audit) throw new NotFoundError();
  const { version, answers, files, sections, auditor, ...head } = audit;
  const keys = new Map(version.items.map((item) => [item.id, item.key]));
  return {
    ...head,
    auditor: { memberId: auditor.id, name: auditor.user.name },
    form: {
      id: version.id,
      formId: version.form.id,
      formName: version.form.name,
      number: version.number,
      definition: auditFormDefinition.parse(version.definition),
    },
    answers: Object.fromEntries(answers.map(({ itemId, ...answer }) => [keys.get(itemId) as string, answer])),
    itemIds: Object.fromEntries(version.items.map((item) => [item.key, item.id])),
    sections: sections.map(({ sectionKey, weight, score }) => ({ key: sectionKey, weight, score })),
    files: files.map(({ itemId, ...file }) => ({
      ...file,
      itemKey: itemId === null ? null : (keys.get(itemId) ?? null),
    })),
  };
}
