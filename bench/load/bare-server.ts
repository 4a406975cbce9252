import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { announceReady } from "../../scripts/lib/lifecycle";
import { type LimitRow, rowInsert } from "./limit-row";

/**
 * The least that can store what is posted: Node's own HTTP server, one INSERT, ten connections to the database as the
 * product has. What it manages is the limit the product is compared with.
 */
const pool = new pg.Pool({ connectionString: process.env.LIMIT_DATABASE_URL, max: 10 });

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    const row: LimitRow = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    pool.query(rowInsert(row)).then(
      () => response.writeHead(201, { "content-length": 0 }).end(),
      () => response.writeHead(500, { "content-length": 0 }).end(),
    );
  });
});
server.keepAliveTimeout = 65_000;
server.listen(0, "127.0.0.1", () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
  announceReady();
});
process.once("SIGTERM", () => process.exit(0));
process.once("disconnect", () => process.exit(0));
process.on("SIGINT", () => {});
