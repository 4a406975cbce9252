import { beforeAll, describe, expect, it } from "vitest";
import { listMetricPoints, TooManyPoints } from "@/features/dashboards/figures/metric-points";
import { writeCursor } from "@/server/api/cursor";
import { PROBLEMS } from "@/server/api/problem";
import { closeDatabase, withScope } from "@/server/database";
import { setUpTestDatabase } from "../../database";
import { createAuditForm, createBehaviour } from "../../factories/audit-forms";
import { createAudit } from "../../factories/audits";
import { createAnsweredEncounter } from "../../factories/encounters";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";
import { callApi, createApiKey } from "./call-api";
import { Contract } from "./contract";

setUpTestDatabase();
const UNKNOWN = "01890000-0000-7000-8000-000000000000";
const DAY = 24 * 3600_000;
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let contract: Contract;
let write: string;
let read: string;

beforeAll(async () => {
  small = await createSmallOrganization();
  write = (await createApiKey(small.scope, "write")).key;
  read = (await createApiKey(small.scope, "read")).key;
  contract = await Contract.load();
  const anonymous = await createPublishedSurvey(small.scope, {
    metric: "csat",
    encounterTypeIds: [small.encounterType.id],
    isAnonymous: true,
  });
  for (let score = 0; score <= 10; score += 1) {
    const answeredAt = new Date(small.scope.now.getTime() - score * DAY);
    await createAnsweredEncounter(small.scope, small.attribution, small.survey, {
      score,
      answeredAt,
      comment: `comment ${score}`,
    });
  }
  await createAnsweredEncounter(small.scope, small.attribution, anonymous, { score: 4 });
  await createBehaviour(small.scope);
  const form = await createAuditForm(small.scope);
  for (const days of [10, 20]) {
    await createAudit(small.scope, {
      form,
      auditorMemberId: small.consultant.memberId,
      locationId: small.location.id,
      touchpointId: small.touchpoint.id,
      employeeId: small.employee.id,
      visitStartedAt: new Date(small.scope.now.getTime() - days * DAY),
      answers: { greeted: days === 10, smiled: null, honest: true, listened: "p3" },
    });
  }
});

const encounter = (overrides: object = {}) => ({
  touchpointId: small.touchpoint.id,
  encounterTypeId: small.encounterType.id,
  employeeId: small.employee.id,
  ...overrides,
});
const isoDay = (days: number) => new Date(small.scope.now.getTime() + days * DAY).toISOString().slice(0, 10);
const period = () => `from=${isoDay(-40)}&to=${isoDay(2)}`;

const CSV = "Date;Score;Comment\n2026-01-05;9;fine\n2026-01-06;;\n2026-01-07;11;\n";
const mapping = () => ({
  columns: [
    { column: "Date", use: "date", form: "ymd" },
    { column: "Score", use: "score", metric: "nps", touchpoint: { id: small.touchpoint.id } },
    { column: "Comment", use: "comment" },
  ],
});
function form(fields: { mapping?: object; mappingName?: string }, file: string | null = CSV): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    data.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  if (file !== null) data.set("file", new Blob([file], { type: "text/csv" }), "answers.csv");
  return data;
}

