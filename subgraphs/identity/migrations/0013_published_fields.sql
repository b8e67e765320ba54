-- Which custom fields there are, how confidential and in which state: nothing of anybody's values.
create view identity.published_contact_field with (security_invoker = true) as
select account_id, id, sensitivity, state from identity.contact_field;
--> statement-breakpoint
grant select (account_id, id, sensitivity, state) on identity.contact_field to studio_media, studio_studio_configuration;
--> statement-breakpoint
grant select on identity.published_contact_field to studio_media, studio_studio_configuration;
--> statement-breakpoint
-- What contacts have in a public field, as text; a select's labels. Nothing while the field is not active and L0, and
-- nothing of contacts under restriction or out of use. Row security binds the owner of this function like anybody else.
create function identity.public_values(p_account uuid, p_field uuid, p_contacts uuid[])
returns table (contact_id uuid, value text)
language sql stable security definer set search_path = pg_catalog
begin atomic
  select c.id, case
    when f.type in ('single_select', 'multi_select') then (
      select string_agg(option.it ->> 'label', ', ' order by option.place)
      from jsonb_array_elements(f.options) with ordinality as option (it, place)
      where (c.custom -> f.id::text) @> (option.it -> 'id'))
    else c.custom ->> f.id::text end
  from identity.contact_field f
  join identity.contact c on c.account_id = f.account_id
  where f.account_id = p_account and f.id = p_field and f.state = 'active' and f.sensitivity = 'L0'
    and c.id = any(p_contacts) and c.restricted_at is null and c.status in ('invited', 'unverified', 'verified')
    and c.custom ? f.id::text;
end;
--> statement-breakpoint
revoke all on function identity.public_values from public;
--> statement-breakpoint
grant execute on function identity.public_values to studio_media;
