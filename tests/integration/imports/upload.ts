import iconv from "iconv-lite";
import { mapImport } from "@/features/imports/commands/map-import";
import { runImport } from "@/features/imports/commands/run-import";
import { startImport } from "@/features/imports/commands/start-import";
import { uploadImport } from "@/features/imports/commands/upload-import";
import { getImport } from "@/features/imports/queries/get-import";
import { listRejections } from "@/features/imports/queries/list-rejections";
import type { ImportMapping } from "@/features/imports/schema";
import type { ImportKind } from "@/generated/prisma/enums";
import { InvalidInputError } from "@/server/errors";
import { makeScope, type Scope } from "@/server/scope";
import { createEncounterType, createTouchpoint } from "../../factories/journey";
import { createEmployee } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

export type UploadOptions = {
  kind?: ImportKind;
  encoding?: string;
  addBOM?: boolean;
  /** Changes what was guessed of the columns. */
  mapping?: Partial<ImportMapping>;
};

export function encode(text: string, encoding = "utf-8", addBOM = false): Uint8Array<ArrayBuffer> {
  return new Uint8Array(iconv.encode(text, encoding, { addBOM }));
}

/** `count` good rows of encounters, every `badEvery`th of them without a readable date. */
export function encounterFile(
  cast: Pick<
    Awaited<ReturnType<typeof createSmallOrganization>>,
    "touchpoint" | "employee" | "encounterType"
  >,
  prefix: string,
  count: number,
  badEvery = 0,
): string {
  const who = `${cast.touchpoint.name},${cast.employee.name},${cast.encounterType.name}`;
  const rows = Array.from({ length: count }, (_, index) => {
    const date = badEvery > 0 && index % badEvery === 0 ? "eilen" : "2026-11-20 10:00";
    return `${prefix}-${index},${date},${who},customer-${index}@example.test`;
  });
  return ["id,date,touchpoint,employee,type,email", ...rows].join("\n");
}

const FINNISH_HEADER =
  "Tunniste;Päivämäärä;Kosketuspiste;Työntekijä;Tyyppi;Kanava;Asiakas;Sähköposti;Kieli;Segmentti;Suostumus";

/** A file of encounters as a Finnish spreadsheet writes it. */
export const finnishFile = (...rows: string[]) => `${[FINNISH_HEADER, ...rows].join("\n")}\n`;

/** The fields of the input error a call ends in, or whatever else it comes to. */
export async function fieldsOf(promise: Promise<unknown>): Promise<unknown> {
  const error = await promise.catch((reason: unknown) => reason);
  return error instanceof InvalidInputError ? error.fields : error;
}

/** Uploads a file and maps it as the page would: what was guessed, with the given changes. */
export async function upload(scope: Scope, text: string, options: UploadOptions = {}): Promise<string> {
  const { kind = "encounters", encoding, addBOM, mapping } = options;
  const { id } = await uploadImport(scope, {
    kind,
    fileName: "file.csv",
    bytes: encode(text, encoding, addBOM),
  });
  const guessed = (await getImport(scope, id)).mapping;
  await mapImport(scope, id, { ...guessed, ...mapping });
  return id;
}

/** Uploads, starts and carries out an import, as the worker would. */
export async function importFile(scope: Scope, text: string, options: UploadOptions = {}) {
  const id = await upload(scope, text, options);
  await startImport(scope, id);
  await runImport(workerScope(scope), id);
  const done = await getImport(scope, id);
  const rejections = (await listRejections(scope, id, 1)).rows;
  return {
    id,
    counts: [done.rowsStored, done.rowsUnchanged, done.rowsRejected],
    rejections: rejections.map(({ line, column, value, reason }) => [line, column, value, reason]),
    import: done,
  };
}

/** What `memberJobScope` makes of a member. */
export function workerScope(scope: Scope): Scope {
  return makeScope({ ...scope, actor: "job" });
}

/** A small organization whose touchpoint, type and employee have names that files can use. */
export async function createNamedOrganization() {
  const small = await createSmallOrganization();
  const { scope } = small;
  const touchpoint = await createTouchpoint(scope, { name: "Kassa", channel: "in_person" });
  const chat = await createTouchpoint(scope, { name: "Chat-palvelu", channel: "chat" });
  const type = await createEncounterType(scope, { name: "Asiointi" });
  const aino = await createEmployee(scope, {
    name: "Åino Mäkelä",
    email: "aino@example.test",
    externalReference: "E-17",
    locationId: small.location.id,
    teamId: small.team.id,
  });
  return { ...small, kassa: touchpoint, chat, type, aino };
}
