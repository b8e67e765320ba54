import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { readAuthorization } from "../viewer/authorization.js";
import { shownOverWebSocket } from "./shown-credential.js";

function upgradeWith(headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers });
}

test("takes the credential from connection_init, and from the upgrade where that is silent", () => {
  const upgrade = upgradeWith({ authorization: "Bearer a", "studio-account": "one" });
  expect(shownOverWebSocket({ Authorization: "Bearer b" }, upgrade)).toEqual({
    authorization: "Bearer b",
    account: "one",
  });
  expect(shownOverWebSocket(undefined, upgradeWith({}))).toEqual({ authorization: undefined, account: undefined });
  expect(shownOverWebSocket({ authorization: null }, upgradeWith({})).authorization).toBeUndefined();
});

test.each([5, true, {}, ["Bearer a"]])("a credential that is no text (%j) never counts as nothing shown", (value) => {
  const { authorization } = shownOverWebSocket({ authorization: value }, upgradeWith({}));
  expect(() => readAuthorization(authorization)).toThrow("Send the credential");
});
