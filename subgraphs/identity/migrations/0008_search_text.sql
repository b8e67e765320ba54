-- One text for names and the first part of the email: an index of it serves several words at once, and those who may
-- not search emails narrow by it and then look at the names alone.
drop index identity.contact_search;
--> statement-breakpoint
create index contact_search on identity.contact using gin (
  account_id extensions.uuid_ops,
  lower(first_name || ' ' || last_name || ' ' || coalesce(split_part(email_key, '@', 1), '')) extensions.gin_trgm_ops);
--> statement-breakpoint
-- Statistics would keep copies of values that were erased.
alter index identity.contact_search alter column 2 set statistics 0;
--> statement-breakpoint
grant create on schema identity to studio_search;
--> statement-breakpoint
set local role studio_search;
--> statement-breakpoint
drop view identity.contact_search_text;
--> statement-breakpoint
-- What words are found in. It reads past the row policy, as similar words could use no index behind it, and names the
-- account itself; its owner can read these columns and nothing else.
create view identity.contact_search_text as
select account_id, id, email_key,
  lower(first_name || ' ' || last_name) as names,
  lower(first_name || ' ' || last_name || ' ' || coalesce(split_part(email_key, '@', 1), '')) as everything
from identity.contact
where account_id = nullif(current_setting('app.account_id', true), '')::uuid;
--> statement-breakpoint
grant select on identity.contact_search_text to studio_identity;
--> statement-breakpoint
set local role studio_owner;
--> statement-breakpoint
revoke create on schema identity from studio_search;
