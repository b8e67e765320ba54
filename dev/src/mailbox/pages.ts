import { html, page } from "../html.js";
import type { MailboxMessage } from "./message.js";

const NOTICE = html`<p class="stand-in">
  A <strong>stand-in</strong> for a mail service: what the platform sends on this laptop stops here.
</p>`;

export function listPage(messages: readonly MailboxMessage[]): string {
  const rows = messages.map(
    ({ id, receivedAt, to, subject }) =>
      html`<tr>
        <td>${receivedAt}</td>
        <td>${to.join(", ")}</td>
        <td><a href="/messages/${id}">${subject || "(no subject)"}</a></td>
      </tr>`,
  );
  const table = html`<table>
    <tr>
      <th>received</th>
      <th>to</th>
      <th>subject</th>
    </tr>
    ${rows}
  </table>`;
  return page("Mailbox (stand-in)", html`${NOTICE}${messages.length === 0 ? html`<p>No mail yet.</p>` : table}`);
}

export function messagePage(message: MailboxMessage): string {
  const { id, receivedAt, from, to, subject, text, html: markup, attachments } = message;
  const frame = html`<h2>HTML</h2>
    <iframe
      title="The mail's HTML"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      src="/messages/${id}/html"
    ></iframe>`;
  const files = attachments.map(({ name, type, bytes }) => html`<li>${name} (${type}, ${bytes} bytes)</li>`);
  return page(
    subject || "(no subject)",
    html`<p><a href="/">Mailbox (stand-in)</a></p>
      <table>
        <tr>
          <th>from</th>
          <td>${from}</td>
        </tr>
        <tr>
          <th>to</th>
          <td>${to.join(", ")}</td>
        </tr>
        <tr>
          <th>received</th>
          <td>${receivedAt}</td>
        </tr>
      </table>
      <ul>
        ${files}
      </ul>
      ${markup === undefined ? "" : frame}
      <h2>Text</h2>
      <pre>${text}</pre>`,
  );
}
