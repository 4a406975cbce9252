-- A subject's own report is for the account the subject had when it was released: who is linked to the same employee later
-- (an owner could link himself) does not come by it that way. Where the subject had no account yet, the one that is made is
-- the subject's.
ALTER TABLE evaluation_reports ADD COLUMN subject_member_id UUID;
ALTER TABLE evaluation_reports DISABLE TRIGGER never_changes;
UPDATE evaluation_reports r SET subject_member_id = (
  SELECT m.id FROM members m
    JOIN evaluation_subjects s ON s.organization_id = r.organization_id AND s.id = r.subject_id
   WHERE m.organization_id = r.organization_id AND m.employee_id = s.employee_id AND m.archived_at IS NULL
   ORDER BY m.id LIMIT 1);
ALTER TABLE evaluation_reports ENABLE TRIGGER never_changes;
ALTER TABLE evaluation_reports
  ADD CONSTRAINT evaluation_reports_organization_id_subject_member_id_fkey FOREIGN KEY (organization_id, subject_member_id)
    REFERENCES members (organization_id, id) ON DELETE NO ACTION ON UPDATE NO ACTION;
