import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Transaction } from "@/server/database";
import type { Scope } from "@/server/scope";
import { hashToken, makeTokenSeed, raterToken } from "@/server/tokens";

/** A person as a rater: known to the organization by one of the ids, or by the address alone. */
export type RaterPerson = {
  employeeId: string | null;
  memberId: string | null;
  customerId: string | null;
  name: string;
  email: string;
  language: string;
};

/**
 * The rater a person is in a cycle, made when there is none yet: one person, one link. Null when somebody else rates under
 * the same address. The cycle's row is locked by the caller, so that nobody is made twice.
 */
export async function ensureRater(
  tx: Transaction,
  scope: Scope,
  cycleId: string,
  person: RaterPerson,
): Promise<string | null> {
  const { organizationId } = scope;
  const email = person.email.trim().toLowerCase();
  const { employeeId, memberId, customerId } = person;
  const known = await tx.evaluationRater.findMany({
    where: {
      organizationId,
      cycleId,
      OR: [
        { email },
        ...(employeeId ? [{ employeeId }] : []),
        ...(memberId ? [{ memberId }] : []),
        ...(customerId ? [{ customerId }] : []),
      ],
    },
    select: { id: true, employeeId: true, memberId: true, customerId: true },
    orderBy: { id: "asc" },
  });
  const same = known.find(
    (rater) =>
      (employeeId !== null && rater.employeeId === employeeId) ||
      (memberId !== null && rater.memberId === memberId) ||
      (customerId !== null && rater.customerId === customerId),
  );
  if (same) return same.id;
  const [ofAddress] = known;
  if (ofAddress) {
    const isNobodyElse = !employeeId && !memberId && !ofAddress.employeeId && !ofAddress.memberId;
    return isNobodyElse && (!customerId || !ofAddress.customerId) ? ofAddress.id : null;
  }
  const id = uuidv7();
  const tokenSeed = makeTokenSeed();
  await tx.evaluationRater.create({
    data: {
      organizationId,
      id,
      cycleId,
      ...person,
      email,
      tokenSeed,
      tokenHash: hashToken(raterToken(id, tokenSeed)),
      createdAt: scope.now,
    },
    select: { id: true },
  });
  return id;
}
