import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { fromGlobalId } from "@studio/kit/paging/global-id.js";
import { openReceiver } from "../../subgraphs/identity/test/receiver.js";
import type { Told } from "./told.js";

/** What one consumer handled, in the order in which it did, ids as they lie in the log. */
export interface Handled {
  name: string;
  /** Everything up to now. */
  all(): readonly Told[];
}

/** An event as a consumer got it: ids are global, and the contact comes from another part of the graph. */
type Line = Told & { contact: { firstName: string | null } | null };

const localIds = ({ id, submissionId, photoId }: Told): Told => ({
  id: fromGlobalId("Event", id),
  submissionId: fromGlobalId("Submission", submissionId),
  photoId: fromGlobalId("Photo", photoId),
});

/** What a consumer wrote to its file, line by line. @throws if an event came with holes: it may be late, not null */
export function handledInFile(name: string, file: string): Handled {
  const told: Told[] = [];
  let offset = 0;
  return {
    name,
    all: () => {
      const [lines, length] = linesFrom(file, offset);
      offset += length;
      for (const line of lines) {
        const event = JSON.parse(line) as Line;
        if (!event.contact?.firstName) throw new Error(`${name} got an event without its contact: ${line}`);
        told.push(localIds(event));
      }
      return told;
    },
  };
}

/** The whole lines behind a place in a file, and how many bytes they are. */
function linesFrom(file: string, offset: number): [lines: string[], length: number] {
  const size = existsSync(file) ? statSync(file).size - offset : 0;
  if (size <= 0) return [[], 0];
  const buffer = Buffer.alloc(size);
  const descriptor = openSync(file, "r");
  readSync(descriptor, buffer, 0, size, offset);
  closeSync(descriptor);
  const length = buffer.lastIndexOf("\n") + 1;
  return [buffer.subarray(0, length).toString("utf8").split("\n").filter(Boolean), length];
}

/** A receiver of webhooks, and what it got. */
export async function handledByReceiver() {
  const receiver = await openReceiver();
  const told: Told[] = [];
  const all = () => {
    for (const { body } of receiver.received.splice(0)) told.push(localIds((JSON.parse(body) as { data: Told }).data));
    return told;
  };
  const handled: Handled = { name: "webhook", all };
  return { handled, url: receiver.url, close: () => receiver.close() };
}
