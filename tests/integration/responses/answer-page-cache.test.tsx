import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import AnswerPage from "@/app/(respondent)/s/[token]/page";
import { findRespondent, type Respondent } from "@/features/invitations/queries/find-respondent";
import { submitDetails } from "@/features/responses/commands/submit-details";
import { submitScore } from "@/features/responses/commands/submit-score";
import { createRequestHandler } from "../../../scripts/lib/request-handler";
import { removeScripts } from "../../../scripts/lib/respondent-response-filter";
import { querySql, setUpTestDatabase } from "../../database";
import { createEncounter, createInvitation } from "../../factories/encounters";
import { createTouchpoint } from "../../factories/journey";
import { createSmallOrganization } from "../../factories/small-organization";
import { createPublishedSurvey } from "../../factories/surveys";

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "accept-language": "fi" }) }));

const database = setUpTestDatabase();
let small: Awaited<ReturnType<typeof createSmallOrganization>>;
let server: Server;
let rendered = 0;

/** The page as it is rendered for nobody but this request. */
async function render(path: string): Promise<string> {
  const url = new URL(path, "http://localhost");
  const element = await AnswerPage({
    params: Promise.resolve({ token: url.pathname.slice(3) }),
    searchParams: Promise.resolve(Object.fromEntries(url.searchParams)),
  } as Parameters<typeof AnswerPage>[0]);
  // A component that waits for the request's headers has to be run by hand.
  const { type, props } = element as ReactElement<object>;
  const isUnknown = typeof type === "function" && type.name === "UnknownPage";
  return renderToStaticMarkup(
    isUnknown ? await (type as (props: object) => Promise<ReactElement>)(props) : element,
  );
}

