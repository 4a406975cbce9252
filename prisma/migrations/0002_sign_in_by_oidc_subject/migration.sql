-- A person who signs in through the OpenID Connect provider is known by the subject linked at the first time, also after
-- the e-mail address has changed there. Whoever has proven to be this subject sees the one user it belongs to.
CREATE FUNCTION app_oidc_subject() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.oidc_subject', true), '');

CREATE POLICY signing_in_by_oidc ON users FOR SELECT USING (oidc_subject = app_oidc_subject());
