-- What hangs on an audit or an appeal is found by it: on their pages, in lists, and when a draft is discarded.
CREATE INDEX "audit_remarks_organization_id_audit_id_idx" ON "audit_remarks"("organization_id", "audit_id");
CREATE INDEX "audit_corrections_organization_id_audit_id_idx" ON "audit_corrections"("organization_id", "audit_id");
CREATE INDEX "audit_replies_organization_id_audit_id_idx" ON "audit_replies"("organization_id", "audit_id");
CREATE INDEX "audit_appeals_organization_id_audit_id_idx" ON "audit_appeals"("organization_id", "audit_id");
CREATE INDEX "audit_appeal_messages_organization_id_appeal_id_idx" ON "audit_appeal_messages"("organization_id", "appeal_id");
