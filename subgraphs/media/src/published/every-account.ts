import type { MediaServices } from "../context.js";
import { listAccounts } from "./studio-directory.js";

const ACCOUNTS_PAGE = 500;

/** Every account that may have photos, read page by page. */
export async function* everyAccount({ db }: Pick<MediaServices, "db">): AsyncGenerator<string> {
  let last: string | null = null;
  for (;;) {
    const page: string[] = await db.inDirectory((tx) => listAccounts(tx, last, ACCOUNTS_PAGE));
    yield* page;
    if (page.length < ACCOUNTS_PAGE) return;
    last = page.at(-1)!;
  }
}
