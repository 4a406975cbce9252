-- The two acts of answering, each in one statement: opening the page and storing the score. A respondent's request then
-- takes one round trip instead of nine, and a connection of the pool for a millisecond instead of a transaction's length.
-- Both run with the caller's rights. Each sets the organization for its own statement, so row-level security holds inside
-- them as anywhere, and names the organization in every clause besides.

-- What the page of a token shows; no row for a token that opens nothing. `respondent_key` finds the token's response.
CREATE FUNCTION open_answer_page(presented_hash bytea, respondent_key bytea)
RETURNS TABLE (
  organization_id uuid, invitation_id uuid, survey_version_id uuid,
  organization_name text, organization_language text, organization_languages text[], time_zone text, accent_color text,
  has_logo boolean, language text, is_anonymous boolean, expires_at timestamptz, occurred_at timestamptz, channel text,
  touchpoint_name text, public_names jsonb,
  is_answered boolean, completed_at timestamptz, follow_up text, comment text, scores jsonb, choices jsonb)
LANGUAGE plpgsql AS $$
BEGIN
  SELECT t.organization_id, t.subject_id INTO organization_id, invitation_id
    FROM resolve_token(presented_hash) t WHERE t.kind = 'invitation';
  IF invitation_id IS NULL THEN RETURN; END IF;
  PERFORM set_config('app.organization_id', organization_id::text, true);
  SELECT i.survey_version_id, o.name, o.language, o.languages, o.time_zone, o.accent_color, o.logo IS NOT NULL,
         i.language, i.is_anonymous, i.expires_at, e.occurred_at, e.channel::text, t.name, t.public_names
    INTO survey_version_id, organization_name, organization_language, organization_languages, time_zone, accent_color,
         has_logo, language, is_anonymous, expires_at, occurred_at, channel, touchpoint_name, public_names
    FROM invitations i
    JOIN organizations o ON o.id = i.organization_id
    JOIN encounters e ON e.organization_id = i.organization_id AND e.id = i.encounter_id
    JOIN touchpoints t ON t.organization_id = e.organization_id AND t.id = e.touchpoint_id
   WHERE i.organization_id = open_answer_page.organization_id AND i.id = open_answer_page.invitation_id;
  is_answered := false;
  SELECT true, r.completed_at, r.follow_up, r.comment,
         (SELECT jsonb_object_agg(a.question_id, a.score) FROM answers a
           WHERE a.organization_id = r.organization_id AND a.response_id = r.id),
         (SELECT jsonb_agg(jsonb_build_array(c.question_id, c.option_key) ORDER BY c.option_key) FROM chosen_options c
           WHERE c.organization_id = r.organization_id AND c.response_id = r.id)
    INTO is_answered, completed_at, follow_up, comment, scores, choices
    FROM responses r
   WHERE r.organization_id = open_answer_page.organization_id AND r.respondent_key_hash = respondent_key;
  is_answered := coalesce(is_answered, false);
  PERFORM set_config('app.organization_id', '', true);
  RETURN NEXT;
END $$;

-- Stores the score of an invitation; the rules are those of src/features/responses/commands/submit-score.ts, which calls
-- it. `given_score` is null where no whole number was sent. Locks: encounter, then invitation, then mails, then response.
CREATE FUNCTION submit_score(
  of_organization uuid, of_invitation uuid, respondent_key bytea, new_response_id uuid, given_score integer,
  in_language text, is_edit boolean, given_at timestamptz)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  asked record;
  stored_id uuid;
  stored_completed_at timestamptz;
  kept_at timestamptz;
