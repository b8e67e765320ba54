import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { signedInMember } from "@studio/kit/auth/signed-in.js";
import { notFound } from "@studio/kit/error/codes.js";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { Collection } from "../collection/collection.type.js";
import type { MediaContext } from "../context.js";
import { findRun } from "./derivative-run.repository.js";
import { DerivativeRun } from "./derivative-run.type.js";

/** A recipe on its way through photos. */
@Resolver(() => DerivativeRun)
export class DerivativeRunResolver {
  @Query(() => DerivativeRun, { nullable: true, description: "A run by its id: ask again to follow it." })
  async derivativeRun(
    @Arg("id", () => ID, { description: "The run's id." }) id: string,
    @Ctx() context: MediaContext,
  ): Promise<DerivativeRun> {
    const { accountId } = signedInMember(context);
    const row = await context.services.db.inAccount(accountId, (tx) =>
      findRun(tx, accountId, fromGlobalId("DerivativeRun", id)),
    );
    if (!row) throw notFound("run");
    return new DerivativeRun(row);
  }

  @FieldResolver(() => Collection, {
    nullable: true,
    description: "The collection that it covers, for those who run the account; null for all photos of the studio.",
  })
  async collection(@Root() { row }: DerivativeRun, @Ctx() { loaders }: MediaContext): Promise<Collection | null> {
    const collection = row.collectionId === null ? null : await loaders.collection.load(row.collectionId);
    return collection && new Collection(collection);
  }
}
