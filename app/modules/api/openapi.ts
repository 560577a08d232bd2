import { z } from "zod";
import { apiScopes } from "./api-client.ts";
import { type ProblemName, problems } from "./problem.ts";
import {
  balanceAnswer,
  problemAnswer,
  serviceOrderAnswer,
  serviceOrderRequest,
} from "./schemas.ts";

/** The API as OpenAPI 3.1 describes it, made of the schemas that check its requests. */
export function openApi(origin: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Marque",
      version: "1.0.0",
      description:
        "Workshop orders in, balances out. Every error is a problem (RFC 9457). Amounts of money are integers in the currency's minor unit.",
    },
    servers: [{ url: origin }],
    security: [{ key: [] }],
    paths: {
      "/api/v1/service-orders": {
        post: {
          operationId: "sendServiceOrder",
          summary: "Send a workshop order, its correction or its cancellation",
          description: `Needs the scope ${apiScopes[0]}. The same order again changes nothing and answers "unchanged".`,
          parameters: [
            {
              name: "Idempotency-Key",
              in: "header",
              required: true,
              description:
                "Names this request: sent again with the same body it gets the same answer and does nothing; with another body it is refused. Kept for 30 days.",
              schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
            },
          ],
          requestBody: { required: true, content: json("ServiceOrder") },
          responses: {
            "200": {
              description: "Taken, or known already",
              headers: {
                ...limitHeaders,
                "Idempotency-Replayed": {
                  description: "true when this is the answer of an earlier request under the key",
                  schema: { type: "string", enum: ["true"] },
                },
              },
              content: json("ServiceOrderTaken"),
            },
            ...failures(
              "malformed-json",
              "too-large",
              "wrong-content-type",
              "order-rejected",
              "busy",
            ),
          },
        },
      },
      "/api/v1/members/{number}/balance": {
        get: {
          operationId: "readBalance",
          summary: "Read a member's points",
          description: `Needs the scope ${apiScopes[1]}. True by the clock.`,
          parameters: [
            {
              name: "number",
              in: "path",
              required: true,
              description: "A member number",
              schema: { type: "string", examples: ["M00010009"] },
            },
          ],
          responses: {
            "200": {
              description: "The balance",
              headers: limitHeaders,
              content: json("Balance"),
            },
            ...failures("no-such-member"),
          },
        },
      },
      "/api/v1/openapi.json": {
        get: {
          operationId: "readDescription",
          summary: "Read this description",
          security: [],
          responses: {
            "200": {
              description: "OpenAPI 3.1",
              content: { "application/json": { schema: { type: "object" } } },
            },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: "A client's key, which begins with mq_. Made with `npm run api-key`.",
        },
      },
      schemas: {
        ServiceOrder: schemaOf(serviceOrderRequest, "input"),
        ServiceOrderTaken: schemaOf(serviceOrderAnswer, "output"),
        Balance: schemaOf(balanceAnswer, "output"),
        Problem: schemaOf(problemAnswer, "output"),
      },
    },
  };
}

const limitHeaders = {
  RateLimit: {
    description: 'What is left of the limit and when it begins anew, such as "default";r=598;t=42',
    schema: { type: "string" },
  },
  "RateLimit-Policy": {
    description: 'The limit, such as "default";q=600;w=60',
    schema: { type: "string" },
  },
};

/** Every call can fail in these ways, whatever it is about. */
const always: ProblemName[] = ["key-missing", "scope-missing", "too-many-requests", "unexpected"];

/** What can go wrong, by status; one status may stand for several problems. */
function failures(...names: ProblemName[]) {
  const statuses = [...names, ...always].map((name) => problems[name]);
  return Object.fromEntries(
    statuses.map(([status, title]) => [
      String(status),
      { description: title, content: { "application/problem+json": { schema: ref("Problem") } } },
    ]),
  );
}

function json(name: string) {
  return { "application/json": { schema: ref(name) } };
}

function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function schemaOf(schema: z.ZodType, io: "input" | "output") {
  const { $schema, ...described } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
  return described;
}
