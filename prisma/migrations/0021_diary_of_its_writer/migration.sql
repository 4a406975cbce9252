-- A diary belongs to who wrote it, not to whoever is linked to the same employee: an owner can give an employee's record to
-- another account (that of a successor, or the owner's own), and must not come by the diary that way.
ALTER TABLE diary_entries ADD COLUMN writer_member_id UUID;
UPDATE diary_entries d SET writer_member_id = (
  SELECT m.id FROM members m WHERE m.organization_id = d.organization_id AND m.employee_id = d.employee_id
   ORDER BY m.archived_at IS NOT NULL, m.id LIMIT 1);
ALTER TABLE diary_entries
  ALTER COLUMN writer_member_id SET NOT NULL,
  ADD CONSTRAINT diary_entries_organization_id_writer_member_id_fkey FOREIGN KEY (organization_id, writer_member_id)
    REFERENCES members (organization_id, id) ON DELETE NO ACTION ON UPDATE NO ACTION;
DROP POLICY own_or_shown ON diary_entries;
CREATE POLICY own_or_shown ON diary_entries AS RESTRICTIVE
  USING ((employee_id = app_employee_id() AND writer_member_id = app_member_id())
         OR shared_with_member_id = app_member_id())
  WITH CHECK (employee_id = app_employee_id() AND writer_member_id = app_member_id());
