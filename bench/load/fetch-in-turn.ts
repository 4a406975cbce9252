import { readText } from "../lib/html-form";
import { HttpConnection } from "../lib/http-connection";
import type { FetchJob, FetchResult } from "./load-job";

/** Sends each request of a round after the one before it has been read to its end. */
export async function fetchInTurn({ port, requests, rounds }: FetchJob): Promise<FetchResult> {
  const connection = new HttpConnection("127.0.0.1", port);
  const result: FetchResult = {
    milliseconds: requests.map(() => []),
    bodies: requests.map(() => ""),
    statuses: requests.map(() => 0),
    bytes: requests.map(() => 0),
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { path, headers }] of requests.entries()) {
      const startedAt = performance.now();
      const answer = await connection.request("GET", path, headers);
      result.milliseconds[index]?.push(performance.now() - startedAt);
      result.statuses[index] = answer.status;
      result.bytes[index] = answer.body.length;
      if (round === rounds - 1) result.bodies[index] = readText(answer);
    }
  }
  connection.close();
  return result;
}
