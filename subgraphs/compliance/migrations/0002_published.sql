comment on table compliance.consent_change is 'append-only: what a contact said stays as proof that they said it';
--> statement-breakpoint
create view compliance.published_consent with (security_invoker = true) as
  select account_id, contact_id, purpose, state, changed_at from compliance.consent;
--> statement-breakpoint
grant select on compliance.published_consent to studio_media;
--> statement-breakpoint
grant select (account_id, contact_id, purpose, state, changed_at) on compliance.consent to studio_media;
