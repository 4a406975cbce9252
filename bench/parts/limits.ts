import type { SizeContext } from "../lib/bench-context";
import { startBareServer } from "../lib/helper-process";
import { type MeasuredLoad, measureLoad } from "../lib/measure-load";
import { LIMIT_TABLE } from "../load/limit-row";

export const CLIENTS = [1, 8, 32] as const;
export const WARM_UP_SECONDS = 2;
const LIMIT_DATABASE = "bench_limit";

/** What this machine can do at all: by clients, one entry for each run. */
export type Limits = { bare: Map<number, MeasuredLoad[]>; insert: Map<number, MeasuredLoad[]> };

/** A table in a database of its own, written by the least of servers and by the database's own clients. */
export async function openLimits(context: SizeContext) {
  const { database, options } = context;
  const urls = await database.create(LIMIT_DATABASE);
  await database.asSuperuser(LIMIT_DATABASE, async (client) => {
    await client.query(`${LIMIT_TABLE}; ALTER TABLE bench_rows OWNER TO lastmetre_owner`);
  });
  const bareServer = await startBareServer(urls.ownerUrl);
  const limits: Limits = {
    bare: new Map(CLIENTS.map((clients) => [clients, []])),
    insert: new Map(CLIENTS.map((clients) => [clients, []])),
  };
  return {
    limits,
    /** One run at this many clients. */
    async measure(clients: number): Promise<void> {
      const job = { clients, seconds: options.seconds, warmUpSeconds: WARM_UP_SECONDS };
      const bare = await measureLoad(
        context,
        { flow: "bare", port: bareServer.port, ...job },
        { "bare server": bareServer.pid },
      );
      limits.bare.get(clients)?.push(bare);
      const insert = await measureLoad(context, { flow: "insert", databaseUrl: urls.ownerUrl, ...job });
      limits.insert.get(clients)?.push(insert);
      await requireStored(context, bare, insert);
    },
    async close(): Promise<void> {
      await bareServer.stop();
    },
  };
}

/** Every acknowledged row has to be there; the table is emptied for the next run. */
async function requireStored({ database }: SizeContext, ...loads: MeasuredLoad[]): Promise<void> {
  await database.asSuperuser(LIMIT_DATABASE, async (client) => {
    const { rows } = await client.query("SELECT count(*)::int AS stored FROM bench_rows");
    const acknowledged = loads.reduce((sum, load) => sum + load.acknowledged, 0);
    if (rows[0].stored !== acknowledged) {
      throw new Error(`the limit's table holds ${rows[0].stored} rows, ${acknowledged} were acknowledged`);
    }
    await client.query("TRUNCATE bench_rows");
  });
}
