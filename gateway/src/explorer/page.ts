import type { DemoRole } from "./demo-roles.js";
import { sampleOperations } from "./samples.js";

/** The nonce is the only script permission besides our own files: no inline handler, no other host, no eval. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    // The editor writes its own style elements, which take no nonce.
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "font-src 'self' data:",
    "img-src 'self' data:",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The explorer's page. Its settings are a data block; what runs is in files of our own. */
export function explorerPage(roles: readonly DemoRole[], nonce: string): string {
  const settings = {
    roles: roles.map(({ name, label }) => ({ name, label })),
    samples: sampleOperations,
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Studio platform: explorer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/explorer/ruru/ruru.css">
<link rel="stylesheet" href="/explorer/assets/explorer.css">
<script type="application/json" id="settings" nonce="${nonce}">${escapeForScript(JSON.stringify(settings))}</script>
</head>
<body>
<header id="bar">
<strong>Studio platform</strong>
<label>Signed in as <select id="role"><option value="">nobody</option></select></label>
<label>Operation <select id="sample"></select></label>
<output id="status" role="status"></output>
</header>
<main id="explorer"></main>
<script type="module" src="/explorer/assets/explorer.js" nonce="${nonce}"></script>
</body>
</html>
`;
}

function escapeForScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}
