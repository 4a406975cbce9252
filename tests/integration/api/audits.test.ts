import { beforeAll, describe, expect, it } from "vitest";
import { setUpTestDatabase } from "../../database";
import { createAuditForm, type TestAuditForm } from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { createLocation } from "../../factories/people";
import { createSmallOrganization } from "../../factories/small-organization";
import { callApi, createApiKey } from "./call-api";

setUpTestDatabase();
const DAY = 86_400_000;
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let form: TestAuditForm;
let key: string;

beforeAll(async () => {
  small = await createSmallOrganization({ timeZone: "Europe/Helsinki" });
  form = await createAuditForm(small.scope);
  ({ key } = await createApiKey(small.scope, "read"));
});

const visit = (overrides: object = {}) =>
  createAudit(small.scope, {
    form,
    auditorMemberId: small.consultant.memberId,
    locationId: small.location.id,
    touchpointId: small.touchpoint.id,
    ...overrides,
  });
const list = (query = "") => callApi("GET", `/audits?${query}`, { key });
const idsOf = ({ body }: Awaited<ReturnType<typeof list>>): string[] =>
  body.data.map(({ id }: { id: string }) => id);

describe("GET /audits", () => {
  it("keeps an audit to those concerned for its first days, and one that is not published at all", async () => {
    const { now } = small.scope;
    const hidden = [
      await visit({ publishedAt: now, othersFrom: new Date(now.getTime() + DAY) }),
      await visit({ status: "in_review", reviewerMemberId: small.owner.memberId }),
      await visit({ status: "draft" }),
    ];
    const open = await visit({ othersFrom: new Date(now.getTime() - DAY) });
    const listed = idsOf(await list());
    expect(listed).toContain(open.id);
    for (const { id } of hidden) {
      expect(listed).not.toContain(id);
      expect((await callApi("GET", `/audits/${id}`, { key })).status).toBe(404);
    }
  });

  it("reads page by page everything that was there, once, while audits are published", async () => {
    const day = new Date("2025-10-01T09:00:00Z");
    const there: string[] = [];
    for (let index = 0; index < 8; index += 1) {
      // Several become open at one moment, so that a page ends among them.
      const othersFrom = new Date(day.getTime() + (5 + Math.floor(index / 4)) * DAY);
      const { id } = await visit({
        visitStartedAt: day,
        publishedAt: new Date(day.getTime() + DAY),
        othersFrom,
      });
      there.push(id);
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `from=2025-10-01&to=2025-10-02&limit=3${cursor ? `&cursor=${cursor}` : ""}`,
      );
      seen.push(...idsOf(page));
      cursor = page.body.nextCursor;
      if (seen.length < 5) {
        const { id } = await visit({
          visitStartedAt: day,
          othersFrom: new Date(small.scope.now.getTime() - 1000),
        });
        there.push(id);
      }
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(seen)).toEqual(new Set(there));
  });

  it("narrows by kind, form, day of the visit in the organization's zone, and a location with those below", async () => {
    const below = await createLocation(small.scope, { parentId: small.otherLocation.id });
    // Midnight in Helsinki is 22:00 the day before.
    const late = await visit({ visitStartedAt: new Date("2025-12-09T22:00:00Z"), locationId: below.id });
    const early = await visit({ visitStartedAt: new Date("2025-12-09T21:59:00Z"), kind: "observation" });
    expect(idsOf(await list("from=2025-12-10&to=2025-12-11"))).toEqual([late.id]);
    expect(idsOf(await list("from=2025-12-09&to=2025-12-11&kind=observation"))).toEqual([early.id]);
    expect(idsOf(await list(`from=2025-12-09&to=2025-12-11&location=${small.otherLocation.id}`))).toEqual([
      late.id,
    ]);
    const other = await createAuditForm(small.scope);
    expect(idsOf(await list(`form=${other.id}`))).toEqual([]);
    expect(idsOf(await list(`from=2025-12-09&to=2025-12-11&form=${form.id}`))).toHaveLength(2);
  });
});
