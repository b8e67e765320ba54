import type { IncomingMessage, ServerResponse } from "node:http";
import { listPage, messagePage } from "./pages.js";
import type { MessageStore } from "./message-store.js";

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
// A mail is a stranger's page: no script, no request, no origin; its links open in a new tab.
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
const RELOAD_SECONDS = "5";

/** The mailbox over HTTP: a list, a page per mail, and JSON. */
export function answerMailbox(store: MessageStore, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "text/plain", "Only GET.\n");
  if (url.pathname === "/") return sendPage(response, listPage(store.list()), { refresh: RELOAD_SECONDS });
  if (url.pathname === "/api/messages") return sendList(store, url.searchParams, response);
  const [, id, isHtml] = /^\/messages\/(\d+)(\/html)?$/.exec(url.pathname) ?? [];
  const message = id === undefined ? undefined : store.find(Number(id));
  if (message === undefined) return send(response, 404, "text/plain", "There is no such mail.\n");
  if (isHtml === undefined) return sendPage(response, messagePage(message));
  return send(response, 200, "text/html", `<base target="_blank">${message.html ?? ""}`, {
    "content-security-policy": MAIL_POLICY,
  });
}

function sendList(store: MessageStore, query: URLSearchParams, response: ServerResponse): void {
  const to = query.get("to");
  const after = Number(query.get("after") ?? 0);
  if (!Number.isInteger(after))
    return send(response, 400, "application/json", JSON.stringify({ error: "after is the id of a mail." }));
  const messages = store.list({ after, ...(to === null ? {} : { to }) });
  return send(response, 200, "application/json", JSON.stringify({ messages }));
}

function sendPage(response: ServerResponse, page: string, headers: Record<string, string> = {}): void {
  send(response, 200, "text/html", page, { "content-security-policy": PAGE_POLICY, ...headers });
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    "content-type": `${type}; charset=utf-8`,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-dns-prefetch-control": "off",
    ...headers,
  });
  response.end(body);
}
