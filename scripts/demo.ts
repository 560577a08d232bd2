import "../app/platform/node-env.server.ts";
import { randomBytes } from "node:crypto";
import path from "node:path";

// The demo club on a database of its own, beside the real one and never in it.
process.env.DATA_DIR = path.join(process.env.DATA_DIR || ".data", "demo");
process.env.MARQUE_DEMO = "on";
// Without an account at Stripe it pays at a stand-in, which takes no money.
if (!process.env.STRIPE_SECRET_KEY && !process.env.STRIPE_API_BASE) {
  const { startStripe } = await import("../tests/support/stripe/stand-in.ts");
  const webhookSecret = `whsec_${randomBytes(16).toString("hex")}`;
  const { HOST = "127.0.0.1", PORT = "3000" } = process.env;
  const host = HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST;
  const sendTo = `http://${host}:${PORT}/api/stripe/webhook`;
  const standIn = await startStripe({ webhookSecret, sendTo });
  process.env.STRIPE_SECRET_KEY = "sk_test_standin";
  process.env.STRIPE_WEBHOOK_SECRET = webhookSecret;
  process.env.STRIPE_API_BASE = standIn.url;
}
await import("../server.ts");
