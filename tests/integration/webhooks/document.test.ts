import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { leadEvent } from "#app/modules/api/webhook-schemas.ts";
import { signedHeaders } from "#app/modules/webhooks/message.ts";

type Check = (headers: Record<string, string>, body: string, secret: string) => boolean;

const secret = `whsec_${Buffer.alloc(32, 1).toString("base64")}`;
const other = `whsec_${Buffer.alloc(32, 2).toString("base64")}`;
const token = "evt_3q0zWqk2m0o1VQq9mXr6c8Yb";
let isOurs: Check;
let body: string;

/** What the document for whoever takes webhooks shows: its message, and the code that checks one. */
beforeAll(async () => {
  const text = await readFile("docs/webhooks.md", "utf8");
  const block = (language: string) =>
    new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(text)?.[1] ?? "";
  body = block("json");
  const code = Buffer.from(block("js")).toString("base64");
  ({ isOurs } = await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`));
});

test("its message is one that the API's description allows", () => {
  expect(leadEvent.parse(JSON.parse(body))).toMatchObject({ id: token });
});

test("its code knows what is ours, with either of two secrets, and nothing else", () => {
  const now = new Date();
  const signed = signedHeaders({ token, body }, [secret, other], now);
  expect(isOurs(signed, body, secret)).toBe(true);
  expect(isOurs(signed, body, other)).toBe(true);
  expect(isOurs(signed, body, `whsec_${Buffer.alloc(32, 3).toString("base64")}`)).toBe(false);
  expect(isOurs(signed, `${body} `, secret)).toBe(false);
  expect(isOurs({ ...signed, "webhook-id": "evt_other" }, body, secret)).toBe(false);
  expect(isOurs({ ...signed, "webhook-timestamp": "none" }, body, secret)).toBe(false);
  const old = signedHeaders({ token, body }, [secret], new Date(now.getTime() - 310_000));
  expect(isOurs(old, body, secret)).toBe(false);
});
