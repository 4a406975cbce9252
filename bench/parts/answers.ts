import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createOpenInvitations, type OpenInvitation } from "../data/open-invitations";
import type { SizeContext } from "../lib/bench-context";
import { type MeasuredLoad, measureLoad } from "../lib/measure-load";
import { WARM_UP_SECONDS } from "./limits";

/** More than the product is likely to take from a client in a second; a run that uses them up fails. */
const FLOWS_PER_SECOND = 300;
const MOST_FLOWS_PER_SECOND = 1500;

/** Invitations' pages opened and their forms posted, at this many clients; every answer is looked up afterwards. */
export async function measureAnswers(context: SizeContext, clients: number): Promise<MeasuredLoad> {
  const { options, folder, server } = context;
  const rate = Math.min(MOST_FLOWS_PER_SECOND, FLOWS_PER_SECOND * clients);
  const invitations = await createOpenInvitations(context, rate * (options.seconds + WARM_UP_SECONDS));
  const tokensFile = path.join(folder, "tokens.txt");
  const storedFile = path.join(folder, "stored.txt");
  writeFileSync(tokensFile, invitations.map(({ token }) => token).join("\n"));
  rmSync(storedFile, { force: true });
  const load = await measureLoad(context, {
    flow: "answer",
    port: server.port,
    tokensFile,
    storedFile,
    clients,
    seconds: options.seconds,
    warmUpSeconds: WARM_UP_SECONDS,
  });
  if (load.acknowledged === 0) throw new Error(`no answer was stored: ${JSON.stringify(load.errors)}`);
  await requireStored(context, invitations, readFileSync(storedFile, "utf8").trim().split("\n"));
  return load;
}

/** Every answer that a respondent was thanked for has to be stored with the score that was sent. */
async function requireStored(
  { database, databaseName, cast }: SizeContext,
  invitations: OpenInvitation[],
  stored: string[],
): Promise<void> {
  const encounterOf = new Map(invitations.map(({ token, encounterId }) => [token, encounterId]));
  const sent = stored.map((line) => {
    const [token = "", score] = line.split(" ");
    return { encounter: encounterOf.get(token), score: Number(score) };
  });
  await database.asSuperuser(databaseName, async (client) => {
    const { rows } = await client.query(
      `SELECT count(*)::int AS found
         FROM json_to_recordset($2::json) AS sent (encounter uuid, score int)
         JOIN responses r ON r.organization_id = $1 AND r.encounter_id = sent.encounter
         JOIN answers a ON a.organization_id = $1 AND a.response_id = r.id AND a.is_main AND a.score = sent.score`,
      [cast.organizationId, JSON.stringify(sent)],
    );
    if (rows[0].found !== sent.length) {
      throw new Error(`${sent.length} answers were acknowledged, ${rows[0].found} are stored`);
    }
  });
}
