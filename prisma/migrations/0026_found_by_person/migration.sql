-- A person's evaluations are looked for on everybody's own page, when a customer is erased, and row by row when an import of
-- customers or employees is undone; shared diary entries on every page of the diary.
CREATE INDEX evaluation_raters_customer_idx ON evaluation_raters (organization_id, customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX evaluation_raters_employee_idx ON evaluation_raters (organization_id, employee_id) WHERE employee_id IS NOT NULL;
CREATE INDEX evaluation_raters_member_idx ON evaluation_raters (organization_id, member_id) WHERE member_id IS NOT NULL;
CREATE INDEX evaluation_subjects_employee_idx ON evaluation_subjects (organization_id, employee_id) WHERE employee_id IS NOT NULL;
CREATE INDEX evaluation_subjects_manager_idx ON evaluation_subjects (organization_id, manager_member_id) WHERE manager_member_id IS NOT NULL;
CREATE INDEX diary_entries_shared_idx ON diary_entries (organization_id, shared_with_member_id) WHERE shared_with_member_id IS NOT NULL;
