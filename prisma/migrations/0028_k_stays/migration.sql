-- What raters were promised stays to the letter: k is not raised either (step by step it would count the answers through
-- "enough"), and the subject does not see its report sooner than was said.
CREATE OR REPLACE FUNCTION refuse_broken_promise() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.first_invited_at IS NOT NULL AND (
       NEW.first_invited_at IS NULL
       OR NEW.anonymity_k <> OLD.anonymity_k OR NEW.comment_k < OLD.comment_k
       OR (NEW.managers_see AND NOT OLD.managers_see) OR (NEW.owners_see AND NOT OLD.owners_see)
       OR NEW.subject_sees_after_days < OLD.subject_sees_after_days
       OR NEW.framework_version_id IS DISTINCT FROM OLD.framework_version_id) THEN
    RAISE EXCEPTION 'what raters were promised stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
