-- Digests tell whose picture it is to whoever has the picture: they stay out of the planner's samples.
alter table media.photo alter column original_digest set statistics 0;
--> statement-breakpoint
alter table media.derivative alter column digest set statistics 0;
--> statement-breakpoint
alter table media.submission alter column reviewed_digest set statistics 0;
