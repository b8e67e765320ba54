import { connect } from "node:net";
import { once } from "node:events";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MailboxMessage } from "./message.js";
import { startMailbox, type RunningMailbox } from "./start-mailbox.js";

let mailbox: RunningMailbox;
let transport: ReturnType<typeof createTransport>;

beforeAll(async () => {
  mailbox = await startMailbox({
    smtpPort: 0,
    httpPort: 0,
    mostBytes: 100_000,
    now: () => new Date("2026-03-01T09:00:00Z"),
  });
  transport = createTransport({ url: mailbox.smtpUrl, pool: true, maxConnections: 1 });
});

afterAll(async () => {
  transport.close();
  await mailbox.stop();
});

async function send(to: string, mail: Record<string, unknown> = {}): Promise<MailboxMessage> {
  await transport.sendMail({ from: "Studio <studio@example.com>", to, subject: "Your code", text: "123456", ...mail });
  return mailbox.waitFor((message) => message.to.includes(to), 1_000);
}

async function list(query: string): Promise<MailboxMessage[]> {
  const response = await fetch(`${mailbox.url}/api/messages?${query}`);
  return ((await response.json()) as { messages: MailboxMessage[] }).messages;
}

describe("a mail sent over SMTP", () => {
  test("is parsed and kept: sender, every recipient, text, HTML with its inline picture, attachments", async () => {
    const message = await send("ada@example.com", {
      bcc: "hidden@example.com",
      html: '<p>Hallo Grüße</p><img src="cid:logo">',
      attachments: [
        { filename: "logo.png", content: Buffer.from("png"), cid: "logo" },
        { filename: "terms.txt", content: "terms" },
      ],
    });
    expect(message).toMatchObject({
      receivedAt: "2026-03-01T09:00:00.000Z",
      from: '"Studio" <studio@example.com>',
      to: ["ada@example.com", "hidden@example.com"],
      subject: "Your code",
      text: "123456",
      html: `<p>Hallo Grüße</p><img src="data:image/png;base64,${Buffer.from("png").toString("base64")}">`,
      attachments: [{ name: "terms.txt", type: "text/plain", bytes: 5 }],
    });
  });

  test("is refused when it is too large, and the next one is taken", async () => {
    await expect(send("large@example.com", { text: "x".repeat(200_000) })).rejects.toMatchObject({ responseCode: 552 });
    expect((await send("large@example.com")).text.trim()).toBe("123456");
  });

  test("is one of the newest 500: older ones are forgotten", async () => {
    const own = await startMailbox({ smtpPort: 0, httpPort: 0 });
    const sender = createTransport({ url: own.smtpUrl, pool: true, maxConnections: 4, maxMessages: Infinity });
    const all = Array.from({ length: 510 }, (_, index) =>
      sender.sendMail({ from: "a@example.com", to: "b@example.com", subject: `${index}`, text: "x" }),
    );
    await Promise.all(all);
    sender.close();
    const ids = own.messages().map(({ id }) => id);
    await own.stop();
    expect(ids).toHaveLength(500);
    expect(Math.max(...ids)).toBe(510);
    expect(Math.min(...ids)).toBeGreaterThan(1);
  });
});

test("JSON lists newest first, by recipient and after an id", async () => {
  const first = await send("list@example.com", { subject: "first" });
  await send("someone.else@example.com");
  await transport.sendMail({ from: "studio@example.com", to: "LIST@example.com", subject: "second", text: "2" });
  expect((await list("to=List@example.com")).map(({ subject }) => subject)).toEqual(["second", "first"]);
  expect((await list(`to=list@example.com&after=${first.id}`)).map(({ subject }) => subject)).toEqual(["second"]);
  expect((await fetch(`${mailbox.url}/api/messages?after=yesterday`)).status).toBe(400);
});

test("waiting ends with the mail that fits, or says which ones came instead", async () => {
  const waiting = mailbox.waitFor(({ subject }) => subject === "Awaited", 2_000);
  await send("waiting@example.com", { subject: "Awaited" });
  expect((await waiting).to).toEqual(["waiting@example.com"]);
  await expect(mailbox.waitFor(() => false, 10)).rejects.toThrow(/within 10 ms[^]*waiting@example.com: Awaited/);
});

describe("the page", () => {
  const attack = `<img src=x onerror="alert(1)"><script>alert(1)</script>`;

  test("lists and shows a hostile mail without letting its markup in", async () => {
    const { id } = await send("victim@example.com", { subject: attack, text: attack, html: attack });
    for (const path of ["/", `/messages/${id}`]) {
      const response = await fetch(mailbox.url + path);
      const body = await response.text();
      expect(body).toContain("&#60;script&#62;");
      expect(body).not.toContain("<script");
      expect(body).not.toContain("<img");
      expect(response.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'/,
      );
    }
  });

  test("shows HTML in a frame without scripts, origin or requests of its own", async () => {
    const { id } = await send("framed@example.com", { html: attack });
    const shown = await (await fetch(`${mailbox.url}/messages/${id}`)).text();
    const frame = /<iframe[^>]*>/.exec(shown)?.[0] ?? "";
    expect(frame).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(frame).toContain(`src="/messages/${id}/html"`);
    const framed = await fetch(`${mailbox.url}/messages/${id}/html`);
    const policy = framed.headers.get("content-security-policy") ?? "";
    expect(await framed.text()).toContain("<script>");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("sandbox allow-popups");
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src|https?:/);
  });

  test("says so when there is no such mail", async () => {
    expect((await fetch(`${mailbox.url}/messages/99999`)).status).toBe(404);
  });
});

test("names the port that is taken, and keeps none itself", async () => {
  const smtpPort = Number(new URL(mailbox.smtpUrl).port);
  const httpPort = Number(new URL(mailbox.url).port);
  await expect(startMailbox({ smtpPort, httpPort: 0 })).rejects.toMatchObject({ code: "PORT_TAKEN", port: smtpPort });
  await expect(startMailbox({ smtpPort: 0, httpPort })).rejects.toMatchObject({ code: "PORT_TAKEN", port: httpPort });
});

test("stops within a second while a client is in the middle of a mail", async () => {
  const own = await startMailbox({ smtpPort: 0, httpPort: 0 });
  const socket = connect(Number(new URL(own.smtpUrl).port), "127.0.0.1");
  await once(socket, "data");
  socket.write("HELO me\r\nMAIL FROM:<a@example.com>\r\n");
  const before = performance.now();
  await own.stop();
  expect(performance.now() - before).toBeLessThan(1_000);
  socket.destroy();
});
