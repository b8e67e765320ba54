import { Ctx, Query, Resolver } from "type-graphql";
import type { MediaContext } from "../context.js";
import { findLastCheck } from "./storage-check.repository.js";
import { StorageCheck } from "./storage-check.type.js";

/** What operators see of the reconciler. */
@Resolver()
export class StorageCheckResolver {
  @Query(() => StorageCheck, {
    nullable: true,
    description: "The last check of the object store, for the platform's staff. Null before the first.",
  })
  storageCheck(@Ctx() { services }: MediaContext): Promise<StorageCheck | null> {
    return services.db.inDirectory((tx) => findLastCheck(tx));
  }
}