beforeAll(async () => {
  small = await createSmallOrganization();
  const handle = createRequestHandler({
    limits: { concurrency: 10, queue: 10, waitMilliseconds: 10_000 },
    serveWithNext: async (incoming: IncomingMessage, response: ServerResponse) => {
      rendered += 1;
      const html = await render(incoming.url ?? "");
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
      response.end(html);
    },
  });
  server = createServer((incoming, response) => void handle(incoming, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => server.close());
beforeEach(() => {
  rendered = 0;
});

async function get(path: string, encoding = "identity") {
  const { port } = server.address() as AddressInfo;
  const headers = { "accept-encoding": encoding };
  const sent = request({ port, path, host: "127.0.0.1", agent: false, headers });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  expect(response.headers["content-encoding"]).toBe(encoding === "gzip" ? "gzip" : undefined);
  return { status: response.statusCode, html: (encoding === "gzip" ? gunzipSync(body) : body).toString() };
}

/** What is sent has to be what would be rendered for this request alone. */
async function expectTrue(path: string) {
  const sent = await get(path);
  expect((await get(path, "gzip")).html === sent.html, path).toBe(true);
  // An apostrophe may be written in two ways.
  const html = (text: string) => removeScripts(text).replaceAll("&#39;", "&#x27;");
  expect(html(sent.html) === html(await render(path)), path).toBe(true);
  return sent;
}

async function invite(options: {
  touchpoint?: { id: string };
  survey?: Parameters<typeof createInvitation>[2];
  occurredAt?: Date;
  invitation?: Parameters<typeof createInvitation>[3];
}) {
  const encounter = await createEncounter(
    small.scope,
    { ...small.attribution, touchpointId: options.touchpoint?.id ?? small.touchpoint.id },
    options.occurredAt ? { occurredAt: options.occurredAt } : {},
  );
  const sent = new Date();
  const { token } = await createInvitation(small.scope, encounter, options.survey ?? small.survey, {
    sendAt: sent,
    sentAt: sent,
    expiresAt: new Date(sent.getTime() + 7 * 24 * 3600_000),
    ...options.invitation,
  });
  return token;
}

const respond = async (token: string, score: string, fields: Record<string, string> = {}) => {
  const respondent = (await findRespondent(token)) as Respondent;
  await submitScore(respondent.scope, { ...respondent, score, language: "en", isEdit: false });
  if (Object.keys(fields).length === 0) return;
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  await submitDetails(respondent.scope, { ...respondent, form, language: "en", isEdit: false });
};

test("everybody with the same survey and language gets one page, with the own link and encounter in it", async () => {
  const restaurant = await createTouchpoint(small.scope, { name: `Ravintola "Äyriäinen" & <Baari> O'Hara` });
  await get(`/s/${await invite({})}`); // Before the first, the web server knows nothing of answer pages.
  const tokens = [
    await invite({}),
    await invite({ touchpoint: restaurant }),
    await invite({ occurredAt: new Date("2025-03-05T12:00:00Z") }),
    await invite({ touchpoint: restaurant, occurredAt: new Date("2026-01-01T03:00:00Z") }),
  ];
  rendered = 0;
  const pages = [];
  for (const token of tokens) pages.push(await expectTrue(`/s/${token}`));
  expect(rendered).toBe(0);
  expect(pages[1]?.html).toContain("Ravintola &quot;Äyriäinen&quot; &amp; &lt;Baari&gt;");
  expect(pages[2]?.html).toContain("2025");
  for (const [index, { html }] of pages.entries()) {
    for (const token of tokens) expect(html.includes(token)).toBe(token === tokens[index]);
  }
});

test("languages, scores of the link, anonymity and versions have pages of their own", async () => {
  const anonymous = await createPublishedSurvey(small.scope, {
    encounterTypeIds: [small.encounterType.id],
    isAnonymous: true,
  });
  const csat = await createPublishedSurvey(small.scope, {
    encounterTypeIds: [small.encounterType.id],
    metric: "csat",
  });
  for (const survey of [small.survey, anonymous, csat]) {
    for (const language of ["fi", "sv"]) {
      for (const query of ["", "?lang=fi", "?score=4", "?score=99", "?score=4&lang=sv"]) {
        await expectTrue(`/s/${await invite({ survey, invitation: { language } })}${query}`);
        await expectTrue(`/s/${await invite({ survey, invitation: { language } })}${query}`);
      }
    }
  }
  // Of 120 pages, three quarters are the same as the one before; many of the others as an earlier one.
  expect(rendered).toBeLessThan(30);
});

test("a change of the organization shows with the next page", async () => {
  const token = await invite({});
  await expectTrue(`/s/${token}`);
  const changes = [
    "name = 'Uusi nimi'",
    "accent_color = '#aa0000'",
    "languages = '{fi,en}', language = 'en'",
    "time_zone = 'Pacific/Auckland'",
    "logo = '\\x01', logo_type = 'image/png'",
    "name = 'Toinen nimi'",
  ];
  for (const change of changes) {
    const before = (await get(`/s/${token}`)).html;
    await querySql(database.superuserUrl, `update organizations set ${change} where id = $1`, [
      small.organization.id,
    ]);
    await expectTrue(`/s/${token}`);
    if (!change.startsWith("time_zone")) expect((await get(`/s/${token}`)).html).not.toBe(before);
  }
  await querySql(database.superuserUrl, "update touchpoints set name = 'Uusi piste' where id = $1", [
    small.touchpoint.id,
  ]);
  expect((await expectTrue(`/s/${token}`)).html).toContain("Uusi piste");
});

test("the page follows the answer, and what somebody wrote is in nobody else's", async () => {
  const [first, second] = [await invite({}), await invite({})];
  await expectTrue(`/s/${first}`);
  await respond(first, "3");
  expect((await expectTrue(`/s/${first}`)).html).toContain("<textarea");
  await respond(first, "9");
  await respond(second, "9");
  await expectTrue(`/s/${first}`);
  await expectTrue(`/s/${second}`);
  await respond(first, "9", { followUp: "Only mine" });
  await expectTrue(`/s/${first}`);
  const mine = await expectTrue(`/s/${first}?step=details`);
  expect(mine.html).toContain("Only mine");
  expect((await expectTrue(`/s/${second}`)).html).not.toContain("Only mine");
  expect((await expectTrue(`/s/${second}?step=details`)).html).not.toContain("Only mine");
  await expectTrue(`/s/${first}?step=score`);
  await expectTrue(`/s/${second}?problem=score&step=score`);
});

test("an expired link and an unknown one keep their status", async () => {
  const expired = () => invite({ invitation: { expiresAt: new Date(Date.now() - 1000) } });
  for (const token of [await expired(), await expired()]) {
    expect((await expectTrue(`/s/${token}`)).status).toBe(410);
  }
  expect(rendered).toBe(1);
  expect((await expectTrue(`/s/${"x".repeat(32)}`)).status).toBe(404);
});
