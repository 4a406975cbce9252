-- Rollups of answers and of encounters' outcomes, exact at every moment (docs/decisions/0009-rollups.md): triggers note each change
-- in a journal to which rows are only ever added, the worker folds the journal into counts, and figures are counts plus
-- journal. No writer touches a row that another one touches.

-- What is noted keeps its moment, not its day: which day that is depends on the organization's time zone, and only the
-- folding decides on one. Ordered by it, a batch to fold is close together in time and meets few counts.
ALTER TABLE answer_changes DROP COLUMN "day", ADD COLUMN moment timestamptz(3) NOT NULL,
  DROP CONSTRAINT answer_changes_pkey, ADD CONSTRAINT answer_changes_pkey PRIMARY KEY (organization_id, moment, id);
ALTER TABLE outcome_changes DROP COLUMN "day", ADD COLUMN moment timestamptz(3) NOT NULL,
  DROP CONSTRAINT outcome_changes_pkey, ADD CONSTRAINT outcome_changes_pkey PRIMARY KEY (organization_id, moment, id);
-- Every row comes and goes: dead ones are cleared away soon, however large the table once was.
ALTER TABLE answer_changes SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
ALTER TABLE outcome_changes SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- Metrics as small numbers (1 nps, 2 csat, 3 ces): comparing enums is not leakproof, so behind row-level security no index
-- can use it. The primary key serves reading by time, the unique index finding the count to add to and reading one
-- touchpoint's or employee's, the last one reading one location's.
ALTER TABLE answer_counts ALTER COLUMN metric TYPE smallint USING NULL,
  DROP CONSTRAINT answer_counts_pkey, ADD CONSTRAINT answer_counts_pkey PRIMARY KEY (organization_id, grain, metric, "day", id);
CREATE UNIQUE INDEX answer_counts_cell_key ON answer_counts (organization_id, grain, metric, employee_id, touchpoint_id,
  location_id, channel, encounter_type_id, segment, "day") NULLS NOT DISTINCT;
CREATE INDEX answer_counts_of_location_idx ON answer_counts (organization_id, grain, metric, location_id, "day")
  WHERE location_id IS NOT NULL;
ALTER TABLE outcome_counts DROP CONSTRAINT outcome_counts_pkey,
  ADD CONSTRAINT outcome_counts_pkey PRIMARY KEY (organization_id, grain, "day", id);
CREATE UNIQUE INDEX outcome_counts_cell_key ON outcome_counts (organization_id, grain, employee_id, touchpoint_id, location_id,
  channel, encounter_type_id, segment, "day", outcome) NULLS NOT DISTINCT;
CREATE INDEX outcome_counts_of_location_idx ON outcome_counts (organization_id, grain, location_id, "day")
  WHERE location_id IS NOT NULL;
-- Counts grow in place.
ALTER TABLE answer_counts SET (fillfactor = 80);
ALTER TABLE outcome_counts SET (fillfactor = 80);

-- Null: the rollups are complete. Else they are being built, so far with everything before this moment.
ALTER TABLE rollup_states ADD COLUMN built_until timestamptz(3);

-- Answers with several dimensions fixed are counted one by one; those of one touchpoint are found by this.
CREATE INDEX answers_organization_id_touchpoint_id_answered_at_idx ON answers (organization_id, touchpoint_id, answered_at);
-- The latest comments, without walking through the answers that came without words.
CREATE INDEX responses_with_words_idx ON responses (organization_id, answered_at, id)
  WHERE comment IS NOT NULL OR follow_up IS NOT NULL;

-- ---------------------------------------------------------------- which counts there are

