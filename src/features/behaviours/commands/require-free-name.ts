import "server-only";
import type { Transaction } from "@/server/database";
import { InvalidInputError } from "@/server/errors";
import type { LocalizedText } from "@/server/input";
import type { Scope } from "@/server/scope";
import { findTakenName } from "./standard-order";

const FIELDS = { fi: "nameFi", sv: "nameSv", en: "nameEn" } as const;

/** Two behaviours of one name cannot be told apart in a list: InvalidInputError at the language that is taken. */
export async function requireFreeName(
  tx: Transaction,
  scope: Scope,
  names: LocalizedText,
  exceptId?: string,
): Promise<void> {
  const taken = await findTakenName(tx, scope, names, exceptId);
  if (taken) throw new InvalidInputError({ [FIELDS[taken]]: "nameTaken" });
}