describe("every answer is as the document says", () => {
  it("of successes", async () => {
    await contract.call("POST", "/encounters", { key: write, body: encounter({ externalReference: "one" }) });
    await contract.call("POST", "/encounters", { key: write, body: encounter({ externalReference: "one" }) });
    await contract.call("POST", "/encounters", {
      key: write,
      body: {
        encounters: [encounter({ customer: { email: "a@example.test", consent: "given" } }), encounter()],
      },
    });
    const customer = { email: "b@example.test", name: "B" };
    const added = await contract.call("POST", "/customers", { key: write, body: customer });
    const known = await contract.call("POST", "/customers", { key: write, body: customer });
    expect([added.status, known.status]).toEqual([201, 200]);
    expect(known.body.id).toBe(added.body.id);

    const responses = await contract.call("GET", "/responses", { key: read, path: `/responses?${period()}` });
    expect(responses.body.data).toHaveLength(12);
    for (const path of ["/touchpoints", "/encounter-types", "/employees", "/locations"]) {
      const list = await contract.call("GET", path, { key: read, path: `${path}?limit=1` });
      expect(list.body.data).toHaveLength(1);
    }
  });

  it("of figures, for every metric, grouping and interval", async () => {
    for (const metric of ["nps", "csat", "ces", "responseRate"]) {
      for (const groupBy of [
        "touchpoint",
        "employee",
        "location",
        "channel",
        "encounterType",
        "segment",
        "none",
      ]) {
        for (const interval of metric === "responseRate" ? ["none"] : ["day", "week", "month", "none"]) {
          const path = `/metrics?metric=${metric}&${period()}&groupBy=${groupBy}&interval=${interval}`;
          await contract.call("GET", "/metrics", { key: read, path });
        }
      }
    }
    const { body } = await contract.call("GET", "/metrics", {
      key: read,
      path: `/metrics?metric=nps&${period()}&groupBy=touchpoint`,
    });
    // Scores 0 to 10, one each: two promoters and seven detractors of eleven.
    expect(body.data).toMatchObject([
      { group: { id: small.touchpoint.id }, n: 11, value: (100 * (2 - 7)) / 11 },
    ]);
    const days = { firstDay: isoDay(-40), dayAfter: isoDay(2), filters: {}, groupBy: "touchpoint" as const };
    const narrow = { metric: "nps" as const, interval: "day" as const, most: 41 };
    // One touchpoint, 42 days.
    await expect(listMetricPoints(small.scope, days, narrow)).rejects.toThrow(TooManyPoints);
    expect(await listMetricPoints(small.scope, days, { ...narrow, most: 42 })).toHaveLength(42);
    const none = await contract.call("GET", "/metrics", {
      key: read,
      path: "/metrics?metric=ces&from=2020-01-01&to=2020-03-01&interval=month",
    });
    expect(none.body.data.map(({ start, value, n }: Record<string, unknown>) => [start, value, n])).toEqual([
      ["2020-01-01", null, 0],
      ["2020-02-01", null, 0],
    ]);
  });

  it("of audits", async () => {
    const audits = await contract.call("GET", "/audits", { key: read, path: `/audits?${period()}&limit=1` });
    expect(audits.body.data).toHaveLength(1);
    const path = `/audits?${period()}&kind=mystery&cursor=${audits.body.nextCursor}`;
    const rest = await contract.call("GET", "/audits", { key: read, path });
    const [audit] = rest.body.data;
    // Greeting 0 or 100 %, service four points of five; the older visit is open first.
    expect([audits.body.data[0].score, audit.score]).toEqual([40, 90].map((score) => expect.closeTo(score)));
    const details = await contract.call("GET", "/audits/{id}", { key: read, path: `/audits/${audit.id}` });
    expect(details.body).toMatchObject({ ...audit, items: expect.any(Array) });
    expect(details.body.items.map(({ key, result }: Record<string, string>) => `${key} ${result}`)).toEqual([
      "greeted passed",
      "smiled not_applicable",
      "honest passed",
      "listened failed",
    ]);
    const template = "/audit-form-versions/{id}";
    const version = await contract.call("GET", template, {
      key: read,
      path: `/audit-form-versions/${audit.formVersionId}`,
    });
    expect(version.body.sections.map(({ key }: { key: string }) => key)).toEqual(["greeting", "service"]);
    for (const list of ["/audit-forms", "/behaviours"]) {
      const { body } = await contract.call("GET", list, { key: read, path: `${list}?limit=1` });
      expect(body.data).toHaveLength(1);
    }
  });

  it("of audits' figures, one kind at a time", async () => {
    const scores = (query: string) =>
      contract.call("GET", "/audit-scores", { key: read, path: `/audit-scores?${period()}&${query}` });
    for (const groupBy of ["touchpoint", "location", "employee", "none"]) {
      const { body } = await scores(`kind=mystery&groupBy=${groupBy}`);
      expect(body.data).toMatchObject([
        { score: (40 + 90) / 2, n: 2, isProvisional: true, visits: 2, failed: 0 },
      ]);
    }
    for (const interval of ["week", "month"]) {
      expect((await scores(`kind=mystery&interval=${interval}`)).body.data.length).toBeGreaterThan(0);
    }
    expect((await scores("kind=observation")).body.data).toMatchObject([{ score: null, n: 0, visits: 0 }]);
  });

  it("of imports", async () => {
    const begun = await contract.call("POST", "/imports", { key: write, body: form({ mapping: mapping() }) });
    expect(begun.status).toBe(202);
    const state = await contract.call("GET", "/imports/{id}", {
      key: read,
      path: `/imports/${begun.body.id}`,
    });
    expect(state.body).toMatchObject({ fileName: "answers.csv", status: "running" });
    expect(begun.headers.get("location")).toBe(`/api/v1/imports/${begun.body.id}`);
    for (const fields of [
      {},
      { mapping: mapping(), mappingName: "both" },
      { mappingName: "there is none" },
      { mapping: { columns: [] } },
      { mapping: { columns: [{ column: "Date", use: "nonsense" }] } },
    ]) {
      const refused = await contract.call("POST", "/imports", { key: write, body: form(fields) });
      expect(refused.status, JSON.stringify(fields)).toBe(422);
    }
    await contract.call("POST", "/imports", { key: write, body: form({ mapping: mapping() }, null) });
    await contract.call("POST", "/imports", {
      key: write,
      body: form({ mapping: mapping() }, "\0\u0001binary"),
    });
    await contract.call("POST", "/imports", {
      key: write,
      body: "--b\r\nbroken",
      headers: { "content-type": "multipart/form-data; boundary=b" },
    });
    // Only the one that was started is left.
    expect(await withScope(small.scope, (tx) => tx.answerImport.count())).toBe(1);
  });

  it("of problems", async () => {
    const operations = Object.entries(contract.document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => [method.toUpperCase(), path] as const),
    );
    for (const [method, path] of operations) {
      const filled = path.replace("{id}", UNKNOWN);
      for (const headers of [
        {},
        { authorization: "Basic lm_0123456789abcdef" },
        { cookie: "session=1" },
      ] as Record<string, string>[]) {
        expect((await contract.call(method, path, { path: filled, headers })).status).toBe(401);
      }
      const unknown = await contract.call(method, path, { path: filled, key: "lm_0123456789abcdef01234567" });
      expect(unknown.status).toBe(401);
      expect(unknown.headers.get("www-authenticate")).toMatch(/^Bearer/);
      if (method === "POST") {
        expect((await contract.call(method, path, { key: read, body: {} })).status).toBe(403);
        const type = { "content-type": "text/plain" };
        expect((await contract.call(method, path, { key: write, body: "x", headers: type })).status).toBe(
          415,
        );
        const length = { "content-length": "999999999" };
        const kind: Record<string, string> =
          path === "/imports" ? { "content-type": "multipart/form-data; boundary=b" } : {};
        const large = await contract.call(method, path, {
          key: write,
          body: "{}",
          headers: { ...kind, ...length },
        });
        expect(large.status, path).toBe(413);
      }
      if (method === "GET") {
        const odd = await contract.call(method, path, { key: read, path: `${filled}?api_key=${read}` });
        expect(odd.status).toBe(400);
      }
    }
    for (const path of ["/encounters", "/customers"]) {
      expect((await contract.call("POST", path, { key: write, body: "{" })).status).toBe(400);
      expect((await contract.call("POST", path, { key: write, body: [] })).status).toBe(422);
      expect((await contract.call("POST", path, { key: write, body: { email: "\0" } })).status).toBe(422);
      const headers = { "idempotency-key": "two words" };
      expect((await contract.call("POST", path, { key: write, body: {}, headers })).status).toBe(400);
      // Without a length: read until it is too much.
      const stream = new ReadableStream({
        pull: (controller) => controller.enqueue(new TextEncoder().encode("x".repeat(100_000))),
      });
      expect((await contract.call("POST", path, { key: write, body: stream })).status).toBe(413);
    }
    const once = { "idempotency-key": "contract" };
    await contract.call("POST", "/customers", {
      key: write,
      body: { email: "c@example.test" },
      headers: once,
    });
    const other = { key: write, body: { email: "d@example.test" }, headers: once };
    expect((await contract.call("POST", "/customers", other)).status).toBe(409);
    await contract.call("POST", "/encounters", { key: write, body: encounter(), headers: once });
  });

  it("of questions that make no sense", async () => {
    for (const [status, path] of [
      [400, "/metrics"],
      [400, "/metrics?metric=happiness&from=2026-01-01&to=2026-02-01"],
      [400, "/metrics?metric=nps&from=2026-02-01&to=2026-02-01"],
      [400, "/metrics?metric=nps&from=2010-01-01&to=2026-02-01"],
      [400, "/metrics?metric=nps&from=2026-02-30&to=2026-03-01"],
      [400, "/metrics?metric=nps&metric=csat&from=2026-01-01&to=2026-03-01"],
      [400, "/metrics?metric=responseRate&from=2026-01-01&to=2026-03-01&interval=day"],
      [422, `/metrics?metric=nps&from=2026-01-01&to=2026-03-01&employee=${UNKNOWN}`],
      [400, "/responses?limit=0"],
      [400, "/responses?cursor=bm9uc2Vuc2U"],
      [400, `/responses?cursor=${writeCursor(["2026-99-99T99:99:99.999Z", UNKNOWN])}`],
      [400, `/responses?cursor=${writeCursor(["0000-01-01T00:00:00.000Z", UNKNOWN])}`],
      [400, "/responses?from=0000-01-01"],
      [400, "/metrics?metric=nps&from=0000-01-01&to=0000-01-02"],
      [422, `/responses?touchpoint=${UNKNOWN}`],
      [400, "/employees?cursor=W10"],
      [404, `/imports/${UNKNOWN}`],
      [404, "/imports/nonsense"],
      [400, "/audits?kind=both"],
      [400, `/audits?cursor=${writeCursor(["2026-99-99T99:99:99.999Z", UNKNOWN])}`],
      [422, `/audits?employee=${UNKNOWN}`],
      [400, "/audit-scores?from=2026-01-01&to=2026-02-01"],
      [400, "/audit-scores?kind=mystery&from=2026-01-01&to=2026-02-01&groupBy=touchpoint&interval=week"],
      [422, `/audit-scores?kind=mystery&from=2026-01-01&to=2026-02-01&touchpoint=${UNKNOWN}`],
      [404, `/audits/${UNKNOWN}`],
      [404, "/audits/nonsense"],
      [404, `/audit-form-versions/${UNKNOWN}`],
    ] as const) {
      const [, list] = path.match(/^(\/[a-z-]+)\/[^/]+$/) ?? [];
      const template = list ? `${list}/{id}` : (path.split("?")[0] as string);
      expect((await contract.call("GET", template, { key: read, path })).status, path).toBe(status);
    }
  });

  it("of addresses and methods there are none of", async () => {
    contract.checkProblem(await callApi("GET", "/nothing", { key: read }), 404);
    contract.checkProblem(await callApi("GET", "", { key: read }), 404);
    const put = await callApi("PUT", "/encounters", { key: write, body: {} });
    contract.checkProblem(put, 405);
    expect(put.headers.get("allow")).toBe("POST");
    contract.checkProblem(await callApi("OPTIONS", "/metrics"), 405);
    expect((await callApi("OPTIONS", "/metrics")).headers.get("access-control-allow-origin")).toBeNull();
    const head = await callApi("HEAD", "/touchpoints", { key: read });
    expect([head.status, head.body]).toEqual([200, ""]);
  });

  it("of a database that does not answer: later, and without a word about it", async () => {
    await closeDatabase();
    const url = process.env.DATABASE_URL;
    process.env.DATABASE_URL = "postgres://nobody:secret@127.0.0.1:9/nothing";
    try {
      const reply = await contract.call("GET", "/touchpoints", { key: read });
      expect(reply.status).toBe(503);
      expect(reply.headers.get("retry-after")).toBe("2");
      expect(JSON.stringify(reply.body)).not.toMatch(/postgres|secret|127\.0/);
    } finally {
      await closeDatabase();
      process.env.DATABASE_URL = url;
    }
  });

  it("and was seen: each operation's successes and problems, but for 429, 500 and 503", () => {
    const declared = Object.entries(contract.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => `${method.toUpperCase()} ${path} ${status}`),
      ),
    );
    const missing = declared.filter((name) => !contract.seen.has(name) && !/ (429|500|503)$/.test(name));
    expect(missing).toEqual([]);
    expect(declared.length).toBeGreaterThan(70);
  });
});

describe("the document", () => {
  it("is OpenAPI 3.1 whose references all lead somewhere", () => {
    expect(contract.document.openapi).toBe("3.1.1");
    const text = JSON.stringify(contract.document);
    for (const [, reference = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = reference
        .split("/")
        .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], contract.document);
      expect(found, reference).toBeDefined();
    }
  });

  it("is a page to read, without scripts, that explains every kind of problem", async () => {
    const { status, headers, body } = await callApi("GET", "/docs");
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(body).not.toMatch(/<script/i);
    for (const kind of Object.keys(PROBLEMS)) expect(body).toContain(`id="problem-${kind}"`);
    for (const path of Object.keys(contract.document.paths)) expect(body).toContain(path);
    for (const [, anchor = ""] of body.matchAll(/href="#([^"]+)"/g)) expect(body).toContain(`id="${anchor}"`);
  });
});