-- The same list as src/features/dashboards/rollups/grains.ts, which tells what each is for; a test compares them.
CREATE FUNCTION rollup_grains() RETURNS TABLE (code smallint, span text, kept text[]) LANGUAGE sql IMMUTABLE AS $$
  VALUES
    (10::smallint, 'day', '{}'::text[]),
    (20::smallint, 'day', '{channel,encounter_type_id,segment}'::text[]),
    (21::smallint, 'week', '{channel,encounter_type_id,segment}'::text[]),
    (22::smallint, 'month', '{channel,encounter_type_id,segment}'::text[]),
    (30::smallint, 'day', '{touchpoint_id,channel}'::text[]),
    (31::smallint, 'week', '{touchpoint_id,channel}'::text[]),
    (32::smallint, 'month', '{touchpoint_id,channel}'::text[]),
    (40::smallint, 'day', '{location_id}'::text[]),
    (41::smallint, 'week', '{location_id}'::text[]),
    (42::smallint, 'month', '{location_id}'::text[]),
    (51::smallint, 'week', '{touchpoint_id,channel,encounter_type_id,segment}'::text[]),
    (52::smallint, 'month', '{touchpoint_id,channel,encounter_type_id,segment}'::text[]),
    (61::smallint, 'week', '{location_id,touchpoint_id,channel}'::text[]),
    (62::smallint, 'month', '{location_id,touchpoint_id,channel}'::text[]),
    (71::smallint, 'week', '{employee_id,location_id}'::text[]),
    (72::smallint, 'month', '{employee_id,location_id}'::text[]),
    (73::smallint, 'year', '{employee_id,location_id}'::text[])
$$;

