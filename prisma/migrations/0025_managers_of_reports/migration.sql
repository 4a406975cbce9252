-- Whoever was the named manager when a report was released may have read it, and remembers it when somebody else, or nobody,
-- is named: cohorts are cut by that, so that nobody finds the few other subjects of a unit by being named no more.
ALTER TABLE evaluation_reports ADD COLUMN manager_member_id UUID;
ALTER TABLE evaluation_reports DISABLE TRIGGER never_changes;
UPDATE evaluation_reports r SET manager_member_id = s.manager_member_id
  FROM evaluation_subjects s
 WHERE s.organization_id = r.organization_id AND s.id = r.subject_id;
ALTER TABLE evaluation_reports ENABLE TRIGGER never_changes;
ALTER TABLE evaluation_reports
  ADD CONSTRAINT evaluation_reports_organization_id_manager_member_id_fkey FOREIGN KEY (organization_id, manager_member_id)
    REFERENCES members (organization_id, id) ON DELETE NO ACTION ON UPDATE NO ACTION;
