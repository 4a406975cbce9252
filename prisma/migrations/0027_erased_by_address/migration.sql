-- Somebody who was asked to rate by name and address alone, and is a customer, too, is the same person: erasing the customer
-- erases that rater as well. The rest is as before (0018).
CREATE OR REPLACE FUNCTION erase_rater() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before text := coalesce(current_setting('app.releases_reports', true), '');
BEGIN
  UPDATE evaluation_raters SET name = NULL, email = NULL, erased_at = NEW.erased_at, customer_id = NEW.id
   WHERE organization_id = NEW.organization_id AND erased_at IS NULL
     AND (customer_id = NEW.id
          OR (num_nonnulls(customer_id, employee_id, member_id) = 0 AND email = lower(OLD.email)));
  UPDATE evaluation_ratings rating SET decline_reason = NULL
    FROM evaluation_raters rater
   WHERE rater.organization_id = NEW.organization_id AND rater.customer_id = NEW.id
     AND rating.organization_id = rater.organization_id AND rating.rater_id = rater.id
     AND rating.decline_reason IS NOT NULL;
  PERFORM set_config('app.releases_reports', 'on', true);
  DELETE FROM evaluation_answers answer
   USING evaluation_ratings rating
    JOIN evaluation_raters rater ON rater.organization_id = rating.organization_id AND rater.id = rating.rater_id
   WHERE rater.organization_id = NEW.organization_id AND rater.customer_id = NEW.id
     AND (rating.status <> 'submitted' OR (answer.text IS NOT NULL AND answer.published_cell IS NULL))
     AND answer.organization_id = rating.organization_id AND answer.rating_id = rating.id;
  PERFORM set_config('app.releases_reports', before, true);
  RETURN NEW;
END $$;
