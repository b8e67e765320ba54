/** Imported ahead of @apollo/gateway, which otherwise probes cloud metadata and reports to Apollo. */
process.env["APOLLO_TELEMETRY_DISABLED"] = "true";
