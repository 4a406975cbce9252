import { expect, test } from "vitest";
import { deleteCustomer } from "@/features/people/commands/delete-customer";
import { customerIsUsed, employeeIsUsed, locationIsUsed, teamIsUsed } from "@/features/people/usage-sql";
import { ConflictError } from "@/server/errors";
import { querySql, setUpTestDatabase } from "../../database";
import { createCycle, createRating, createSubject } from "../../factories/evaluations";
import { createCustomer } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

const database = setUpTestDatabase();

const CONDITIONS = {
  locations: locationIsUsed,
  teams: teamIsUsed,
  employees: employeeIsUsed,
  customers: customerIsUsed,
};

test("what points to a place or a person keeps it from being deleted, but for what nobody is told of", async () => {
  const references = await querySql<{ to: keyof typeof CONDITIONS; from: string; column: string }>(
    database.superuserUrl,
    `select confrelid::regclass::text as to, conrelid::regclass::text as from, a.attname as column
       from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where contype = 'f' and confrelid::regclass::text = any($1) and a.attname <> 'organization_id'
      order by 1, 2, 3`,
    [Object.keys(CONDITIONS)],
  );
  const forgotten = references.filter(
    ({ to, from, column }) =>
      !CONDITIONS[to].sql.includes(
        `from ${from} u where u.organization_id = t.organization_id and u.${column} = t.id`,
      ),
  );
  expect([...new Set(forgotten.map(({ from }) => from))]).toEqual(["diary_entries", "peer_feedback"]);
});

test("a customer who was asked to evaluate somebody can be erased, not deleted", async () => {
  const { scope, owner, employee } = await createSmallOrganization();
  const customer = await createCustomer(scope);
  const subject = await createSubject(scope, await createCycle(scope), { employeeId: employee.id });
  await createRating(scope, subject, { group: "customer", status: "approved", customerId: customer.id });
  await expect(deleteCustomer(owner.scope, customer.id)).rejects.toThrow(ConflictError);
});
