import "server-only";
import { z } from "zod";
import { withScope } from "@/server/database";
import { NotFoundError } from "@/server/errors";
import { key, type Scope } from "@/server/scope";
import type { CustomerPage } from "../schema";
import { findSuppressions } from "./find-suppressions";

/** All that the page of one customer shows of the person; throws NotFoundError. */
export async function getCustomerPage(scope: Scope, customerId: string): Promise<CustomerPage> {
  // Out of an address anything can come.
  if (!z.uuid().safeParse(customerId).success) throw new NotFoundError();
  return withScope(scope, async (tx) => {
    const customer = await tx.customer.findUnique({
      where: key(scope, customerId),
      select: {
        id: true,
        name: true,
        email: true,
        phone: true,
        externalReference: true,
        language: true,
        segment: true,
        consent: true,
        createdAt: true,
        archivedAt: true,
        erasedAt: true,
        _count: { select: { encounters: true, invitations: true } },
      },
    });
    if (!customer) throw new NotFoundError();
    const { archivedAt, _count, ...rest } = customer;
    const suppressions = customer.email ? await findSuppressions(tx, scope, [customer.email]) : null;
    return {
      ...rest,
      isArchived: archivedAt !== null,
      isUsed: _count.encounters + _count.invitations > 0,
      suppression: suppressions?.get(customer.email ?? "") ?? null,
    };
  });
}
