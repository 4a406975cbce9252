import "server-only";
import { z } from "zod";
import type { AnswerImportStatus } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import type { Scope } from "@/server/scope";
import { type CreatedThings, createdThings } from "../created-things";
import type { FileFormat } from "../formats";
import { type AnswerMapping, answerMapping, type FileReading, fileReading } from "../mapping";
import type { FileProfile } from "../rules/profile-rows";
import { requireAnswerImports } from "./require-answer-imports";

export type StoredAnswerImport = {
  id: string;
  status: AnswerImportStatus;
  fileName: string;
  size: number;
  format: FileFormat;
  reading: FileReading;
  mapping: AnswerMapping;
  profile: FileProfile;
  created: CreatedThings;
  rowsRead: number;
  createdByUserId: string | null;
  /** It has come from a program. */
  isOfProgram: boolean;
};

const noProfile: FileProfile = {
  header: [],
  sheets: [],
  columns: [],
  rows: 0,
  firstRows: [],
  rowsTotal: 0,
  isTotalEstimated: false,
};

/** An import in one of these states (any, when none are given), as the commands need it. Throws NotFoundError. */
export async function findAnswerImport(
  tx: Transaction,
  scope: Scope,
  importId: string,
  statuses: readonly AnswerImportStatus[] = [],
): Promise<StoredAnswerImport> {
  requireAnswerImports(scope);
  // An address may hold anything.
  if (!z.uuid().safeParse(importId).success) throw new NotFoundError();
  const found = await tx.answerImport.findFirst({
    where: {
      organizationId: scope.organizationId,
      id: importId,
      ...(statuses.length > 0 ? { status: { in: [...statuses] } } : {}),
    },
    select: {
      id: true,
      status: true,
      fileName: true,
      bytes: true,
      format: true,
      reading: true,
      mapping: true,
      profile: true,
      created: true,
      rowsRead: true,
      createdByUserId: true,
      apiKeyId: true,
    },
  });
  if (!found) throw new NotFoundError();
  const { bytes, format, reading, mapping, profile, created, apiKeyId, ...rest } = found;
  return {
    ...rest,
    size: Number(bytes),
    format: (format ?? "csv") as FileFormat,
    reading: fileReading.parse(reading),
    mapping: answerMapping.parse(mapping),
    profile: { ...noProfile, ...(profile as Partial<FileProfile>) },
    created: createdThings.parse(created),
    isOfProgram: apiKeyId !== null,
  };
}
