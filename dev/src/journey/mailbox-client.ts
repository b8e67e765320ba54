import { poll } from "../poll.js";

interface Mail {
  subject: string;
  text: string;
}

/** The newest mail to an address and the six-digit code in it, as soon as it has come. */
export async function readCode(mailboxUrl: string, address: string): Promise<{ subject: string; code: string }> {
  const found = await poll(
    async () => {
      const response = await fetch(`${mailboxUrl}/api/messages?to=${encodeURIComponent(address)}`);
      const { messages } = (await response.json()) as { messages: Mail[] };
      const code = /\b(\d{6})\b/.exec(messages[0]?.text ?? "")?.[1];
      return code === undefined ? undefined : { subject: messages[0]!.subject, code };
    },
    { timeoutMs: 15_000, everyMs: 100 },
  );
  if (!found) throw new Error(`No mail with a code came to ${address} within 15 s.`);
  return found;
}
