-- The comparison of answers with their responses looks each response up by its key, whatever the planner thinks. As a join
-- its plan, made while the table was small and kept by the connection, compared every answer of a statement with every
-- response: a large import into a young database came to a standstill (60 s for 5,000 answers beside 65,000, now 0.05 s).
CREATE OR REPLACE FUNCTION refuse_foreign_attribution() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  -- A subquery in an expression cannot become a join; without a response the reference itself refuses the answer.
  IF EXISTS (
    SELECT 1 FROM stored_answers a
     WHERE (SELECT (a.touchpoint_id, a.channel, a.answered_at) IS DISTINCT FROM (r.touchpoint_id, r.channel, r.answered_at)
                   OR a.employee_id IS DISTINCT FROM r.employee_id OR a.location_id IS DISTINCT FROM r.location_id
                   OR a.team_id IS DISTINCT FROM r.team_id OR a.encounter_type_id IS DISTINCT FROM r.encounter_type_id
                   OR a.segment IS DISTINCT FROM r.segment
              FROM responses r WHERE r.organization_id = a.organization_id AND r.id = a.response_id))
  THEN
    RAISE EXCEPTION 'attribution of an answer differs from its response''s' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
