import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { openDatabase } from "@studio/kit/db/database.js";
import { roleUrl } from "@studio/kit/db/role-url.js";
import { appendEvents } from "@studio/kit/events/append.js";
import { openWakeupSender } from "@studio/kit/events/wakeup-channel.js";
import { createLogger } from "@studio/kit/logger.js";
import { reach } from "./fault.js";
import { numbered } from "./told.js";

// One writer: numbered events of its submissions in turn, one to five in a transaction, until there are `count`. Whatever
// ends it, the next run goes on behind what is committed. It prints each number that it knows to be.
const [accountId = "", submissions = "", contactId = "", count = "0"] = process.argv.slice(2);
const submissionIds = submissions.split(",");
const url = roleUrl(process.env["DATABASE_URL"]!, Buffer.from(process.env["MASTER_KEY"]!, "base64"), "media");
const db = openDatabase({ url, max: 1, applicationName: "writer" });
const wakeups = openWakeupSender(url, undefined, createLogger("writer", "silent"));
const SELECTED = 5;

const write = (from: number, to: number) =>
  db.inAccount(accountId, async (tx) => {
    reach("writer.before-insert");
    const events = Array.from({ length: to - from }, (_, index) => {
      const number = from + 1 + index;
      const type = number % SELECTED === 0 ? "submission.submitted" : "submission.created";
      const submissionId = submissionIds[number % submissionIds.length]!;
      return { type, ids: { submissionId, contactId, photoId: numbered(number) } };
    });
    await appendEvents(tx, accountId, new Date(), events);
    reach("writer.after-insert");
  });

const committed = () =>
  db.inAccount(accountId, async (tx) => {
    const [row] = await tx.execute<{ count: number }>(sql`
      select count(*)::int from events.event
      where account_id = ${accountId} and ids ->> 'submissionId' in (${sql.join(
        submissionIds.map((id) => sql`${id}`),
        sql`, `,
      )})`);
    return row!.count;
  });

let done: number | null = null;
while (done === null || done < Number(count)) {
  try {
    done ??= await committed();
    const next = Math.min(Number(count), done + 1 + (done % 5));
    await write(done, next);
    reach("writer.after-commit");
    wakeups.wake(accountId);
    done = next;
    process.stdout.write(`${done}\n`);
  } catch {
    done = null;
    await sleep(100);
  }
}
await wakeups.close();
await db.close();
