import { beforeAll, describe, expect, test } from "vitest";
import { type Transaction, withScope } from "@/server/database";
import { key } from "@/server/scope";
import { setUpTestDatabase } from "../../database";
import { createCustomer } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";

setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
beforeAll(async () => {
  small = await createSmallOrganization();
});

/** Resolves once it was called by as many as are to meet; afterwards at once. */
function meetingPoint(participants: number) {
  let missing = participants;
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    missing -= 1;
    if (missing <= 0) open();
    return opened;
  };
}

const throughModel = (tx: Transaction, id: string, mark: string) =>
  tx.customer.update({ where: key(small.scope, id), data: { segment: mark }, select: { id: true } });
const throughSql = (tx: Transaction, id: string, mark: string) => tx.$executeRaw`
  update customers set segment = ${mark}
   where organization_id = ${small.scope.organizationId}::uuid and id = ${id}::uuid`;

describe("a transaction that the database gives up for another one", () => {
  test.each([
    ["a model's statement", throughModel],
    ["plain SQL", throughSql],
  ])("is run again: two that wait for each other in %s both end well", async (_name, write) => {
    const [one, other] = [await createCustomer(small.scope), await createCustomer(small.scope)];
    const meet = meetingPoint(2);
    const runs = { forth: 0, back: 0 };
    const crossing = (name: keyof typeof runs, ids: string[]) =>
      withScope(small.scope, async (tx) => {
        runs[name] += 1;
        await write(tx, ids[0] as string, name);
        // Each holds what the other wants next.
        await meet();
        await write(tx, ids[1] as string, name);
        return name;
      });
    expect(
      await Promise.all([crossing("forth", [one.id, other.id]), crossing("back", [other.id, one.id])]),
    ).toEqual(["forth", "back"]);
    expect(runs.forth + runs.back).toBe(3);
    const left = await withScope(small.scope, (tx) =>
      tx.customer.findMany({ where: { id: { in: [one.id, other.id] } }, select: { segment: true } }),
    );
    // Whoever came last wrote both.
    expect(left[0]?.segment).toBe(left[1]?.segment);
    expect(left[0]?.segment).toMatch(/forth|back/);
  });

  test.each(["40P01", "40001"])("is given up in the end: %s four times is an error", async (code) => {
    let runs = 0;
    const failing = withScope(small.scope, (tx) => {
      runs += 1;
      return tx.$executeRawUnsafe(`do $$ begin raise exception 'conflict' using errcode = '${code}'; end $$`);
    });
    await expect(failing).rejects.toThrow();
    expect(runs).toBe(4);
  });

  test("is not confused with any other error, which is thrown at once", async () => {
    let runs = 0;
    const failing = withScope(small.scope, (tx) => {
      runs += 1;
      return tx.$executeRaw`select 1 / 0`;
    });
    await expect(failing).rejects.toThrow(/division by zero/);
    expect(runs).toBe(1);
  });
});
