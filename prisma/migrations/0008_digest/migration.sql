-- The clocks of all organizations, for the task that looks each hour where Monday morning has come: ids and time zones,
-- nothing else. The policy holds for the function's owner only, and only inside the function.
CREATE FUNCTION app_is_reading_clocks() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.is_reading_clocks', true), '') = 'on';
CREATE POLICY reading_clocks ON organizations FOR SELECT TO CURRENT_USER USING (app_is_reading_clocks());
CREATE FUNCTION list_organization_clocks()
RETURNS TABLE (organization_id uuid, time_zone text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.is_reading_clocks', 'on', true);
  RETURN QUERY SELECT o.id, o.time_zone FROM organizations o ORDER BY o.id;
  PERFORM set_config('app.is_reading_clocks', '', true);
END $$;
REVOKE ALL ON FUNCTION list_organization_clocks() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_organization_clocks() TO lastmetre_app;
