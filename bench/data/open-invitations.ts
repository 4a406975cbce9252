import { v7 as uuidv7 } from "uuid";
import { hashToken, invitationToken, makeTokenSeed } from "@/server/tokens";
import { Random } from "../../tests/factories/random";
import type { SizeContext } from "../lib/bench-context";
import { foldChanges } from "./rebuild-rollups";
import { pointAtDatabase } from "./size-database";

const ROWS_PER_INSERT = 5000;
const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString("hex")}`;

export type OpenInvitation = { token: string; encounterId: string };

/** Encounters of today with a sent invitation each, ready to be answered: links as the product makes them. */
export async function createOpenInvitations(context: SizeContext, count: number): Promise<OpenInvitation[]> {
  const { cast, database, databaseName, authSecret } = context;
  pointAtDatabase(database.urls(databaseName), authSecret);
  const random = new Random(count);
  const invitations: OpenInvitation[] = [];
  await database.asSuperuser(databaseName, async (client) => {
    for (let start = 0; start < count; start += ROWS_PER_INSERT) {
      const rows = Array.from({ length: Math.min(ROWS_PER_INSERT, count - start) }, () => {
        const employee = random.pick(cast.employees);
        const touchpoint = cast.touchpoints[
          random.pick(employee.touchpoints)
        ] as (typeof cast.touchpoints)[number];
        const survey = cast.surveys[touchpoint.metric];
        const id = uuidv7();
        const seed = makeTokenSeed();
        const token = invitationToken(id, seed);
        invitations.push({ token, encounterId: id });
        return {
          id,
          seed: hex(seed),
          hash: hex(hashToken(token)),
          touchpoint: touchpoint.id,
          channel: touchpoint.channel,
          type: touchpoint.encounterTypeIds[0],
          employee: employee.id,
          location: employee.locationId,
          team: employee.teamId,
          survey: survey.id,
          version: survey.versionId,
        };
      });
      await client.query(
        `WITH rows AS (
           SELECT * FROM json_to_recordset($2::json) AS r (id uuid, seed bytea, hash bytea, touchpoint uuid, channel "Channel",
                    type uuid, employee uuid, location uuid, team uuid, survey uuid, version uuid)
         ), recorded AS (
           INSERT INTO encounters (organization_id, id, occurred_at, touchpoint_id, employee_id, location_id, team_id,
                                   encounter_type_id, channel, source)
           SELECT $1, id, now() - interval '3 hours', touchpoint, employee, location, team, type, channel, 'api' FROM rows
         )
         INSERT INTO invitations (organization_id, id, encounter_id, survey_id, survey_version_id, language, status, token_seed,
                                  token_hash, send_at, sent_at, expires_at)
         SELECT $1, id, id, survey, version, 'en', 'sent', seed, hash, now() - interval '2 hours', now() - interval '2 hours',
                now() + interval '12 days'
           FROM rows`,
        [cast.organizationId, JSON.stringify(rows)],
      );
    }
    await client.query("ANALYZE encounters, invitations");
    await foldChanges(client, cast.organizationId);
  });
  return invitations;
}
