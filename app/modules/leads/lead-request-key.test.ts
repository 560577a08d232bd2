import { expect, test } from "vitest";
import { apiRequestKey, leadRequestKey, readApiKey } from "./lead-request-key.ts";

const hash = (first: number) => new Uint8Array(32).fill(first);

test("one form about two friends is two leads, about one friend it is one", () => {
  const sent = { referrerId: 7, requestKey: "form" };
  expect(leadRequestKey(sent, hash(1))).toBe(leadRequestKey(sent, hash(1)));
  expect(leadRequestKey(sent, hash(1))).not.toBe(leadRequestKey(sent, hash(2)));
});

test.each(["once", "a:b", "x:0123456789abcdef"])(
  "the request %s of another program is read again",
  (key) => {
    const requestKey = apiRequestKey({ clientId: 3, key });
    const leadKey = leadRequestKey({ referrerId: 7, requestKey }, hash(1));
    expect(readApiKey(leadKey)).toEqual({ clientId: 3, key });
  },
);

test("a form is no request of another program", () => {
  const sent = { referrerId: 7, requestKey: "5f0c7c1e-55a6-4c35-8f0e-0d4a1f3d2b11" };
  expect(readApiKey(leadRequestKey(sent, hash(1)))).toBeNull();
});
