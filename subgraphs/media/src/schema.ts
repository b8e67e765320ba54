import { assertEveryContactFieldHasRow } from "@studio/identity/access/contact-rules.js";
import { buildSubgraphSchema } from "@studio/kit/server/build-subgraph-schema.js";
import { CollectionResolver } from "./collection/collection.resolver.js";
import { resolveContact } from "./contact/contact.reference.js";
import { ContactResolver } from "./contact/contact.resolver.js";
import { Contact } from "./contact/contact.stub.js";
import type { MediaContext } from "./context.js";
import { DerivativeResolver } from "./derivative/derivative.resolver.js";
import { DerivativeRunResolver } from "./derivative/derivative-run.resolver.js";
import { EventResolver } from "./event/event.resolver.js";
import { GalleryResolver } from "./gallery/gallery.resolver.js";
import { resolvePhoto } from "./photo/photo.reference.js";
import { PhotoResolver } from "./photo/photo.resolver.js";
import { StorageCheckResolver } from "./reconciler/storage-check.resolver.js";
import { rules } from "./rules.js";
import { SubmissionEventResolver } from "./submission-event/submission-event.resolver.js";
import { resolveSubmission } from "./submission/submission.reference.js";
import { SubmissionListResolver } from "./submission/submission-list.resolver.js";
import { SubmissionReviewResolver } from "./submission/submission-review.resolver.js";
import { SubmissionStatsResolver } from "./submission/submission-stats.resolver.js";
import { SubmissionResolver } from "./submission/submission.resolver.js";

/** The guarded schema of this subgraph, and its SDL for composition. */
export async function buildMediaSchema() {
  const built = await buildSubgraphSchema<MediaContext>({
    resolvers: [
      ContactResolver,
      PhotoResolver,
      DerivativeResolver,
      DerivativeRunResolver,
      SubmissionResolver,
      SubmissionListResolver,
      SubmissionStatsResolver,
      SubmissionReviewResolver,
      SubmissionEventResolver,
      EventResolver,
      GalleryResolver,
      CollectionResolver,
      StorageCheckResolver,
    ],
    orphanedTypes: [Contact],
    references: { Contact: resolveContact, Photo: resolvePhoto, Submission: resolveSubmission },
    rules,
  });
  assertEveryContactFieldHasRow(built.schema);
  return built;
}
