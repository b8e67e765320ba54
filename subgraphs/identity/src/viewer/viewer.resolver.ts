import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { MemberRole, Viewer as KitViewer } from "@studio/kit/auth/viewer.js";
import type { AccountRow } from "../account/account.repository.js";
import type { ContactRow } from "../contact/contact.repository.js";
import type { IdentityContext } from "../context.js";
import { findMember } from "../member/member.repository.js";
import { previewing, type PreviewRow } from "../preview/previewing.js";
import { Viewer } from "./viewer.type.js";

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: "Who is asking." })
  viewer(@Ctx() context: IdentityContext): KitViewer {
    return context.viewer;
  }

  @FieldResolver()
  role(@Root() viewer: KitViewer): MemberRole | null {
    return viewer.kind === "member" ? viewer.role : null;
  }

  @FieldResolver()
  async name(@Root() viewer: KitViewer, @Ctx() { services }: IdentityContext): Promise<string | null> {
    if (viewer.kind !== "member") return null;
    const { accountId, memberId } = viewer;
    const member = await services.db.inAccount(accountId, (tx) => findMember(tx, accountId, memberId));
    return member?.name ?? null;
  }

  @FieldResolver()
  async account(@Root() viewer: KitViewer, @Ctx() { loaders }: IdentityContext): Promise<AccountRow | null> {
    return viewer.accountId === null ? null : loaders.account();
  }

  @FieldResolver()
  async contact(@Root() viewer: KitViewer, @Ctx() { loaders }: IdentityContext): Promise<ContactRow | null> {
    return viewer.kind === "contact" ? loaders.contactById.load(viewer.contactId) : null;
  }

  @FieldResolver()
  previewing(@Root() viewer: KitViewer, @Ctx() context: IdentityContext): Promise<PreviewRow | null> {
    return previewing(viewer, context);
  }
}
