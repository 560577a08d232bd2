import { z } from "zod";
import { singleton } from "./singleton.server.ts";

/**
 * Every setting Marque reads, checked once. Nothing else in the code looks at `process.env`.
 *
 * An empty string counts as "not set", because that is what `.env` files and service managers
 * write for a value nobody filled in.
 */
const emptyIsUnset = (value: unknown) => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsUnset, schema.optional());

const urlWith = (protocols: string[], example: string) =>
  z.string().refine(
    (value) => {
      try {
        return protocols.includes(new URL(value).protocol);
      } catch {
        return false;
      }
    },
    { error: `must be an address like ${example}` },
  );

const EnvSchema = z
  .object({
    NODE_ENV: z.preprocess(
      emptyIsUnset,
      z.enum(["development", "production", "test"]).default("production"),
    ),
    PORT: z.preprocess(emptyIsUnset, z.coerce.number().int().min(0).max(65535).default(3000)),
    HOST: z.preprocess(emptyIsUnset, z.string().default("127.0.0.1")),
    APP_ORIGIN: optional(urlWith(["http:", "https:"], "https://club.example.com")),
    DATABASE_URL: optional(
      urlWith(["postgres:", "postgresql:"], "postgresql://user:password@host:5432/marque"),
    ),
    DATA_DIR: z.preprocess(emptyIsUnset, z.string().default(".data")),
    SESSION_SECRET: optional(z.string().min(32, { error: "must have at least 32 characters" })),
    SMTP_URL: optional(urlWith(["smtp:", "smtps:"], "smtp://user:password@mail.example.com:587")),
    MAIL_FROM: optional(z.email({ error: "must be an e-mail address" })),
    STRIPE_SECRET_KEY: optional(
      z.string().regex(/^sk_(test|live)_\w+$/, { error: "must look like sk_test_… or sk_live_…" }),
    ),
    STRIPE_WEBHOOK_SECRET: optional(
      z.string().startsWith("whsec_", { error: "must start with whsec_" }),
    ),
    STRIPE_API_BASE: optional(urlWith(["http:", "https:"], "https://api.stripe.com")),
    WORKER: z.preprocess(emptyIsUnset, z.enum(["on", "off"]).default("on")),
    LOG_LEVEL: z.preprocess(
      emptyIsUnset,
      z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    ),
    METRICS_TOKEN: optional(z.string().min(16, { error: "must have at least 16 characters" })),
    MARQUE_DEMO: z.preprocess(emptyIsUnset, z.enum(["on", "off"]).default("off")),
  })
  .superRefine((env, context) => {
    // The demo hands out staff accounts with a published password: never over somebody's database.
    if (env.MARQUE_DEMO === "on" && env.DATABASE_URL) {
      context.addIssue({
        code: "custom",
        path: ["MARQUE_DEMO"],
        message: "the demo runs on its own embedded database only: unset DATABASE_URL",
      });
    }
    if (env.DATABASE_URL && env.NODE_ENV === "production" && !env.SESSION_SECRET) {
      context.addIssue({
        code: "custom",
        path: ["SESSION_SECRET"],
        message:
          "is required with DATABASE_URL, and must be the same on every node: openssl rand -hex 32",
      });
    }
    if (env.STRIPE_SECRET_KEY && !env.STRIPE_WEBHOOK_SECRET) {
      context.addIssue({
        code: "custom",
        path: ["STRIPE_WEBHOOK_SECRET"],
        message: "is required with STRIPE_SECRET_KEY",
      });
    }
    const isLive = env.STRIPE_SECRET_KEY?.startsWith("sk_live_");
    if (isLive && env.MARQUE_DEMO === "on") {
      context.addIssue({
        code: "custom",
        path: ["STRIPE_SECRET_KEY"],
        message:
          "is a live key, and people of the demo do not exist: use one that begins with sk_test_",
      });
    }
    if (isLive && env.STRIPE_API_BASE && new URL(env.STRIPE_API_BASE).host !== "api.stripe.com") {
      context.addIssue({
        code: "custom",
        path: ["STRIPE_API_BASE"],
        message: "a live key goes to https://api.stripe.com and nowhere else: unset it",
      });
    }
  });

export type Env = z.infer<typeof EnvSchema>;

/**
 * Reads settings from a map of strings.
 *
 * @throws Error naming each setting that is wrong and what it should look like. Values are never
 *   repeated in the message, since several of them are secrets.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = EnvSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Marque cannot start, these settings are wrong:\n${lines.join("\n")}`);
}

/** The process's settings, read at first use. */
export function env(): Env {
  return singleton("env", () => parseEnv(process.env));
}

/**
 * The address people reach this club at, without a trailing slash. On one's own machine it has a name: passkeys
 * are tied to one, and figures are none.
 */
export function appOrigin({ APP_ORIGIN, HOST, PORT } = env()): string {
  const host = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(HOST) ? "localhost" : HOST;
  return (APP_ORIGIN ?? `http://${host}:${PORT}`).replace(/\/+$/, "");
}

/** Whether people reach this club at another address than it listens at: a proxy stands between. */
export function isProxied({ APP_ORIGIN, PORT } = env()): boolean {
  if (!APP_ORIGIN) return false;
  const { protocol, hostname, port } = new URL(APP_ORIGIN);
  return !(protocol === "http:" && isLoopbackName(hostname) && Number(port || 80) === PORT);
}

/** Whether a host is this machine, as it calls itself. */
export function isLoopbackName(host: string): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])$/i.test(host);
}