-- SQL text: rows of `source` (day, the dimensions and what `keys` and `sums` speak of) added up at every grain, in the order
-- organization, grain, day, dimensions, keys, sums.
CREATE FUNCTION rollup_rows_sql(source text, keys text, sums text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(format(
    'SELECT app_organization_id(), %s::smallint, %s AS first_day, %s, %s, %s FROM %I GROUP BY %s',
    code,
    CASE span WHEN 'day' THEN 'day' ELSE format('date_trunc(%L, day::timestamp)::date', span) END,
    (SELECT string_agg(CASE WHEN name = ANY (kept) THEN name ELSE format('NULL::%s', type) END, ', ' ORDER BY place)
       FROM (VALUES (1, 'touchpoint_id', 'uuid'), (2, 'employee_id', 'uuid'), (3, 'location_id', 'uuid'),
                    (4, 'encounter_type_id', 'uuid'), (5, 'channel', '"Channel"'), (6, 'segment', 'text'))
              AS dimension (place, name, type)),
    keys, sums, source,
    array_to_string(ARRAY['first_day', keys] || kept, ', ')), ' UNION ALL ' ORDER BY code)
  FROM rollup_grains()
$$;

CREATE FUNCTION metric_code(metric "MetricKey") RETURNS smallint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE metric WHEN 'nps' THEN 1 WHEN 'csat' THEN 2 ELSE 3 END::smallint
$$;

-- How far an encounter came, by what is known of it and its invitation (EncounterOutcome in features/dashboards/funnel.ts).
CREATE FUNCTION encounter_outcome(reason "NoInvitationReason", status "InvitationStatus", sent_at timestamptz,
                                  bounced_at timestamptz, closed_at timestamptz)
RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN sent_at IS NULL THEN coalesce(reason::text, CASE status WHEN 'scheduled' THEN 'scheduled'
                                                                 WHEN 'not_sent' THEN 'not_sent' ELSE 'undecided' END)
    WHEN status = 'answered' THEN CASE WHEN closed_at IS NULL THEN 'answered_early' ELSE 'answered' END
    WHEN bounced_at IS NOT NULL THEN 'bounced'
    WHEN closed_at IS NULL THEN 'waiting'
    ELSE 'unanswered' END
$$;

-- ---------------------------------------------------------------- noting changes

CREATE FUNCTION note_answer_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO answer_changes (organization_id, moment, metric, score, touchpoint_id, employee_id, location_id,
                                encounter_type_id, channel, segment, count)
    SELECT organization_id, answered_at, metric, score, touchpoint_id, employee_id, location_id, encounter_type_id, channel,
           segment, count(*)
      FROM new_rows WHERE is_main GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO answer_changes (organization_id, moment, metric, score, touchpoint_id, employee_id, location_id,
                                encounter_type_id, channel, segment, count)
    SELECT organization_id, answered_at, metric, score, touchpoint_id, employee_id, location_id, encounter_type_id, channel,
           segment, -count(*)
      FROM old_rows WHERE is_main GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10;
  ELSE
    INSERT INTO answer_changes (organization_id, moment, metric, score, touchpoint_id, employee_id, location_id,
                                encounter_type_id, channel, segment, count)
    SELECT organization_id, answered_at, metric, score, touchpoint_id, employee_id, location_id, encounter_type_id, channel,
           segment, sum(sign)
      FROM (SELECT *, 1 AS sign FROM new_rows WHERE is_main
            UNION ALL
            SELECT *, -1 FROM old_rows WHERE is_main) AS changed
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 HAVING sum(sign) <> 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_inserted AFTER INSERT ON answers REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_answer_changes();
CREATE TRIGGER note_updated AFTER UPDATE ON answers REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_answer_changes();
CREATE TRIGGER note_deleted AFTER DELETE ON answers REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_answer_changes();

-- An encounter counts on the day its invitation was sent; without a sent one, on its own day.
CREATE FUNCTION note_encounter_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    -- Nothing refers to it yet.
    INSERT INTO outcome_changes (organization_id, moment, outcome, touchpoint_id, employee_id, location_id, encounter_type_id,
                                 channel, segment, count)
    SELECT organization_id, occurred_at, encounter_outcome(no_invitation_reason, NULL, NULL, NULL, NULL), touchpoint_id,
           employee_id, location_id, encounter_type_id, channel, segment, count(*)
      FROM new_rows GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
  ELSIF TG_OP = 'DELETE' THEN
    -- Its invitation is gone already: the reference does not let it go first.
    INSERT INTO outcome_changes (organization_id, moment, outcome, touchpoint_id, employee_id, location_id, encounter_type_id,
                                 channel, segment, count)
    SELECT organization_id, occurred_at, encounter_outcome(no_invitation_reason, NULL, NULL, NULL, NULL), touchpoint_id,
           employee_id, location_id, encounter_type_id, channel, segment, -count(*)
      FROM old_rows GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;
  ELSE
    INSERT INTO outcome_changes (organization_id, moment, outcome, touchpoint_id, employee_id, location_id, encounter_type_id,
                                 channel, segment, count)
    SELECT e.organization_id, coalesce(i.sent_at, e.occurred_at),
           encounter_outcome(e.no_invitation_reason, i.status, i.sent_at, i.bounced_at, i.closed_at), e.touchpoint_id,
           e.employee_id, e.location_id, e.encounter_type_id, e.channel, e.segment, sum(e.sign)
      FROM (SELECT *, 1 AS sign FROM new_rows UNION ALL SELECT *, -1 FROM old_rows) AS e
      LEFT JOIN invitations i ON i.organization_id = e.organization_id AND i.encounter_id = e.id
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(e.sign) <> 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_inserted AFTER INSERT ON encounters REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_encounter_changes();
CREATE TRIGGER note_updated AFTER UPDATE ON encounters REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_encounter_changes();
CREATE TRIGGER note_deleted AFTER DELETE ON encounters REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_encounter_changes();

-- While an invitation is not sent, the outcome depends on the encounter's reason too, which another transaction may be
-- changing: such encounters are locked until the end, so that one of the two sees what the other did. Sent invitations
-- (every answer's) need none of that.
CREATE FUNCTION note_invitation_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM encounters e
      WHERE (e.organization_id, e.id) IN (SELECT organization_id, encounter_id FROM new_rows) ORDER BY e.id FOR SHARE;
    INSERT INTO outcome_changes (organization_id, moment, outcome, touchpoint_id, employee_id, location_id, encounter_type_id,
                                 channel, segment, count)
    SELECT e.organization_id, coalesce(i.sent_at, e.occurred_at),
           encounter_outcome(e.no_invitation_reason, i.status, i.sent_at, i.bounced_at, i.closed_at), e.touchpoint_id,
           e.employee_id, e.location_id, e.encounter_type_id, e.channel, e.segment, sum(i.sign)
      FROM (SELECT organization_id, encounter_id, status, sent_at, bounced_at, closed_at, 1 AS sign FROM new_rows
            UNION ALL
            SELECT organization_id, encounter_id, NULL, NULL, NULL, NULL, -1 FROM new_rows) AS i
      JOIN encounters e ON e.organization_id = i.organization_id AND e.id = i.encounter_id
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(i.sign) <> 0;
  ELSIF TG_OP = 'DELETE' THEN
    PERFORM 1 FROM encounters e
      WHERE (e.organization_id, e.id) IN (SELECT organization_id, encounter_id FROM old_rows) ORDER BY e.id FOR SHARE;
    INSERT INTO outcome_changes (organization_id, moment, outcome, touchpoint_id, employee_id, location_id, encounter_type_id,
                                 channel, segment, count)
    SELECT e.organization_id, coalesce(i.sent_at, e.occurred_at),
           encounter_outcome(e.no_invitation_reason, i.status, i.sent_at, i.bounced_at, i.closed_at), e.touchpoint_id,
           e.employee_id, e.location_id, e.encounter_type_id, e.channel, e.segment, sum(i.sign)
      FROM (SELECT organization_id, encounter_id, status, sent_at, bounced_at, closed_at, -1 AS sign FROM old_rows
            UNION ALL
            SELECT organization_id, encounter_id, NULL, NULL, NULL, NULL, 1 FROM old_rows) AS i
      JOIN encounters e ON e.organization_id = i.organization_id AND e.id = i.encounter_id
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(i.sign) <> 0;
  ELSE
    PERFORM 1 FROM encounters e
      WHERE (e.organization_id, e.id) IN (
        SELECT organization_id, encounter_id FROM old_rows WHERE sent_at IS NULL
        UNION SELECT organization_id, encounter_id FROM new_rows WHERE sent_at IS NULL) ORDER BY e.id FOR SHARE;
    INSERT INTO outcome_changes (organization_id, moment, outcome, touchpoint_id, employee_id, location_id, encounter_type_id,
                                 channel, segment, count)
    SELECT e.organization_id, coalesce(i.sent_at, e.occurred_at),
           encounter_outcome(e.no_invitation_reason, i.status, i.sent_at, i.bounced_at, i.closed_at), e.touchpoint_id,
           e.employee_id, e.location_id, e.encounter_type_id, e.channel, e.segment, sum(i.sign)
      FROM (SELECT organization_id, encounter_id, status, sent_at, bounced_at, closed_at, 1 AS sign FROM new_rows
            UNION ALL
            SELECT organization_id, encounter_id, status, sent_at, bounced_at, closed_at, -1 FROM old_rows) AS i
      JOIN encounters e ON e.organization_id = i.organization_id AND e.id = i.encounter_id
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 HAVING sum(i.sign) <> 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER note_inserted AFTER INSERT ON invitations REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_invitation_changes();
CREATE TRIGGER note_updated AFTER UPDATE ON invitations REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_invitation_changes();
CREATE TRIGGER note_deleted AFTER DELETE ON invitations REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_invitation_changes();

-- ---------------------------------------------------------------- folding and building

-- A new organization's rollups are complete: there is nothing to count. Older ones get theirs built by the worker.
CREATE FUNCTION start_rollups() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_states (organization_id, time_zone) VALUES (NEW.id, NEW.time_zone);
  RETURN NULL;
END $$;
CREATE TRIGGER start_rollups AFTER INSERT ON organizations FOR EACH ROW EXECUTE FUNCTION start_rollups();

-- SQL text: adds what `sources` (a list of common table expressions, the last one named source) gives to the counts, and
-- gives the keys of counts that became zero. Written in the order they are read: what one figure needs lies together.
CREATE FUNCTION add_to_answer_counts_sql(sources text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format($sql$
    WITH %s, added AS (
      INSERT INTO answer_counts (organization_id, grain, "day", touchpoint_id, employee_id, location_id, encounter_type_id,
                                 channel, segment, metric, score_0, score_1, score_2, score_3, score_4, score_5, score_6, score_7,
                                 score_8, score_9, score_10)
      SELECT * FROM (%s) AS rows ORDER BY 2, 10, 3, 5, 4
      ON CONFLICT (organization_id, grain, metric, employee_id, touchpoint_id, location_id, channel, encounter_type_id,
                   segment, "day")
      DO UPDATE SET score_0 = answer_counts.score_0 + excluded.score_0,
        score_1 = answer_counts.score_1 + excluded.score_1,
        score_2 = answer_counts.score_2 + excluded.score_2,
        score_3 = answer_counts.score_3 + excluded.score_3,
        score_4 = answer_counts.score_4 + excluded.score_4,
        score_5 = answer_counts.score_5 + excluded.score_5,
        score_6 = answer_counts.score_6 + excluded.score_6,
        score_7 = answer_counts.score_7 + excluded.score_7,
        score_8 = answer_counts.score_8 + excluded.score_8,
        score_9 = answer_counts.score_9 + excluded.score_9,
        score_10 = answer_counts.score_10 + excluded.score_10
      RETURNING grain, metric, "day", id, (answer_counts.score_0, answer_counts.score_1, answer_counts.score_2, answer_counts.score_3,
                answer_counts.score_4, answer_counts.score_5, answer_counts.score_6, answer_counts.score_7,
                answer_counts.score_8, answer_counts.score_9, answer_counts.score_10) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) AS is_zero)
    SELECT array_agg(grain), array_agg(metric), array_agg("day"), array_agg(id) FROM added WHERE is_zero$sql$,
    sources,
    rollup_rows_sql('source', 'metric', $sums$
      coalesce(sum(count) FILTER (WHERE score = 0), 0), coalesce(sum(count) FILTER (WHERE score = 1), 0),
      coalesce(sum(count) FILTER (WHERE score = 2), 0), coalesce(sum(count) FILTER (WHERE score = 3), 0),
      coalesce(sum(count) FILTER (WHERE score = 4), 0), coalesce(sum(count) FILTER (WHERE score = 5), 0),
      coalesce(sum(count) FILTER (WHERE score = 6), 0), coalesce(sum(count) FILTER (WHERE score = 7), 0),
      coalesce(sum(count) FILTER (WHERE score = 8), 0), coalesce(sum(count) FILTER (WHERE score = 9), 0),
      coalesce(sum(count) FILTER (WHERE score = 10), 0)$sums$))
$$;
CREATE FUNCTION add_to_outcome_counts_sql(sources text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT format($sql$
    WITH %s, added AS (
      INSERT INTO outcome_counts (organization_id, grain, "day", touchpoint_id, employee_id, location_id, encounter_type_id,
                                  channel, segment, outcome, count)
      SELECT * FROM (%s) AS rows ORDER BY 2, 3, 5, 4
      ON CONFLICT (organization_id, grain, employee_id, touchpoint_id, location_id, channel, encounter_type_id, segment,
                   "day", outcome)
      DO UPDATE SET count = outcome_counts.count + excluded.count
      RETURNING grain, "day", id, count = 0 AS is_zero)
    SELECT array_agg(grain), array_agg("day"), array_agg(id) FROM added WHERE is_zero$sql$,
    sources, rollup_rows_sql('source', 'outcome', 'sum(count)'))
$$;

-- Adds up to `most` noted changes of answers and as many of outcomes to the counts. Gives how many they were.
CREATE FUNCTION fold_changes(zone text, most integer) RETURNS integer LANGUAGE plpgsql SET work_mem = '64MB' AS $$
DECLARE
  grains smallint[]; metrics smallint[]; days date[]; ids bigint[];
  answers_folded integer; outcomes_folded integer;
BEGIN
  SELECT count(*) INTO answers_folded FROM (SELECT 1 FROM answer_changes
    WHERE organization_id = app_organization_id() LIMIT most) AS noted;
  IF answers_folded > 0 THEN
    EXECUTE add_to_answer_counts_sql($sql$
      picked AS MATERIALIZED (
        SELECT moment, id FROM answer_changes WHERE organization_id = app_organization_id() ORDER BY moment, id LIMIT $1),
      moved AS (
        DELETE FROM answer_changes c USING picked p
         WHERE c.organization_id = app_organization_id() AND c.moment = p.moment AND c.id = p.id RETURNING c.*),
      source AS MATERIALIZED (
        SELECT (moment AT TIME ZONE $2)::date AS day, metric_code(metric) AS metric, score, touchpoint_id, employee_id,
               location_id, encounter_type_id, channel, segment, count FROM moved)$sql$)
      INTO grains, metrics, days, ids USING most, zone;
    DELETE FROM answer_counts c USING unnest(grains, metrics, days, ids) AS zero (grain, metric, "day", id)
      WHERE c.organization_id = app_organization_id() AND c.grain = zero.grain AND c.metric = zero.metric
        AND c."day" = zero."day" AND c.id = zero.id;
  END IF;
  SELECT count(*) INTO outcomes_folded FROM (SELECT 1 FROM outcome_changes
    WHERE organization_id = app_organization_id() LIMIT most) AS noted;
  IF outcomes_folded > 0 THEN
    EXECUTE add_to_outcome_counts_sql($sql$
      picked AS MATERIALIZED (
        SELECT moment, id FROM outcome_changes WHERE organization_id = app_organization_id() ORDER BY moment, id LIMIT $1),
      moved AS (
        DELETE FROM outcome_changes c USING picked p
         WHERE c.organization_id = app_organization_id() AND c.moment = p.moment AND c.id = p.id RETURNING c.*),
      source AS MATERIALIZED (
        SELECT (moment AT TIME ZONE $2)::date AS day, outcome, touchpoint_id, employee_id, location_id, encounter_type_id,
               channel, segment, count FROM moved)$sql$)
      INTO grains, days, ids USING most, zone;
    DELETE FROM outcome_counts c USING unnest(grains, days, ids) AS zero (grain, "day", id)
      WHERE c.organization_id = app_organization_id() AND c.grain = zero.grain AND c."day" = zero."day" AND c.id = zero.id;
  END IF;
  RETURN answers_folded + outcomes_folded;
END $$;

-- One step of building the rollups from the answers and encounters themselves: removes up to 10 × `most` old counts, or
-- counts what lies between `since` and about `most` answers or encounters later. One statement counts the rows it sees and
-- removes what was noted of them, so nothing is counted twice or lost, whoever writes meanwhile. Gives how far it came:
-- infinity at the end.
CREATE FUNCTION build_rollups(zone text, since timestamptz, most integer) RETURNS timestamptz LANGUAGE plpgsql
SET work_mem = '64MB' AS $$
DECLARE
  until timestamptz; removed integer; outcomes_removed integer;
BEGIN
  IF since = '-infinity' THEN
    DELETE FROM answer_counts WHERE ctid IN (
      SELECT ctid FROM answer_counts WHERE organization_id = app_organization_id() LIMIT 10 * most);
    GET DIAGNOSTICS removed = ROW_COUNT;
    DELETE FROM outcome_counts WHERE ctid IN (
      SELECT ctid FROM outcome_counts WHERE organization_id = app_organization_id() LIMIT 10 * most);
    GET DIAGNOSTICS outcomes_removed = ROW_COUNT;
    IF removed + outcomes_removed > 0 THEN RETURN since; END IF;
  END IF;
  until := least(
    (SELECT answered_at FROM answers WHERE organization_id = app_organization_id() AND answered_at > since
      ORDER BY answered_at OFFSET most LIMIT 1),
    (SELECT occurred_at FROM encounters WHERE organization_id = app_organization_id() AND occurred_at > since
      ORDER BY occurred_at OFFSET most LIMIT 1),
    'infinity');
  EXECUTE add_to_answer_counts_sql($sql$
    gone AS (DELETE FROM answer_changes WHERE organization_id = app_organization_id() AND moment >= $1 AND moment < $2),
    source AS MATERIALIZED (
      SELECT (answered_at AT TIME ZONE $3)::date AS day, metric_code(metric) AS metric, score, touchpoint_id, employee_id,
             location_id, encounter_type_id, channel, segment, 1 AS count
        FROM answers
       WHERE organization_id = app_organization_id() AND is_main AND answered_at >= $1 AND answered_at < $2)$sql$)
    USING since, until, zone;
  EXECUTE add_to_outcome_counts_sql($sql$
    gone AS (DELETE FROM outcome_changes WHERE organization_id = app_organization_id() AND moment >= $1 AND moment < $2),
    source AS MATERIALIZED (
      SELECT (i.sent_at AT TIME ZONE $3)::date AS day,
             encounter_outcome(e.no_invitation_reason, i.status, i.sent_at, i.bounced_at, i.closed_at) AS outcome,
             e.touchpoint_id, e.employee_id, e.location_id, e.encounter_type_id, e.channel, e.segment, 1 AS count
        FROM invitations i JOIN encounters e ON e.organization_id = i.organization_id AND e.id = i.encounter_id
       WHERE i.organization_id = app_organization_id() AND i.sent_at >= $1 AND i.sent_at < $2
      UNION ALL
      SELECT (e.occurred_at AT TIME ZONE $3)::date, encounter_outcome(e.no_invitation_reason, i.status, NULL, NULL, NULL),
             e.touchpoint_id, e.employee_id, e.location_id, e.encounter_type_id, e.channel, e.segment, 1
        FROM encounters e
        LEFT JOIN invitations i ON i.organization_id = e.organization_id AND i.encounter_id = e.id
       WHERE e.organization_id = app_organization_id() AND e.occurred_at >= $1 AND e.occurred_at < $2
         AND i.sent_at IS NULL)$sql$)
    USING since, until, zone;
  RETURN until;
END $$;

-- One step of keeping the rollups of the organization: folds up to `most` changes of each kind, or builds on where they are
-- not complete or were cut in another time zone. One transaction at a time does this; to another one nothing is to be done.
-- Gives how many changes were folded, and whether the rollups are complete.
CREATE FUNCTION roll_up(most integer) RETURNS TABLE (folded integer, is_complete boolean) LANGUAGE plpgsql AS $$
DECLARE
  zone text; state rollup_states;
BEGIN
  SELECT time_zone INTO STRICT zone FROM organizations WHERE id = app_organization_id();
  INSERT INTO rollup_states (organization_id, time_zone, built_until) VALUES (app_organization_id(), zone, '-infinity')
    ON CONFLICT DO NOTHING;
  SELECT * INTO state FROM rollup_states WHERE organization_id = app_organization_id() FOR UPDATE SKIP LOCKED;
  folded := 0;
  is_complete := true;
  IF NOT FOUND THEN RETURN NEXT; RETURN; END IF;
  IF state.time_zone <> zone THEN
    state.time_zone := zone;
    state.built_until := '-infinity';
  END IF;
  IF state.built_until IS NULL THEN
    folded := fold_changes(zone, most);
  ELSE
    state.built_until := nullif(build_rollups(zone, state.built_until, most), 'infinity');
    is_complete := state.built_until IS NULL;
    UPDATE rollup_states SET time_zone = zone, built_until = state.built_until, rebuilt_at = now()
      WHERE organization_id = app_organization_id();
  END IF;
  RETURN NEXT;
END $$;

-- Which organizations have something to close, to fold or to build. As with resolve_token, the policies hold for the
-- function's owner only and open only while it runs.
CREATE FUNCTION app_is_rolling_up() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.is_rolling_up', true), '') = 'on';
CREATE POLICY rolling_up ON organizations FOR SELECT TO CURRENT_USER USING (app_is_rolling_up());
CREATE POLICY rolling_up ON rollup_states FOR SELECT TO CURRENT_USER USING (app_is_rolling_up());
CREATE POLICY rolling_up ON answer_changes FOR SELECT TO CURRENT_USER USING (app_is_rolling_up());
CREATE POLICY rolling_up ON outcome_changes FOR SELECT TO CURRENT_USER USING (app_is_rolling_up());
CREATE POLICY rolling_up ON invitations FOR SELECT TO CURRENT_USER USING (app_is_rolling_up());
CREATE FUNCTION organizations_to_roll_up() RETURNS TABLE (organization_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.is_rolling_up', 'on', true);
  RETURN QUERY
    SELECT o.id FROM organizations o
     WHERE EXISTS (SELECT 1 FROM answer_changes c WHERE c.organization_id = o.id)
        OR EXISTS (SELECT 1 FROM outcome_changes c WHERE c.organization_id = o.id)
        OR NOT EXISTS (SELECT 1 FROM rollup_states s
                        WHERE s.organization_id = o.id AND s.time_zone = o.time_zone AND s.built_until IS NULL)
        OR EXISTS (SELECT 1 FROM invitations i WHERE i.organization_id = o.id AND i.sent_at IS NOT NULL
                      AND i.closed_at IS NULL AND i.expires_at <= now());
  PERFORM set_config('app.is_rolling_up', '', true);
END $$;
REVOKE ALL ON FUNCTION organizations_to_roll_up() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION organizations_to_roll_up() TO lastmetre_app;
