import { QUARANTINE } from "../photo/object-keys.js";
import { deleteOrphan } from "./delete-orphan.js";
import type { ReconcilingServices } from "./reconcile-storage.js";
import type { Walk } from "./walk.js";

/** Comes after every name below an account: ids are hexadecimal, and other names are words. */
const END_OF_ACCOUNT = "zzzz";

/**
 * Sees to the objects below `prefix` that belong to no account at all. Steps over what belongs to one, so it costs one
 * listing for each account and none for its objects.
 */
export async function deleteStrangers(
  services: ReconcilingServices,
  prefix: string,
  accounts: ReadonlySet<string>,
  walk: Walk,
): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const { objects } = await services.objects.list({ prefix, limit: 1, ...(after !== undefined && { after }) });
    const [object] = objects;
    if (!object) return;
    const account = object.key.slice(prefix.length).split("/", 1)[0]!;
    const isOwned = accounts.has(account) || `${account}/` === QUARANTINE;
    if (!isOwned) {
      walk.tally.objects++;
      await deleteOrphan(services, object, walk);
    }
    after = isOwned ? `${prefix}${account}/${END_OF_ACCOUNT}` : object.key;
  }
}
