-- Read before an account is known, so it stays outside row level security and holds digests only.
comment on table identity.hub_membership is 'directory: where a Hub user finds their accounts';
--> statement-breakpoint
grant select, insert, update, delete on identity.hub_membership to studio_identity;
--> statement-breakpoint
create view identity.published_contact with (security_invoker = true) as
select c.account_id, c.id, c.status, c.restricted_at,
  array(
    select gc.group_id from identity.group_contact gc
    where gc.account_id = c.account_id and gc.contact_id = c.id
    order by gc.group_id) as group_ids
from identity.contact c;
--> statement-breakpoint
grant select (account_id, id, status, restricted_at) on identity.contact to studio_media, studio_compliance, studio_studio_configuration;
--> statement-breakpoint
grant select (account_id, group_id, contact_id) on identity.group_contact to studio_media, studio_compliance, studio_studio_configuration;
--> statement-breakpoint
grant select on identity.published_contact to studio_media, studio_compliance, studio_studio_configuration;
--> statement-breakpoint
create view identity.published_contact_key with (security_invoker = true) as
select account_id, contact_id, wrapped_key from identity.contact_key;
--> statement-breakpoint
grant select (account_id, contact_id, wrapped_key) on identity.contact_key to studio_media;
--> statement-breakpoint
grant select on identity.published_contact_key to studio_media;
--> statement-breakpoint
-- Statistics would keep copies of values that were erased.
alter table identity.contact
  alter column external_id set statistics 0,
  alter column first_name set statistics 0,
  alter column last_name set statistics 0,
  alter column email set statistics 0,
  alter column email_key set statistics 0,
  alter column phone_sealed set statistics 0,
  alter column custom set statistics 0,
  alter column sealed_custom set statistics 0;
--> statement-breakpoint
alter table identity.member
  alter column name set statistics 0,
  alter column email set statistics 0,
  alter column email_key set statistics 0,
  alter column subject set statistics 0;
--> statement-breakpoint
alter table identity.hub_membership
  alter column email_index set statistics 0,
  alter column subject set statistics 0;
--> statement-breakpoint
alter table identity.support_grant alter column staff_id set statistics 0;
