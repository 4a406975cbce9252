-- What has ended long ago and is of use to nobody is removed each day, in all organizations at once. As with
-- resolve_token, the policies hold for the function's owner only, and open only while the function runs.
CREATE FUNCTION app_is_cleaning_up() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.is_cleaning_up', true), '') = 'on';

CREATE POLICY clean_up ON password_resets TO CURRENT_USER USING (app_is_cleaning_up()) WITH CHECK (false);
CREATE POLICY clean_up ON user_sessions TO CURRENT_USER USING (app_is_cleaning_up()) WITH CHECK (false);
CREATE POLICY clean_up ON member_invitations TO CURRENT_USER USING (app_is_cleaning_up()) WITH CHECK (false);

CREATE FUNCTION clean_up()
RETURNS TABLE (password_resets integer, user_sessions integer, member_invitations integer, rate_limits integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM set_config('app.is_cleaning_up', 'on', true);
  -- A day longer than the links work, so that somebody who opens one late is told what became of it.
  DELETE FROM password_resets p WHERE least(p.used_at, p.expires_at) < now() - interval '1 day';
  GET DIAGNOSTICS password_resets = ROW_COUNT;
  -- A session ends when it is revoked or 30 days old (src/server/auth.ts); another 30 days it can be traced.
  DELETE FROM user_sessions s WHERE least(s.revoked_at, s.created_at + interval '30 days') < now() - interval '30 days';
  GET DIAGNOSTICS user_sessions = ROW_COUNT;
  DELETE FROM member_invitations m
    WHERE coalesce(m.accepted_at, m.revoked_at, m.expires_at) < now() - interval '90 days';
  GET DIAGNOSTICS member_invitations = ROW_COUNT;
  -- Milliseconds, as the limiter writes them.
  DELETE FROM rate_limits r WHERE r.expire < extract(epoch FROM now()) * 1000;
  GET DIAGNOSTICS rate_limits = ROW_COUNT;
  PERFORM set_config('app.is_cleaning_up', '', true);
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION clean_up() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clean_up() TO lastmetre_app;
