import type { Cast } from "../data/cast";
import type { BenchDatabase } from "./bench-database";
import type { BenchServer } from "./bench-server";
import type { LoadClient } from "./helper-process";
import type { BenchOptions } from "./options";

/** What every part of a bench works with. */
export type BenchContext = {
  options: BenchOptions;
  database: BenchDatabase;
  client: LoadClient;
  cast: Cast;
  authSecret: string;
  folder: string;
  /** A line about what is going on. */
  tell: (line: string) => void;
};

/** One of the databases, with the product running on it. */
export type SizeContext = BenchContext & {
  answers: number;
  databaseName: string;
  server: BenchServer;
  /** The manager's session, as a header line. */
  cookie: string;
};
