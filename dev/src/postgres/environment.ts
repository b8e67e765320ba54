/** This process's environment without what would steer PostgreSQL or colour its messages. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("PG") && !name.startsWith("LC_"));
  return { ...Object.fromEntries(inherited), LANG: "C", LC_ALL: "C" };
}