BEGIN
  PERFORM set_config('app.organization_id', of_organization::text, true);
  -- The response will refer to the encounter, which locks it: before the invitation.
  PERFORM 1 FROM encounters e
    WHERE e.organization_id = of_organization
      AND e.id = (SELECT i.encounter_id FROM invitations i
                   WHERE i.organization_id = of_organization AND i.id = of_invitation)
      FOR KEY SHARE;
  -- The lock lets posts of one token through one at a time.
  SELECT i.encounter_id, i.survey_id, i.survey_version_id, i.is_anonymous, i.expires_at, o.time_zone,
         e.touchpoint_id, e.employee_id, e.location_id, e.team_id, e.encounter_type_id, e.channel, e.segment,
         q.id AS question_id, q.metric, q.scale_min, q.scale_max,
         (v.definition #>> '{followUp,isEnabled}')::boolean OR (v.definition #>> '{comment,isEnabled}')::boolean
           OR jsonb_array_length(v.definition -> 'questions') > 0 AS has_details
    INTO asked
    FROM invitations i
    JOIN organizations o ON o.id = i.organization_id
    JOIN encounters e ON e.organization_id = i.organization_id AND e.id = i.encounter_id
    JOIN survey_versions v ON v.organization_id = i.organization_id AND v.id = i.survey_version_id
    JOIN questions q ON q.organization_id = v.organization_id AND q.survey_version_id = v.id AND q.key = 'main'
   WHERE i.organization_id = of_organization AND i.id = of_invitation
     FOR UPDATE OF i;
  IF NOT FOUND THEN RETURN 'unknown'; END IF;
  SELECT r.id, r.completed_at INTO stored_id, stored_completed_at FROM responses r
   WHERE r.organization_id = of_organization AND r.respondent_key_hash = respondent_key;
  IF given_at >= asked.expires_at THEN
    RETURN CASE WHEN stored_id IS NULL THEN 'expired' ELSE 'kept' END;
  END IF;
  IF given_score IS NULL OR given_score NOT BETWEEN asked.scale_min AND asked.scale_max THEN RETURN 'invalid'; END IF;

  IF stored_id IS NOT NULL THEN
    IF stored_completed_at IS NOT NULL AND asked.has_details AND NOT is_edit THEN RETURN 'kept'; END IF;
    UPDATE answers a SET score = given_score
      WHERE a.organization_id = of_organization AND a.response_id = stored_id
        AND a.question_id = asked.question_id;
    IF NOT FOUND THEN RAISE EXCEPTION 'a response has no score'; END IF;
    RETURN 'stored';
  END IF;

  -- Of an anonymous answer the day is kept, as its first instant on the organization's clock (keptTime), under an id
  -- without a time in it; the invitation keeps neither the time nor what the token could be made from.
  kept_at := CASE WHEN asked.is_anonymous THEN date_trunc('day', given_at, asked.time_zone) ELSE given_at END;
  stored_id := CASE WHEN asked.is_anonymous THEN gen_random_uuid() ELSE new_response_id END;
  UPDATE invitations i
     SET status = 'answered',
         answered_at = CASE WHEN asked.is_anonymous THEN i.answered_at ELSE given_at END,
         token_seed = CASE WHEN asked.is_anonymous THEN NULL ELSE i.token_seed END
   WHERE i.organization_id = of_organization AND i.id = of_invitation;
  UPDATE invitation_mails m SET state = 'cancelled'
   WHERE m.organization_id = of_organization AND m.invitation_id = of_invitation AND m.state = 'queued';
  INSERT INTO responses (organization_id, id, respondent_key_hash, encounter_id, survey_id, survey_version_id, language,
      answered_at, completed_at, touchpoint_id, employee_id, location_id, team_id, encounter_type_id, channel, segment)
    VALUES (of_organization, stored_id, respondent_key, CASE WHEN asked.is_anonymous THEN NULL ELSE asked.encounter_id END,
      asked.survey_id, asked.survey_version_id, in_language, kept_at, CASE WHEN asked.has_details THEN NULL ELSE kept_at END,
      asked.touchpoint_id, asked.employee_id, asked.location_id, asked.team_id, asked.encounter_type_id, asked.channel,
      asked.segment);
  INSERT INTO answers (organization_id, response_id, question_id, metric, is_main, score, answered_at, touchpoint_id,
      employee_id, location_id, team_id, encounter_type_id, channel, segment)
    VALUES (of_organization, stored_id, asked.question_id, asked.metric, true, given_score, kept_at, asked.touchpoint_id,
      asked.employee_id, asked.location_id, asked.team_id, asked.encounter_type_id, asked.channel, asked.segment);
  RETURN 'stored';
END $$;

REVOKE ALL ON FUNCTION open_answer_page(bytea, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION submit_score(uuid, uuid, bytea, uuid, integer, text, boolean, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_answer_page(bytea, bytea) TO lastmetre_app;
GRANT EXECUTE ON FUNCTION submit_score(uuid, uuid, bytea, uuid, integer, text, boolean, timestamptz) TO lastmetre_app;
