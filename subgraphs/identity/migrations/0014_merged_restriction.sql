-- What was merged into a contact is about the same person: their restriction comes and goes with the survivor's, down
-- to what was merged before. A restriction of its own stays. Whoever writes it is bound by row security here too.
create function identity.restrict_merged() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  update identity.contact
  set restricted_at = new.restricted_at
  where account_id = new.account_id and merged_into = new.id and restricted_at is not distinct from old.restricted_at;
  return null;
end $$;
--> statement-breakpoint
create trigger restrict_merged after update of restricted_at on identity.contact for each row
  when (old.restricted_at is distinct from new.restricted_at) execute function identity.restrict_merged();
--> statement-breakpoint
-- The owner reaches every account's contacts for this one statement; nobody else may use the table before it commits.
alter table identity.contact no force row level security;
--> statement-breakpoint
update identity.contact d set restricted_at = s.restricted_at
from identity.contact s
where s.account_id = d.account_id and s.id = d.merged_into and s.restricted_at is not null and d.restricted_at is null;
--> statement-breakpoint
alter table identity.contact force row level security;
