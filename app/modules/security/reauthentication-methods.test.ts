import { expect, test } from "vitest";
import {
  type ReauthenticationMethod,
  reauthenticationMethods,
} from "./reauthentication-methods.ts";

test.each<[string, [boolean, boolean, boolean], ReauthenticationMethod[]]>([
  ["nothing but an inbox", [false, false, false], ["code"]],
  ["a password", [true, false, false], ["password"]],
  ["a password and an authenticator", [true, true, false], ["authenticator"]],
  ["an authenticator alone", [false, true, false], ["authenticator"]],
  ["a passkey alone: the inbox is no way around it", [false, false, true], ["passkey"]],
  ["a passkey and a password", [true, false, true], ["passkey", "password"]],
  ["everything", [true, true, true], ["passkey", "authenticator"]],
])("with %s", (_case, [hasPassword, hasAuthenticator, hasPasskey], ways) => {
  expect(reauthenticationMethods({ hasPassword, hasAuthenticator, hasPasskey })).toEqual(ways);
});
