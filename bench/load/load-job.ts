import type { Timing } from "../lib/statistics";

/** What a load client is asked to do: one kind of request from some clients at once, each waiting for its answer. */
export type LoadJob = {
  clients: number;
  seconds: number;
  /** Requests before that are not counted: connections are opened and code is compiled. */
  warmUpSeconds: number;
} & (
  | { flow: "answer"; port: number; tokensFile: string; storedFile: string }
  | { flow: "record-encounter"; port: number; key: string; bodies: object[]; prefix: string }
  | { flow: "bare"; port: number }
  | { flow: "insert"; databaseUrl: string }
);

/** What came of it. */
export type LoadResult = {
  /** Requests (or flows) that ended well while it was counted, for each second. */
  perSecond: number;
  milliseconds: Timing;
  /** How many went wrong, by what went wrong. */
  errors: Record<string, number>;
  /** Everything that was acknowledged, warm-up included: as much has to be stored. */
  acknowledged: number;
};

/** Pages and queries fetched one after the other. */
export type FetchJob = {
  flow: "fetch";
  port: number;
  requests: { path: string; headers: string }[];
  rounds: number;
};
export type FetchResult = {
  /** Milliseconds to the last byte, by request and round. */
  milliseconds: number[][];
  /** The last answer to each request: decompressed. */
  bodies: string[];
  statuses: number[];
  /** Bytes of the last answer as sent. */
  bytes: number[];
};
