import { expect, test } from "vitest";
import { readPurpose } from "./stated-purpose.js";

test.each([
  [undefined, null],
  ["RIGHTS_REQUEST", { purpose: "rights_request", note: null }],
  [' legal_claim ; note="case 7"', { purpose: "legal_claim", note: "case 7" }],
  ['OTHER; note="F%C3%A4lle, 12.5.2026"', { purpose: "other", note: "Fälle, 12.5.2026" }],
])("reads %j", (header, stated) => {
  expect(readPurpose(header)).toEqual(stated);
});

test.each([
  ["", "must be one of RIGHTS_REQUEST"],
  ["CURIOSITY", "must be one of"],
  ["constructor", "must be one of"],
  ["RIGHTS_REQUEST, CONSENT", "must be one of"],
  ['CONSENT; note="a"; note="b"', "must be one of"],
  ["OTHER", "must say which"],
  ['OTHER; note=""', "has an empty note"],
  ['CONSENT; note=" "', "has an empty note"],
  ['CONSENT; note="%20"', "1 to 200 characters"],
  ['CONSENT; note="%"', "1 to 200 characters"],
  ['CONSENT; note="a%00b"', "1 to 200 characters"],
  [`CONSENT; note="${"a".repeat(201)}"`, "1 to 200 characters"],
  ['CONSENT; note="for jane@example.com"', "name nobody"],
  ['CONSENT; note="call +44 7700 900002"', "name nobody"],
])("refuses %j", (header, message) => {
  expect(() => readPurpose(header)).toThrow(message);
});
