import { expect, test } from "vitest";
import { z } from "zod";
import { key256, port, readConfig } from "./read-config.js";

const schema = z.object({ PORT: port(), MASTER_KEY: key256(), HOST: z.string().default("127.0.0.1") });

test("reads settings and fills defaults", () => {
  const key = Buffer.alloc(32, 1).toString("base64");
  expect(readConfig(schema, { PORT: "4000", MASTER_KEY: key, HOST: "" })).toEqual({
    PORT: 4000,
    MASTER_KEY: key,
    HOST: "127.0.0.1",
  });
});

test("names every problem at once", () => {
  const read = () => readConfig(schema, { PORT: "99999", MASTER_KEY: "short" });
  expect(read).toThrow(/PORT: .*\n[^]*MASTER_KEY: must be 32 bytes/);
});
