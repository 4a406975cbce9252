import "server-only";
import type { Consent } from "@/generated/prisma/enums";
import type { Transaction } from "@/server/database";
import { ConflictError, NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";

type FoundCustomer = {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  externalReference: string | null;
  consent: Consent;
  archivedAt: Date | null;
  erasedAt: Date | null;
};

/** A customer of the organization, archived or erased or not, inside a transaction; throws NotFoundError. */
export async function getCustomer(tx: Transaction, scope: Scope, customerId: string): Promise<FoundCustomer> {
  const customer = await tx.customer.findUnique({
    where: key(scope, customerId),
    select: {
      id: true,
      name: true,
      email: true,
      phone: true,
      externalReference: true,
      consent: true,
      archivedAt: true,
      erasedAt: true,
    },
  });
  if (!customer) throw new NotFoundError();
  return customer;
}

/** A customer about to be changed; an erased person stays as it is (ConflictError). */
export async function getChangeableCustomer(
  tx: Transaction,
  scope: Scope,
  customerId: string,
): Promise<FoundCustomer> {
  // Locked: a change that waits for an erasure must not write the person's details back.
  await tx.$queryRaw`
    select 1 from customers
     where organization_id = ${scope.organizationId}::uuid and id = ${customerId}::uuid for no key update`;
  const customer = await getCustomer(tx, scope, customerId);
  if (customer.erasedAt) throw new ConflictError("erasedStays");
  return customer;
}
