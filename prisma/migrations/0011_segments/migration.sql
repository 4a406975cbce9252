-- The few segments of very many customers are found by their first letters, not by reading every customer.
CREATE INDEX "customers_organization_id_segment_idx" ON "customers"("organization_id", "segment");
