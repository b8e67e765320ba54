import { deleteOrphan } from "./delete-orphan.js";
import type { ReconcilingServices } from "./reconcile-storage.js";
import type { Walk } from "./walk.js";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Comes after every name below an account: ids are hexadecimal, and other names are words. */
const END_OF_ACCOUNT = "zzzz";

/**
 * Sees to the objects below `prefix` that lie under an account that does not exist. Steps over the others, and over
 * what lies under another name, since that is not media's: one listing for each, and none for what is in them.
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
    const isStrange = UUID.test(account) && !accounts.has(account);
    if (isStrange) {
      walk.tally.objects++;
      await deleteOrphan(services, object, walk);
    }
    const past = `${prefix}${account}/${END_OF_ACCOUNT}`;
    after = isStrange || past < object.key ? object.key : past;
  }
}
