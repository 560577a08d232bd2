import { expect, test } from "vitest";
import { appOrigin, isProxied, parseEnv } from "./env.server.ts";

test("with nothing set, Marque runs on the embedded database on port 3000", () => {
  expect(parseEnv({})).toMatchObject({ PORT: 3000, DATA_DIR: ".data", WORKER: "on" });
  expect(parseEnv({}).DATABASE_URL).toBeUndefined();
});

test.each([
  [{ PORT: "eighty" }, "PORT"],
  [{ PORT: "70000" }, "PORT"],
  [{ DATABASE_URL: "mysql://localhost/marque" }, "DATABASE_URL"],
  [{ SESSION_SECRET: "short" }, "SESSION_SECRET"],
  [{ SMTP_URL: "mail.example.com" }, "SMTP_URL"],
  [{ WORKER: "yes" }, "WORKER"],
  [{ DATABASE_URL: "postgresql://db/marque" }, "SESSION_SECRET"],
  [{ STRIPE_SECRET_KEY: "sk_test_1" }, "STRIPE_WEBHOOK_SECRET"],
  [{ STRIPE_SECRET_KEY: "pk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" }, "STRIPE_SECRET_KEY"],
  [
    { STRIPE_SECRET_KEY: "sk_live_1", STRIPE_WEBHOOK_SECRET: "whsec_1", MARQUE_DEMO: "on" },
    "STRIPE_SECRET_KEY",
  ],
  [
    {
      STRIPE_SECRET_KEY: "sk_live_1",
      STRIPE_WEBHOOK_SECRET: "whsec_1",
      STRIPE_API_BASE: "http://127.0.0.1:4242",
    },
    "STRIPE_API_BASE",
  ],
])("a wrong setting is named: %o", (source, name) => {
  expect(() => parseEnv(source)).toThrow(`  ${name}: `);
});

test("a setting left empty counts as not set", () => {
  expect(parseEnv({ PORT: "", SMTP_URL: "" }).PORT).toBe(3000);
});

test("the demo cannot be switched on over a real database", () => {
  const source = {
    MARQUE_DEMO: "on",
    DATABASE_URL: "postgresql://db/marque",
    SESSION_SECRET: "s".repeat(32),
  };
  expect(() => parseEnv(source)).toThrow("MARQUE_DEMO: the demo runs on its own embedded database");
});

test("a refused secret is not repeated in the message", () => {
  expect(() => parseEnv({ SESSION_SECRET: "hunter2" })).toThrow(/^((?!hunter2)[\s\S])*$/);
});

test.each([
  [{}, false],
  [{ APP_ORIGIN: "http://localhost:3000" }, false],
  [{ APP_ORIGIN: "http://127.0.0.1:3100", PORT: "3100" }, false],
  [{ APP_ORIGIN: "http://[::1]", PORT: "80" }, false],
  [{ APP_ORIGIN: "https://localhost:3000" }, true],
  [{ APP_ORIGIN: "http://localhost" }, true],
  [{ APP_ORIGIN: "http://localhost:3001" }, true],
  [{ APP_ORIGIN: "https://club.example.com" }, true],
])("that a proxy stands between is seen from the settings: %o", (source, proxied) => {
  expect(isProxied(parseEnv(source))).toBe(proxied);
});

test.each([
  [{}, "http://localhost:3000"],
  [{ HOST: "0.0.0.0", PORT: "3100" }, "http://localhost:3100"],
  [{ HOST: "::1" }, "http://localhost:3000"],
  [{ HOST: "desk.lan" }, "http://desk.lan:3000"],
  [{ HOST: "0.0.0.0", APP_ORIGIN: "https://club.example.com/" }, "https://club.example.com"],
])("%j is reached by its name: %s", (settings, origin) => {
  expect(appOrigin(parseEnv(settings))).toBe(origin);
});
