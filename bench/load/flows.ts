import { appendFileSync, readFileSync } from "node:fs";
import pg from "pg";
import { BROWSER_HEADERS, encodeForm, findForm, readText } from "../lib/html-form";
import { HttpConnection } from "../lib/http-connection";
import { makeRow, rowInsert } from "./limit-row";
import type { LoadJob } from "./load-job";

/** One client's step; null when it ended well, else what went wrong in few words. */
type Run = () => Promise<string | null>;
type Flow = { open(client: number): Promise<Run>; close(): Promise<void> };
type JobOf<F extends LoadJob["flow"]> = Extract<LoadJob, { flow: F }>;

export async function makeFlow(job: LoadJob): Promise<Flow> {
  switch (job.flow) {
    case "answer":
      return answerFlow(job);
    case "record-encounter":
      return recordFlow(job);
    case "bare":
      return bareFlow(job);
    case "insert":
      return insertFlow(job);
  }
}

/** Opens an invitation's page and posts its form as a browser without script does. */
function answerFlow(job: JobOf<"answer">): Flow {
  const tokens = readFileSync(job.tokensFile, "utf8").trim().split("\n");
  const stored: string[] = [];
  const connections: HttpConnection[] = [];
  return {
    async open() {
      const connection = new HttpConnection("127.0.0.1", job.port);
      connections.push(connection);
      const origin = `origin: http://localhost:${job.port}\r\n`;
      return async () => {
        const token = tokens.pop();
        if (token === undefined) throw new Error("no invitation is left: more have to be prepared");
        const path = `/s/${token}`;
        const page = await connection.request("GET", path, BROWSER_HEADERS);
        if (page.status !== 200) return `page ${page.status}`;
        const form = findForm(readText(page), "score", path);
        const scores = form?.choices.get("score");
        if (!form || !scores) return "page without a form";
        const score = scores[stored.length % scores.length] as string;
        const { headers, body } = encodeForm(form, [["score", score]]);
        const answer = await connection.request(
          "POST",
          form.action,
          BROWSER_HEADERS + origin + headers,
          body,
        );
        if (answer.status !== 303) return `post ${answer.status}`;
        if (answer.headers.get("location")?.includes("problem=")) return "post refused";
        stored.push(`${token} ${score}`);
        return null;
      };
    },
    async close() {
      for (const connection of connections) connection.close();
      if (stored.length > 0) appendFileSync(job.storedFile, `${stored.join("\n")}\n`);
    },
  };
}

/** Records encounters by the programming interface, one in each request, each with a reference of its own. */
function recordFlow(job: JobOf<"record-encounter">): Flow {
  const connections: HttpConnection[] = [];
  const beginnings = job.bodies.map((body) => JSON.stringify(body).slice(0, -1));
  const headers = `authorization: Bearer ${job.key}\r\ncontent-type: application/json\r\naccept: application/json\r\n`;
  let count = 0;
  return {
    async open() {
      const connection = new HttpConnection("127.0.0.1", job.port);
      connections.push(connection);
      return async () => {
        count += 1;
        const body = `${beginnings[count % beginnings.length]},"externalReference":"${job.prefix}${count}"}`;
        const idempotency = `idempotency-key: ${job.prefix}${count}\r\n`;
        const answer = await connection.request("POST", "/api/v1/encounters", headers + idempotency, body);
        return answer.status === 201 ? null : `post ${answer.status}`;
      };
    },
    async close() {
      for (const connection of connections) connection.close();
    },
  };
}

/** Posts a row to the server of bare-server.ts. */
function bareFlow(job: JobOf<"bare">): Flow {
  const connections: HttpConnection[] = [];
  const headers = "content-type: application/json\r\n";
  return {
    async open() {
      const connection = new HttpConnection("127.0.0.1", job.port);
      connections.push(connection);
      return async () => {
        const answer = await connection.request("POST", "/", headers, JSON.stringify(makeRow()));
        return answer.status === 201 ? null : `post ${answer.status}`;
      };
    },
    async close() {
      for (const connection of connections) connection.close();
    },
  };
}

/** Inserts a row and commits, on a connection for each client: what the database itself can do. */
function insertFlow(job: JobOf<"insert">): Flow {
  const clients: pg.Client[] = [];
  return {
    async open() {
      const client = new pg.Client({ connectionString: job.databaseUrl });
      clients.push(client);
      await client.connect();
      return async () => {
        const { rowCount } = await client.query(rowInsert(makeRow()));
        return rowCount === 1 ? null : "no row";
      };
    },
    async close() {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}
