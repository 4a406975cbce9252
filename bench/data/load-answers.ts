import type pg from "pg";
import type { BenchDatabase } from "../lib/bench-database";
import { type Cast, SEGMENTS, TIME_ZONE, YEARS } from "./cast";
import { comments } from "./comments";
import { dropIndexes, rebuildIndexes } from "./indexes";

/** Of six encounters one is not answered; of these every fourth was never invited. */
const ENCOUNTERS_PER_ANSWER = 6 / 5;
const MOST_CUSTOMERS = 400_000;
export const FILLED_TABLES = ["encounters", "invitations", "responses", "answers"];

/**
 * Fills an organization with encounters, invitations, responses and answers by SQL on the server: history of five years
 * that ends today, the same at each call apart from the day it ends. Triggers are off, so rollups have to be rebuilt.
 */
export async function loadAnswers(
  database: BenchDatabase,
  name: string,
  cast: Cast,
  answers: number,
  onProgress: (line: string) => void,
): Promise<void> {
  const step = async (title: string, run: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await run();
    onProgress(`${title}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  };
  const inParallel = (...chains: string[][]) =>
    Promise.all(
      chains.map((statements) =>
        database.asSuperuser(name, async (client) => {
          await client.query("SET session_replication_role = replica");
          for (const statement of statements) await client.query(statement);
        }),
      ),
    );
  const indexes = await database.asSuperuser(name, (client) => dropIndexes(client, FILLED_TABLES));
  await step("what happened", () =>
    database.asSuperuser(name, async (client) => {
      await describeCast(client, cast);
      await client.query("SET session_replication_role = replica");
      await client.query(customersSql(cast, answers));
      await client.query("SELECT setseed(0.4)");
      await client.query(historySql(answers));
    }),
  );
  await step("encounters, invitations, responses, answers", () =>
    inParallel([encountersSql(cast), answersSql(cast)], [invitationsSql(cast), responsesSql(cast)]),
  );
  await step("indexes", () => rebuildIndexes(database, name, indexes));
  await step("statistics", () =>
    database.asSuperuser(name, async (client) => {
      await client.query("DROP TABLE bench.history");
      await client.query("VACUUM ANALYZE");
      await client.query("CHECKPOINT");
    }),
  );
}

/** What the statements below look up by number. */
async function describeCast(client: pg.Client, cast: Cast): Promise<void> {
  await client.query(`
    CREATE SCHEMA bench;
    CREATE TABLE bench.employees (number int PRIMARY KEY, id uuid, location_id uuid, team_id uuid, effect float8,
                                  touchpoints int[]);
    CREATE TABLE bench.touchpoints (number int PRIMARY KEY, id uuid, channel "Channel", metric "MetricKey", effect float8,
                                    usual_type uuid, rare_type uuid, survey_id uuid, version_id uuid, question_id uuid);
    CREATE TABLE bench.comments (number int PRIMARY KEY, language text, comment text)`);
  await client.query(
    `INSERT INTO bench.employees
     SELECT number - 1, (e ->> 'id')::uuid, (e ->> 'locationId')::uuid, (e ->> 'teamId')::uuid, (e ->> 'effect')::float8,
            ARRAY(SELECT t::int FROM json_array_elements_text(e -> 'touchpoints') t)
       FROM json_array_elements($1::json) WITH ORDINALITY AS list (e, number)`,
    [JSON.stringify(cast.employees)],
  );
  const touchpoints = cast.touchpoints.map(({ metric, encounterTypeIds, ...rest }) => {
    const survey = cast.surveys[metric];
    const [usual, rare] = encounterTypeIds;
    return {
      ...rest,
      metric,
      usual,
      rare,
      survey: survey.id,
      version: survey.versionId,
      question: survey.questionIds.main,
    };
  });
  await client.query(
    `INSERT INTO bench.touchpoints
     SELECT number - 1, (t ->> 'id')::uuid, (t ->> 'channel')::"Channel", (t ->> 'metric')::"MetricKey",
            (t ->> 'effect')::float8, (t ->> 'usual')::uuid, (t ->> 'rare')::uuid, (t ->> 'survey')::uuid,
            (t ->> 'version')::uuid, (t ->> 'question')::uuid
       FROM json_array_elements($1::json) WITH ORDINALITY AS list (t, number)`,
    [JSON.stringify(touchpoints)],
  );
  await client.query(
    `INSERT INTO bench.comments
     SELECT number - 1, c ->> 'language', c ->> 'comment' FROM json_array_elements($1::json) WITH ORDINALITY AS l (c, number)`,
    [JSON.stringify(comments)],
  );
}

const customerCount = (answers: number) => Math.min(MOST_CUSTOMERS, Math.ceil(answers / 10));

/** Ids that follow from a number need not be looked up. */
const customerId = (number: string) =>
  `('00000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const segmentOf = (number: string) =>
  `(ARRAY[${SEGMENTS.map((segment) => `'${segment}'`)}, NULL])[1 + ${number} % ${SEGMENTS.length + 1}]`;

function customersSql(cast: Cast, answers: number): string {
  return `INSERT INTO customers (organization_id, id, name, email, external_reference, language, segment, consent, created_at)
    SELECT '${cast.organizationId}', ${customerId("n")}, 'Asiakas ' || n, 'asiakas-' || n || '@example.test', 'A' || n,
           (ARRAY['fi', 'fi', 'sv', 'en'])[1 + n % 4], ${segmentOf("n")}, 'given', now() - interval '${YEARS} years'
      FROM generate_series(0, ${customerCount(answers) - 1}) n`;
}

/**
 * One row for each encounter in the order of time: more of them from year to year, on Fridays and before Christmas, few on
 * Sundays. Ids carry their time in front, as the product's do.
 */
function historySql(answers: number): string {
  const encounters = Math.ceil(answers * ENCOUNTERS_PER_ANSWER);
  return `CREATE UNLOGGED TABLE bench.history AS
  WITH days AS (
    SELECT day, sum(weight) OVER (ORDER BY day) / sum(weight) OVER () AS share
      FROM (SELECT day::date AS day,
                   (ARRAY[1.0, 1.05, 1.05, 1.1, 1.25, 0.7, 0.25])[extract(isodow FROM day)::int]
                   * CASE WHEN extract(month FROM day) = 12 THEN 1.3 WHEN extract(month FROM day) = 7 THEN 0.75 ELSE 1 END
                   * (0.8 + 0.4 * (row_number() OVER (ORDER BY day)) / (365.25 * ${YEARS})) AS weight
              FROM generate_series((now() AT TIME ZONE '${TIME_ZONE}')::date - interval '${YEARS} years',
                                   (now() AT TIME ZONE '${TIME_ZONE}')::date - interval '1 day', '1 day') AS day) AS weighted
  ), spans AS (
    SELECT day, coalesce(lag(round(share * ${encounters})::int) OVER (ORDER BY day), 0) AS first,
           round(share * ${encounters})::int AS last
      FROM days
  ), drawn AS (
    SELECT number, (day + time '09:00' + interval '9 hours' * (number - first) / (last - first)) AT TIME ZONE '${TIME_ZONE}'
             AS occurred_at,
           floor(random() * 2000)::int AS employee, 1 + floor(random() * 5)::int AS place,
           floor(random() * ${customerCount(answers)})::int AS customer, random() AS luck, random() AS kind,
           random_normal() AS mood, interval '20 hours' * -ln(1 - random()) AS delay,
           extract(epoch FROM day)::float8 / 157788000 AS years5
      FROM spans CROSS JOIN LATERAL generate_series(first + 1, last) AS number
    OFFSET 0
  )
  SELECT drawn.number, occurred_at,
         CASE WHEN drawn.number % 6 <> 0 THEN least(occurred_at + interval '1 hour' + least(delay, interval '13 days'),
              (now() AT TIME ZONE '${TIME_ZONE}')::date::timestamp AT TIME ZONE '${TIME_ZONE}'
                - interval '5 hours' * luck - interval '1 minute') END AS answered_at,
         drawn.number % 24 = 0 AS is_uninvited,
         t.id AS touchpoint_id, e.id AS employee_id, e.location_id, e.team_id,
         CASE WHEN kind < 0.75 THEN t.usual_type ELSE t.rare_type END AS encounter_type_id,
         CASE WHEN kind < 0.93 THEN t.channel ELSE 'phone'::"Channel" END AS channel,
         customer, metric, survey_id, version_id, question_id,
         CASE metric
           WHEN 'nps' THEN least(10, greatest(0, round(8.3 + 2.1 * (mood + e.effect + t.effect + 0.3 * sin(years5 * 9)))))
           WHEN 'csat' THEN least(5, greatest(1, round(4.2 + 0.9 * (mood + e.effect + t.effect + 0.3 * sin(years5 * 7)))))
           ELSE least(7, greatest(1, round(5.5 + 1.4 * (mood + e.effect + t.effect + 0.3 * sin(years5 * 5)))))
         END::smallint AS score,
         CASE WHEN luck < 0.03 THEN floor(luck / 0.03 * (SELECT count(*) FROM bench.comments))::int END AS comment,
         (lpad(to_hex((extract(epoch FROM occurred_at) * 1000)::bigint), 12, '0') || '7000' || '8'
            || lpad(to_hex(drawn.number), 15, '0'))::uuid AS id
    FROM drawn
    JOIN bench.employees e ON e.number = drawn.employee
    JOIN bench.touchpoints t ON t.number = e.touchpoints[place]`;
}

function encountersSql(cast: Cast): string {
  return `INSERT INTO encounters (organization_id, id, occurred_at, touchpoint_id, employee_id, location_id, team_id,
      encounter_type_id, channel, segment, customer_id, external_reference, source, created_at, no_invitation_reason)
    SELECT '${cast.organizationId}', id, occurred_at, touchpoint_id, employee_id, location_id, team_id, encounter_type_id,
           channel, ${segmentOf("customer")}, ${customerId("customer")}, 'K' || number, 'csv', occurred_at,
           CASE WHEN is_uninvited THEN 'no_contact'::"NoInvitationReason" END
      FROM bench.history`;
}

/** Ids of invitation and response are the encounter's own: unique in their tables, in the order of time. */
function invitationsSql(cast: Cast): string {
  return `INSERT INTO invitations (organization_id, id, encounter_id, customer_id, survey_id, survey_version_id, language,
      status, token_seed, token_hash, created_at, send_at, sent_at, expires_at, closed_at, answered_at)
    SELECT '${cast.organizationId}', id, id, ${customerId("customer")}, survey_id, version_id,
           (ARRAY['fi', 'fi', 'sv', 'en'])[1 + customer % 4],
           CASE WHEN answered_at IS NULL THEN 'sent'::"InvitationStatus" ELSE 'answered' END, uuid_send(id),
           sha256(uuid_send(id)), occurred_at, occurred_at + interval '1 hour', occurred_at + interval '1 hour',
           occurred_at + interval '1 hour 14 days',
           CASE WHEN occurred_at < now() - interval '14 days 1 hour' THEN occurred_at + interval '1 hour 14 days' END,
           answered_at
      FROM bench.history WHERE NOT is_uninvited`;
}

function responsesSql(cast: Cast): string {
  return `INSERT INTO responses (organization_id, id, respondent_key_hash, encounter_id, survey_id, survey_version_id, language,
      answered_at, completed_at, comment, touchpoint_id, employee_id, location_id, team_id, encounter_type_id, channel, segment)
    SELECT '${cast.organizationId}', id, sha256(uuid_send(id) || 'r'::bytea), id, survey_id, version_id,
           coalesce(c.language, 'fi'), answered_at, CASE WHEN h.number % 10 < 7 THEN answered_at END, c.comment, touchpoint_id,
           employee_id, location_id, team_id, encounter_type_id, channel, ${segmentOf("customer")}
      FROM bench.history h LEFT JOIN bench.comments c ON c.number = h.comment
     WHERE answered_at IS NOT NULL`;
}

function answersSql(cast: Cast): string {
  return `INSERT INTO answers (organization_id, response_id, question_id, metric, is_main, score, answered_at, touchpoint_id,
      employee_id, location_id, team_id, encounter_type_id, channel, segment)
    SELECT '${cast.organizationId}', id, question_id, metric, true, score, answered_at, touchpoint_id, employee_id,
           location_id, team_id, encounter_type_id, channel, ${segmentOf("customer")}
      FROM bench.history WHERE answered_at IS NOT NULL`;
}
