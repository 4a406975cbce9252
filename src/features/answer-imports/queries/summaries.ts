import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import type { FileFormat } from "../formats";
import type { FileProfile } from "../rules/profile-rows";
import type { AnswerImportSummary, Failure } from "../schema";

export const summarySelect = {
  id: true,
  status: true,
  fileName: true,
  format: true,
  bytes: true,
  createdAt: true,
  startedAt: true,
  finishedAt: true,
  undoneAt: true,
  rowsTotal: true,
  rowsRead: true,
  answersStored: true,
  answersKnown: true,
  noAnswers: true,
  rejected: true,
  failure: true,
  createdByUserId: true,
  apiKeyId: true,
  profile: true,
} satisfies Prisma.AnswerImportSelect;

type Row = Prisma.AnswerImportGetPayload<{ select: typeof summarySelect }>;

/** Rows as lists and pages show them, with the name of the member or program that brought each. */
export async function toSummaries(
  tx: Transaction,
  scope: Scope,
  rows: readonly Row[],
): Promise<AnswerImportSummary[]> {
  const { organizationId } = scope;
  const users = await tx.user.findMany({
    where: {
      id: { in: rows.flatMap((row) => row.createdByUserId ?? []) },
      members: { some: { organizationId } },
    },
    select: { id: true, name: true },
  });
  const keys = await tx.apiKey.findMany({
    where: { organizationId, id: { in: rows.flatMap((row) => row.apiKeyId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map([...users, ...keys].map(({ id, name }) => [id, name]));
  return rows.map(({ createdByUserId, apiKeyId, bytes, format, failure, profile, ...row }) => ({
    ...row,
    bytes: Number(bytes),
    format: format as FileFormat | null,
    failure: failure as Failure | null,
    isTotalEstimated:
      row.status !== "finished" && Boolean((profile as Partial<FileProfile> | null)?.isTotalEstimated),
    createdBy: names.get(createdByUserId ?? "") ?? names.get(apiKeyId ?? "") ?? null,
  }));
}
