import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { offerAnswerForms, type SubmitForm } from "../../src/features/responses/answer-page-link";
import { noteBusy } from "../../src/server/response-status";
import { serveAnswerForm } from "./answer-form";

let server: Server | undefined;
afterEach(() => {
  server?.close();
  offerAnswerForms(undefined);
});

const PATH = `/s/${"t".repeat(32)}`;

/** Posts a form as a browser without scripts does. `left` is what Next would get. */
async function post(
  submit: SubmitForm | undefined,
  options: { path?: string; headers?: Record<string, string>; fields?: Record<string, string> } = {},
) {
  offerAnswerForms(submit);
  let left: string | null = null;
  server = createServer(async (incoming, response) => {
    if (await serveAnswerForm(incoming, response)) return;
    left = "";
    for await (const chunk of incoming) left += chunk;
    response.end("Next");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const form = new FormData();
  for (const [name, value] of Object.entries(options.fields ?? { score: "7" })) form.set(name, value);
  const encoded = new Response(form);
  const sent = request({
    port: (server.address() as AddressInfo).port,
    host: "127.0.0.1",
    path: options.path ?? PATH,
    method: "POST",
    agent: false,
    headers: { "content-type": encoded.headers.get("content-type") ?? "", ...options.headers },
  });
  sent.end(Buffer.from(await encoded.arrayBuffer()));
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  let body = "";
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, headers: response.headers, body, left: left as string | null };
}

test("answers with the action's redirect, under the headers of respondents' pages", async () => {
  const { status, headers, left } = await post(async (form) => `/s/x?score=${form.get("score")}`, {
    fields: { score: "7", comment: "Hyvää! ä€👍\r\n--boundary" },
  });
  expect([status, headers.location, left]).toEqual([303, "/s/x?score=7", null]);
  expect(headers["content-security-policy"]).toContain("script-src 'none'");
  expect(headers["cache-control"]).toBe("no-store");
});

test("texts arrive as they were written", async () => {
  const text = 'Hyvää! ä€👍\r\n--boundary\r\n"quoted"';
  let got: unknown;
  await post(
    async (form) => {
      got = form.get("comment");
      return "/";
    },
    { fields: { comment: text } },
  );
  expect(got).toBe(text);
});

test.each([
  ["before the answer page was loaded", undefined, {}],
  ["another path", async () => "/", { path: `${PATH}/unsubscribe` }],
  ["a call by script", async () => "/", { headers: { "next-action": "x" } }],
  [
    "a form of another kind",
    async () => "/",
    { headers: { "content-type": "application/x-www-form-urlencoded" } },
  ],
  ["a form of another site", async () => "/", { headers: { origin: "https://other.test" } }],
])("%s is left to Next, whole", async (_, submit, options) => {
  const { body, left } = await post(submit as SubmitForm | undefined, options);
  expect(body).toBe("Next");
  expect(left).toContain("7");
});

test("a page of the own origin, and one of none, are the respondent's", async () => {
  for (const origin of ["null", "http://survey.test"]) {
    const { status } = await post(async () => "/", { headers: { origin, host: "survey.test" } });
    expect(status).toBe(303);
  }
});

test("a form of another build, or a body that is none, leads back to the page to be sent again", async () => {
  const other = await post(async () => null);
  expect([other.status, other.headers.location]).toEqual([303, `${PATH}?problem=renewed`]);
  const broken = await post(async () => "/", {
    headers: { "content-type": "multipart/form-data; boundary=zzz" },
  });
  expect([broken.status, broken.headers.location]).toEqual([303, `${PATH}?problem=renewed`]);
});

test("a failure says what to do, and a database without a free connection when to come back", async () => {
  const failed = await post(async () => {
    throw new Error("a defect");
  });
  expect(failed.status).toBe(500);
  expect(failed.body).not.toContain("a defect");
  const busy = await post(async () => {
    noteBusy();
    throw new Error("no connection");
  });
  expect([busy.status, busy.headers["retry-after"]]).toEqual([503, "5"]);
});
