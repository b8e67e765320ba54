import { React, Ruru, createRoot } from "/explorer/ruru/ruru.js";
import { fetcher, session } from "./fetcher.js";

const WORKERS = { json: "jsonWorker.js", graphql: "graphqlWorker.js" };

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) => new Worker(`/explorer/ruru/${WORKERS[label] ?? "editorWorker.js"}`, { type: "module" }),
};

const settings = JSON.parse(document.getElementById("settings").textContent);
const roles = document.getElementById("role");
const samples = document.getElementById("sample");
const status = document.getElementById("status");
const root = createRoot(document.getElementById("explorer"));

/** Shows the editor with an operation in it. A new key makes it take the operation as its own. */
function show({ query }) {
  const props = { key: samples.value, fetcher, initialQuery: query, defaultQuery: query };
  root.render(React.createElement(Ruru, props));
}

async function signIn(role) {
  session.authorization = null;
  say(role ? "Signing in …" : "");
  if (!role) return;
  const response = await fetch(`/explorer/sign-in/${role}`, { method: "POST" });
  const answer = await response.json();
  if (!response.ok) return say(answer.errors[0].message, true);
  session.authorization = answer.authorization;
  say("Requests carry this role's credential.");
}

function say(text, failed = false) {
  status.textContent = text;
  status.className = failed ? "failed" : "";
}

for (const { name, label } of settings.roles) roles.append(new Option(label, name));
for (const [index, { name }] of settings.samples.entries()) samples.append(new Option(name, String(index)));
roles.addEventListener("change", () => void signIn(roles.value));
samples.addEventListener("change", () => show(settings.samples[Number(samples.value)]));

show(settings.samples[0]);
const [first] = settings.roles;
if (first) {
  roles.value = first.name;
  await signIn(first.name);
}
