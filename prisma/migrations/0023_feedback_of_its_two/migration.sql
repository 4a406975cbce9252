-- Feedback belongs to the two people, not to whoever is linked to the same employee later: an owner can give an employee's
-- record to another account (that of a successor, or the owner's own), and must not come by the feedback that way.
ALTER TABLE peer_feedback
  ADD COLUMN giver_member_id UUID,
  ADD COLUMN receiver_member_id UUID,
  ADD CONSTRAINT peer_feedback_organization_id_giver_member_id_fkey FOREIGN KEY (organization_id, giver_member_id)
    REFERENCES members (organization_id, id) ON DELETE NO ACTION ON UPDATE NO ACTION,
  ADD CONSTRAINT peer_feedback_organization_id_receiver_member_id_fkey FOREIGN KEY (organization_id, receiver_member_id)
    REFERENCES members (organization_id, id) ON DELETE NO ACTION ON UPDATE NO ACTION;
UPDATE peer_feedback f SET
  giver_member_id = (SELECT m.id FROM members m WHERE m.organization_id = f.organization_id
    AND m.employee_id = f.giver_employee_id ORDER BY m.archived_at IS NOT NULL, m.id LIMIT 1),
  receiver_member_id = (SELECT m.id FROM members m WHERE m.organization_id = f.organization_id
    AND m.employee_id = f.receiver_employee_id ORDER BY m.archived_at IS NOT NULL, m.id LIMIT 1);

-- The accounts the two have when it is written, once and for all; an employee has one at most.
CREATE FUNCTION keep_feedback_between_its_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.giver_employee_id, NEW.receiver_employee_id, NEW.giver_member_id, NEW.receiver_member_id)
       IS DISTINCT FROM (OLD.giver_employee_id, OLD.receiver_employee_id, OLD.giver_member_id, OLD.receiver_member_id) THEN
      RAISE EXCEPTION 'feedback stays between its two' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  NEW.giver_member_id := (SELECT m.id FROM members m WHERE m.organization_id = NEW.organization_id
    AND m.employee_id = NEW.giver_employee_id AND m.archived_at IS NULL ORDER BY m.id LIMIT 1);
  NEW.receiver_member_id := (SELECT m.id FROM members m WHERE m.organization_id = NEW.organization_id
    AND m.employee_id = NEW.receiver_employee_id AND m.archived_at IS NULL ORDER BY m.id LIMIT 1);
  RETURN NEW;
END $$;
CREATE TRIGGER between_its_two BEFORE INSERT OR UPDATE ON peer_feedback
  FOR EACH ROW EXECUTE FUNCTION keep_feedback_between_its_two();

DROP POLICY between_two_or_shown ON peer_feedback;
CREATE POLICY between_two_or_shown ON peer_feedback AS RESTRICTIVE
  USING ((giver_employee_id = app_employee_id() AND giver_member_id = app_member_id())
         OR (receiver_employee_id = app_employee_id() AND receiver_member_id = app_member_id())
         OR shared_at IS NOT NULL)
  WITH CHECK ((giver_employee_id = app_employee_id() AND giver_member_id = app_member_id())
         OR (receiver_employee_id = app_employee_id() AND receiver_member_id = app_member_id()));
