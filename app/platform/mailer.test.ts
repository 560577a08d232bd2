import { expect, test } from "vitest";
import { demandsTls } from "./mailer.server.ts";

test.each([
  ["smtp://user:secret@mail.dealer.example:587", true],
  ["smtps://mail.dealer.example", true],
  ["smtp://mail.dealer.example:587?requireTLS=true", true],
  ["smtp://relay.dealer.local:25?requireTLS=false", false],
  ["smtp://localhost:1025", false],
  ["smtp://127.0.0.1:1025", false],
  ["smtp://[::1]:1025", false],
])("a letter by %s waits for encryption: %s", (url, demands) => {
  expect(demandsTls(url)).toBe(demands);
});
