import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { findRespondent, type Respondent } from "@/features/invitations/queries/find-respondent";
import { submitScore } from "@/features/responses/commands/submit-score";
import { closeDatabase } from "@/server/database";
import type { AdmissionLimits } from "../../../scripts/lib/admission";
import { createRequestHandler } from "../../../scripts/lib/request-handler";
import { querySql, setUpTestDatabase } from "../../database";
import { createSmallOrganization } from "../../factories/small-organization";
import { inviteMany } from "../responses/invite-many";

const database = setUpTestDatabase();
let server: Server | undefined;
afterEach(async () => {
  server?.close();
  server?.closeAllConnections();
  await closeDatabase();
  process.env.DATABASE_URL = database.appUrl;
});

/** Our web server with the answer's server action in Next's place. `opened` holds every action back until it settles. */
async function serve(limits: AdmissionLimits, opened: Promise<unknown> = Promise.resolve()) {
  const begun: string[] = [];
  async function serveWithNext(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    begun.push(incoming.url ?? "");
    await opened;
    if (incoming.method !== "POST") return void response.end("page");
    let body = "";
    for await (const chunk of incoming) body += chunk;
    const form = new URLSearchParams(body);
    try {
      const respondent = (await findRespondent(String(form.get("token")))) as Respondent;
      const given = { ...respondent, score: form.get("score"), language: "en", isEdit: false };
      await submitScore(respondent.scope, given);
      response.writeHead(303, { location: incoming.url }).end();
    } catch {
      response.writeHead(500, { "content-type": "text/plain" }).end("Internal Server Error");
    }
  }
  const handle = createRequestHandler({ serveWithNext, limits });
  server = createServer((incoming, response) => void handle(incoming, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { begun, port: (server.address() as AddressInfo).port };
}

async function send(
  port: number,
  path: string,
  options: { body?: string; headers?: Record<string, string> } = {},
) {
  const sent = request({
    port,
    path,
    host: "127.0.0.1",
    method: options.body === undefined ? "GET" : "POST",
    agent: false,
    headers: options.headers,
  });
  sent.end(options.body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  let body = "";
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, headers: response.headers, body };
}

const post = (port: number, token: string) =>
  send(port, `/s/${token}`, { body: `token=${token}&score=7`, headers: { "accept-language": "fi" } });

const countResponses = async (organizationId: string) =>
  (
    await querySql(database.superuserUrl, "select encounter_id from responses where organization_id = $1", [
      organizationId,
    ])
  ).map((row) => row.encounter_id as string);

test("what is acknowledged is stored, what finds no place was not begun, and afterwards all is as before", async () => {
  const small = await createSmallOrganization();
  const invited = await inviteMany(small, 60);
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { port, begun } = await serve({ concurrency: 2, queue: 3, waitMilliseconds: 60_000 }, opened);
  let refused = 0;
  const sending = invited.map(async ({ token }) => {
    const answer = await post(port, token);
    if (answer.status === 503) refused += 1;
    // Two at work and three in line are left.
    if (refused === 55) open();
    return answer;
  });
  const answers = await Promise.all(sending);

  const acknowledged = invited.filter((_, index) => answers[index]?.status === 303);
  expect(acknowledged).toHaveLength(5);
  expect((await countResponses(small.organization.id)).sort()).toEqual(
    acknowledged.map(({ encounterId }) => encounterId).sort(),
  );
  const refusals = answers.filter(({ status }) => status === 503);
  expect(refusals).toHaveLength(55);
  for (const { headers, body } of refusals) {
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).toContain("Palvelussa on juuri nyt ruuhkaa");
  }
  expect(begun).toHaveLength(5);

  // The form sent again, as a reload does.
  const again = invited.filter((_, index) => answers[index]?.status === 503).slice(0, 5);
  for (const { token } of again) expect((await post(port, token)).status).toBe(303);
  expect(await countResponses(small.organization.id)).toHaveLength(10);
});

test("a full server tells programs in their way, and still says that it is well", async () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { port, begun } = await serve({ concurrency: 1, queue: 0, waitMilliseconds: 1000 }, opened);
  const working = send(port, "/o/x");
  while (begun.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const refused = await send(port, "/api/v1/encounters", { body: "{}" });
  expect(refused.status).toBe(503);
  expect(refused.headers).toMatchObject({ "content-type": "application/problem+json", "retry-after": "5" });
  expect(JSON.parse(refused.body)).toMatchObject({ status: 503, title: "Service Unavailable" });
  const health = send(port, "/api/health");
  while (begun.length === 1) await new Promise((resolve) => setTimeout(resolve, 5));
  open();
  expect((await health).status).toBe(200);
  expect((await working).status).toBe(200);
  expect(begun).toEqual(["/o/x", "/api/health"]);
});

test("whoever waits too long is told so, and what nobody waits for any more is not begun", async () => {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { port, begun } = await serve({ concurrency: 1, queue: 10, waitMilliseconds: 300 }, opened);
  const working = send(port, "/o/x");
  while (begun.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const left = request({ port, path: "/o/left", host: "127.0.0.1", agent: false });
  left.on("error", () => {});
  left.end();
  setTimeout(() => left.destroy(), 100);
  expect((await send(port, "/o/late")).status).toBe(503);
  open();
  expect((await working).status).toBe(200);
  expect((await send(port, "/o/next")).status).toBe(200);
  expect(begun).toEqual(["/o/x", "/o/next"]);
});

test("without a database an answer is refused as busy, not as broken", async () => {
  const small = await createSmallOrganization();
  const [invited] = await inviteMany(small, 1);
  await closeDatabase();
  process.env.DATABASE_URL = "postgres://lastmetre:secret@127.0.0.1:1/lastmetre";
  const { port } = await serve({ concurrency: 2, queue: 3, waitMilliseconds: 1000 });
  const refused = await post(port, invited?.token ?? "");
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toBe("5");
  expect(refused.body).toContain("Palvelussa on juuri nyt ruuhkaa");
});
