-- Tells the gateway that somebody's standing in the account may have changed: open streams ask anew who they are for.
-- A trigger, so that no way of changing it is forgotten; sent with the commit, so that the hint is not lost.
create function identity.wake_streams() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('studio_events', coalesce(new.account_id, old.account_id)::text);
  return null;
end $$;
--> statement-breakpoint
create trigger member_standing after delete or update of role, status on identity.member
  for each row execute function identity.wake_streams();
--> statement-breakpoint
create trigger member_group_standing after insert or delete on identity.member_group
  for each row execute function identity.wake_streams();
--> statement-breakpoint
create trigger contact_group_standing after delete or update of archived_at on identity.contact_group
  for each row execute function identity.wake_streams();
--> statement-breakpoint
create trigger api_client_standing after delete or update of scopes, field_grants, expires_at, revoked_at
  on identity.api_client for each row execute function identity.wake_streams();
--> statement-breakpoint
create trigger session_standing after delete or update of expires_at, revoked_at on identity.session
  for each row execute function identity.wake_streams();
--> statement-breakpoint
create trigger support_grant_standing after insert or delete or update on identity.support_grant
  for each row execute function identity.wake_streams();
--> statement-breakpoint
create trigger account_standing after delete or update of status on identity.account
  for each row execute function identity.wake_streams();
