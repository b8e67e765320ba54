const SUBGRAPHS = ["identity", "studio-configuration", "media", "compliance"];

/** `pnpm start:subgraph <name>`: one subgraph as a process of its own; its settings come from the environment. */
const [name = ""] = process.argv.slice(2);
if (!SUBGRAPHS.includes(name)) {
  process.stderr.write(`Name one of the subgraphs: ${SUBGRAPHS.join(", ")}.\n`);
  process.exit(1);
}
await import(new URL(`../../subgraphs/${name}/dist/main.js`, import.meta.url).href);
