import type { Locale } from "./account/account.policy.js";
import { escapeHtml } from "./mail/mail-text.js";

const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
};

/** A page of a title and a text, that loads and runs nothing. */
export function plainPage(locale: Locale, title: string, text: string): string {
  return [
    "<!doctype html>",
    `<html lang="${locale}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>`,
    `<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main></body></html>`,
  ].join("\n");
}

/** The page behind a link that is no longer good, the same whatever the reason. */
function gonePage(): string {
  return plainPage("en", "This invitation is no longer good", "Ask whoever sent it for a new one.");
}

/** Answers `GET` and `HEAD` of an invitation's link with its page, or with 404 where `find` knows none. */
export async function answerLink(request: Request, find: () => Promise<string | null>): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return new Response(null, { status: 405, headers: { allow: "GET, HEAD" } });
  }
  const page = await find();
  return new Response(page ?? gonePage(), { status: page === null ? 404 : 200, headers: HEADERS });
}
