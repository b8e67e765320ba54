create view media.published_submission with (security_invoker = true) as
  select account_id, contact_id, studio_id, status from media.submission;
--> statement-breakpoint
grant select (account_id, contact_id, studio_id, status) on media.submission to studio_identity;
--> statement-breakpoint
grant select on media.published_submission to studio_identity;
