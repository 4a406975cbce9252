import { Random } from "../../tests/factories/random";
import type { SizeContext } from "../lib/bench-context";
import { type MeasuredLoad, measureLoad } from "../lib/measure-load";
import { WARM_UP_SECONDS } from "./limits";

const BODIES = 2000;

/** Encounters of known customers recorded by the programming interface, one in each request, at this many clients. */
export async function measureIngest(context: SizeContext, clients: number): Promise<MeasuredLoad> {
  const { options, server, cast } = context;
  // Nobody before has used these references.
  const prefix = `bench-${Date.now()}-`;
  const load = await measureLoad(context, {
    flow: "record-encounter",
    port: server.port,
    key: cast.apiKey,
    bodies: makeBodies(context),
    prefix,
    clients,
    seconds: options.seconds,
    warmUpSeconds: WARM_UP_SECONDS,
  });
  if (load.acknowledged === 0) throw new Error(`no encounter was recorded: ${JSON.stringify(load.errors)}`);
  await requireStored(context, prefix, load);
  await untilInvited(context, prefix);
  return load;
}

function makeBodies({ cast }: SizeContext): object[] {
  const random = new Random(7);
  return Array.from({ length: BODIES }, () => {
    const employee = random.pick(cast.employees);
    const touchpoint = cast.touchpoints[
      random.pick(employee.touchpoints)
    ] as (typeof cast.touchpoints)[number];
    return {
      touchpointId: touchpoint.id,
      encounterTypeId: touchpoint.encounterTypeIds[0],
      employeeId: employee.id,
      customer: { externalReference: `A${random.integer(0, 999)}` },
    };
  });
}

/** Every acknowledged encounter has to be there. What was refused or broke off may be there or not. */
async function requireStored(
  { database, databaseName, cast }: SizeContext,
  prefix: string,
  load: MeasuredLoad,
): Promise<void> {
  const failed = Object.values(load.errors).reduce((sum, count) => sum + count, 0);
  await database.asSuperuser(databaseName, async (client) => {
    const { rows } = await client.query(
      `SELECT count(*)::int AS stored FROM encounters
        WHERE organization_id = $1 AND occurred_at > now() - interval '1 hour' AND starts_with(external_reference, $2)`,
      [cast.organizationId, prefix],
    );
    const { stored } = rows[0];
    if (stored < load.acknowledged || stored > load.acknowledged + failed) {
      throw new Error(`${load.acknowledged} encounters were acknowledged, ${stored} are stored`);
    }
  });
}

const MOST_MINUTES = 5;

/** Waits until the worker has decided about every encounter, so that the next run starts on a quiet machine. */
async function untilInvited({ database, databaseName, cast }: SizeContext, prefix: string): Promise<void> {
  await database.asSuperuser(databaseName, async (client) => {
    for (const deadline = Date.now() + MOST_MINUTES * 60_000; ; ) {
      const { rows } = await client.query(
        `SELECT count(*)::int AS undecided FROM encounters e
          WHERE organization_id = $1 AND occurred_at > now() - interval '1 hour' AND starts_with(external_reference, $2)
            AND no_invitation_reason IS NULL
            AND NOT EXISTS (SELECT FROM invitations i WHERE i.organization_id = e.organization_id AND i.encounter_id = e.id)`,
        [cast.organizationId, prefix],
      );
      if (rows[0].undecided === 0) return;
      if (Date.now() > deadline) throw new Error(`${rows[0].undecided} encounters are still undecided`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });
}
