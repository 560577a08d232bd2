import { z } from "zod";
import type { ApiScope } from "./api-client.ts";
import { type ProblemName, problems } from "./problem.ts";

// What the description of one call after another is put together from.

export const needs = (scope: ApiScope) => `Needs the scope ${scope}`;

export const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "Names this request: sent again with the same body it gets the same answer and does nothing; with another body it is refused. Kept for 30 days.",
  schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
};

export const memberNumber = {
  name: "number",
  in: "path",
  required: true,
  description: "A member number",
  schema: { type: "string", examples: ["M00010009"] },
};

export const rowId = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "integer", minimum: 1 },
};

export const limitHeaders = {
  RateLimit: {
    description: 'What is left of the limit and when it begins anew, such as "default";r=598;t=42',
    schema: { type: "string" },
  },
  "RateLimit-Policy": {
    description: 'The limit, such as "default";q=600;w=60',
    schema: { type: "string" },
  },
};

export const onceHeaders = {
  ...limitHeaders,
  "Idempotency-Replayed": {
    description: "true when this is the answer of an earlier request under the key",
    schema: { type: "string", enum: ["true"] },
  },
};

/** What can go wrong with whatever has a body; and with what is sent once. */
export const sentFailures: ProblemName[] = ["malformed-json", "too-large", "wrong-content-type"];
export const onceFailures: ProblemName[] = [...sentFailures, "busy"];

/** Every call can fail in these ways, whatever it is about. */
const always: ProblemName[] = ["key-missing", "scope-missing", "too-many-requests", "unexpected"];

/** What can go wrong, by status; one status may stand for several problems. */
export function failures(...names: ProblemName[]) {
  const statuses = [...names, ...always].map((name) => problems[name]);
  return Object.fromEntries(
    statuses.map(([status, title]) => [
      String(status),
      { description: title, content: { "application/problem+json": { schema: ref("Problem") } } },
    ]),
  );
}

export function json(name: string) {
  return { "application/json": { schema: ref(name) } };
}

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

export function schemaOf(schema: z.ZodType, io: "input" | "output") {
  const { $schema, ...described } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
  return described;
}
