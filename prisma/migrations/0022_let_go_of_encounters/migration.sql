-- What colleagues wrote does not hold on to what it was about: a record that is taken back, or an import that is undone, goes
-- as it would without it. A refusal would tell whoever deletes that there is a diary entry or a feedback about the encounter.
-- (Prisma cannot say it: only the reference is emptied, not the organization.)
ALTER TABLE peer_feedback
  DROP CONSTRAINT peer_feedback_organization_id_encounter_id_fkey,
  ADD CONSTRAINT peer_feedback_organization_id_encounter_id_fkey FOREIGN KEY (organization_id, encounter_id)
    REFERENCES encounters (organization_id, id) ON DELETE SET NULL (encounter_id);
ALTER TABLE diary_entries
  DROP CONSTRAINT diary_entries_organization_id_encounter_id_fkey,
  ADD CONSTRAINT diary_entries_organization_id_encounter_id_fkey FOREIGN KEY (organization_id, encounter_id)
    REFERENCES encounters (organization_id, id) ON DELETE SET NULL (encounter_id);
ALTER TABLE recognitions
  DROP CONSTRAINT recognitions_organization_id_encounter_id_fkey,
  ADD CONSTRAINT recognitions_organization_id_encounter_id_fkey FOREIGN KEY (organization_id, encounter_id)
    REFERENCES encounters (organization_id, id) ON DELETE SET NULL (encounter_id),
  DROP CONSTRAINT recognitions_organization_id_response_id_fkey,
  ADD CONSTRAINT recognitions_organization_id_response_id_fkey FOREIGN KEY (organization_id, response_id)
    REFERENCES responses (organization_id, id) ON DELETE SET NULL (response_id);

-- Looked for when an encounter or an answer goes.
CREATE INDEX peer_feedback_encounter_idx ON peer_feedback (organization_id, encounter_id) WHERE encounter_id IS NOT NULL;
CREATE INDEX diary_entries_encounter_idx ON diary_entries (organization_id, encounter_id) WHERE encounter_id IS NOT NULL;
CREATE INDEX recognitions_encounter_idx ON recognitions (organization_id, encounter_id) WHERE encounter_id IS NOT NULL;
CREATE INDEX recognitions_response_idx ON recognitions (organization_id, response_id) WHERE response_id IS NOT NULL;
