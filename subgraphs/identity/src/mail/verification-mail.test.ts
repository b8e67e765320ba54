import { expect, test } from "vitest";
import { senderDomain } from "./mailer.js";
import { verificationMail } from "./verification-mail.js";

test("carries the code and the studio's name in text and HTML", () => {
  const mail = verificationMail({ to: "a@example.org", studioName: "Autumn", code: "012345", messageId: "<1@x>" });
  expect(mail).toMatchObject({ to: "a@example.org", subject: "Your code for Autumn", messageId: "<1@x>" });
  expect(mail.text).toContain("your code for Autumn is 012345.");
  expect(mail.html).toContain("<strong>012345</strong>");
});

test("a studio's name brings neither markup nor headers", () => {
  const mail = verificationMail({
    to: "a@example.org",
    studioName: "<b>A & B</b>\r\nBcc: x@example.org",
    code: "1",
    messageId: "<1@x>",
  });
  expect(mail.subject).toBe("Your code for <b>A & B</b> Bcc: x@example.org");
  expect(mail.html).toContain("&lt;b&gt;A &amp; B&lt;/b&gt; Bcc");
});

test("finds the domain of a sender", () => {
  expect(["Studio <mail@studio.example>", "mail@studio.example"].map(senderDomain)).toEqual([
    "studio.example",
    "studio.example",
  ]);
});
