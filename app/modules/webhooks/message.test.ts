import { createHmac } from "node:crypto";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { leadEvent } from "../api/webhook-schemas.ts";
import { bodyOf, signedHeaders } from "./message.ts";

const event = {
  id: 17,
  token: "evt_p5jXN8AQM9LWM0D4loKWxJek",
  type: "lead.stage_changed",
  data: { lead_id: 42, stage: "ordered", ended: null, source: "link" },
  happenedAt: new Date("2027-03-01T08:30:00.123Z"),
};
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const now = new Date("2027-03-01T09:00:00.999Z");

/** As the specification says it, without the library. */
function signature(key: string, token: string, seconds: number, body: string): string {
  const bytes = Buffer.from(key.replace("whsec_", ""), "base64");
  const hmac = createHmac("sha256", bytes).update(`${token}.${seconds}.${body}`);
  return `v1,${hmac.digest("base64")}`;
}

test("the vector that the libraries of Standard Webhooks are tested with", () => {
  const signed = signedHeaders(
    { token: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}' },
    [secret],
    new Date(1_614_265_330_000),
  );
  expect(signed).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("a message is what the API's description says, and names nobody", () => {
  const body = JSON.parse(bodyOf(event));
  expect(leadEvent.parse(body)).toEqual(body);
  expect(body).toEqual({
    id: event.token,
    type: "lead.stage_changed",
    timestamp: "2027-03-01T08:30:00.123Z",
    sequence: 17,
    data: event.data,
  });
});

test("each secret signs the same second and the same bytes", () => {
  const body = bodyOf(event);
  const older = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
  const signed = signedHeaders({ token: event.token, body }, [secret, older], now);
  const seconds = Math.floor(now.getTime() / 1000);
  expect(signed["webhook-timestamp"]).toBe(String(seconds));
  expect(signed["webhook-signature"]).toBe(
    [secret, older].map((key) => signature(key, event.token, seconds, body)).join(" "),
  );
});

test("whoever has either secret can tell that a message is ours, and that it was changed", () => {
  const body = bodyOf(event);
  const older = `whsec_${Buffer.alloc(24, 7).toString("base64")}`;
  const signed = signedHeaders({ token: event.token, body }, [secret, older], new Date());
  for (const key of [secret, older]) {
    expect(new Webhook(key).verify(body, signed)).toEqual(JSON.parse(body));
    expect(() => new Webhook(key).verify(body.replace("42", "43"), signed)).toThrow("signature");
  }
  const stranger = new Webhook(`whsec_${Buffer.alloc(24, 8).toString("base64")}`);
  expect(() => stranger.verify(body, signed)).toThrow("signature");
});
