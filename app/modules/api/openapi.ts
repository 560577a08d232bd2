import { z } from "zod";
import type { ApiScope } from "./api-client.ts";
import {
  changeRefusals,
  checkInAnswer,
  checkInRequest,
  eventsAnswer,
  registrationAnswer,
  registrationChange,
  registrationRefusals,
  registrationRequest,
} from "./event-schemas.ts";
import {
  giftsAnswer,
  redemptionAnswer,
  redemptionRefusals,
  redemptionRequest,
  redemptionsAnswer,
} from "./gift-schemas.ts";
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
        "Workshop orders in, balances out, gifts taken, parties registered for events. Every error is a problem (RFC 9457). Amounts of money are integers in the currency's minor unit.",
    },
    servers: [{ url: origin }],
    security: [{ key: [] }],
    paths: {
      "/api/v1/service-orders": {
        post: {
          operationId: "sendServiceOrder",
          summary: "Send a workshop order, its correction or its cancellation",
          description: `${needs("orders:write")}. The same order again changes nothing and answers "unchanged".`,
          parameters: [idempotencyKey],
          requestBody: { required: true, content: json("ServiceOrder") },
          responses: {
            "200": {
              description: "Taken, or known already",
              headers: onceHeaders,
              content: json("ServiceOrderTaken"),
            },
            ...failures(...onceFailures, "order-rejected"),
          },
        },
      },
      "/api/v1/members/{number}/balance": {
        get: {
          operationId: "readBalance",
          summary: "Read a member's points",
          description: `${needs("balance:read")}. True by the clock.`,
          parameters: [memberNumber],
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
      "/api/v1/gifts": {
        get: {
          operationId: "listGifts",
          summary: "List the gifts that members see",
          description: `${needs("gifts:read")}.`,
          responses: {
            "200": { description: "The gifts", headers: limitHeaders, content: json("Gifts") },
            ...failures(),
          },
        },
      },
      "/api/v1/members/{number}/redemptions": {
        get: {
          operationId: "listRedemptions",
          summary: "List what a member took, the newest first",
          description: `${needs("redemptions:read")}, and codes:read for the codes.`,
          parameters: [
            memberNumber,
            {
              name: "before",
              in: "query",
              description: "Goes on behind the redemption of this id",
              schema: { type: "integer", minimum: 1 },
            },
          ],
          responses: {
            "200": {
              description: "At most fifty of them",
              headers: limitHeaders,
              content: json("Redemptions"),
            },
            ...failures("no-such-member"),
          },
        },
        post: {
          operationId: "redeemGifts",
          summary: "Take gifts for a member",
          description: `${needs("redemptions:write")}. All of the items are taken or none. A refusal is a problem whose reason is one of ${redemptionRefusals.join(", ")}.`,
          parameters: [memberNumber, idempotencyKey],
          requestBody: { required: true, content: json("RedemptionRequest") },
          responses: {
            "200": {
              description: "Taken, one redemption for each item",
              headers: onceHeaders,
              content: json("RedemptionsTaken"),
            },
            ...failures(...onceFailures, "no-such-member", "no-such-gift", "redemption-refused"),
          },
        },
      },
      "/api/v1/redemptions/{id}": {
        get: {
          operationId: "readRedemption",
          summary: "Read something a member took",
          description: `${needs("redemptions:read")}, and codes:read for the codes.`,
          parameters: [redemptionId],
          responses: {
            "200": {
              description: "As it stands",
              headers: limitHeaders,
              content: json("Redemption"),
            },
            ...failures("no-such-redemption"),
          },
        },
      },
      "/api/v1/redemptions/{id}/cancel": {
        post: {
          operationId: "cancelRedemption",
          summary: "Cancel something a member took",
          description: `${needs("redemptions:write")}. As its owner can, until it is laid out for them; the points and the stock go back. Cancelling again changes nothing and is answered alike.`,
          parameters: [redemptionId],
          responses: {
            "200": {
              description: "Cancelled",
              headers: limitHeaders,
              content: json("Redemption"),
            },
            ...failures("no-such-redemption", "not-cancellable"),
          },
        },
      },
      "/api/v1/events": {
        get: {
          operationId: "listEvents",
          summary: "List events that are not over",
          description: `${needs("events:read")}. With what is free at this moment: a request can still come too late.`,
          parameters: [
            {
              name: "after",
              in: "query",
              description: "Goes on behind the event of this id",
              schema: { type: "integer", minimum: 1 },
            },
          ],
          responses: {
            "200": {
              description: "At most fifty of them",
              headers: limitHeaders,
              content: json("Events"),
            },
            ...failures(),
          },
        },
      },
      "/api/v1/events/{id}/registrations": {
        post: {
          operationId: "registerParty",
          summary: "Register a member's party for an event",
          description: `${needs("registrations:write")}. Places, points and the letter are one; where there are no places the party joins the line, or is refused. A refusal is a problem whose reason is one of ${registrationRefusals.join(", ")}.`,
          parameters: [{ ...rowId, description: "The event's id" }, idempotencyKey],
          requestBody: { required: true, content: json("RegistrationRequest") },
          responses: {
            "200": {
              description: "Registered, or waiting in the line",
              headers: onceHeaders,
              content: json("Registration"),
            },
            ...failures(...onceFailures, "no-such-member", "no-such-event", "registration-refused"),
          },
        },
      },
      "/api/v1/registrations/{id}": {
        get: {
          operationId: "readRegistration",
          summary: "Read a registration",
          description: `${needs("registrations:read")}, and codes:read for its code.`,
          parameters: [{ ...rowId, description: "The registration's id" }],
          responses: {
            "200": {
              description: "As it stands",
              headers: limitHeaders,
              content: json("Registration"),
            },
            ...failures("no-such-registration"),
          },
        },
        put: {
          operationId: "changeRegistration",
          summary: "Change a registration",
          description: `${needs("registrations:write")}. As its member can: whoever has a place keeps it, and somebody new for whom there is none joins the line, or nothing is changed. A refusal is a problem whose reason is one of ${changeRefusals.join(", ")}.`,
          parameters: [{ ...rowId, description: "The registration's id" }],
          requestBody: { required: true, content: json("RegistrationChange") },
          responses: {
            "200": {
              description: "As it stands now",
              headers: limitHeaders,
              content: json("Registration"),
            },
            ...failures(...sentFailures, "no-such-registration", "registration-not-changed"),
          },
        },
      },
      "/api/v1/registrations/{id}/cancel": {
        post: {
          operationId: "cancelRegistration",
          summary: "Cancel a registration",
          description: `${needs("registrations:write")}. As its member can, by the terms of the event. Cancelling again changes nothing and is answered alike.`,
          parameters: [{ ...rowId, description: "The registration's id" }],
          responses: {
            "200": {
              description: "Cancelled",
              headers: limitHeaders,
              content: json("Registration"),
            },
            ...failures("no-such-registration", "registration-not-cancellable"),
          },
        },
      },
      "/api/v1/events/{id}/check-ins": {
        post: {
          operationId: "checkIn",
          summary: "Say who came to an event",
          description: `${needs("check-in:write")}. Every mark has an id of its own: sent again it is answered as it was and changes nothing.`,
          parameters: [{ ...rowId, description: "The event's id" }],
          requestBody: { required: true, content: json("CheckIn") },
          responses: {
            "200": {
              description: "Kept, each with what came of it",
              headers: limitHeaders,
              content: json("CheckInKept"),
            },
            ...failures(...sentFailures, "no-such-event"),
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
        Gifts: schemaOf(giftsAnswer, "output"),
        RedemptionRequest: schemaOf(redemptionRequest, "input"),
        RedemptionsTaken: schemaOf(redemptionsAnswer.pick({ redemptions: true }), "output"),
        Redemption: schemaOf(redemptionAnswer, "output"),
        Redemptions: schemaOf(redemptionsAnswer, "output"),
        Events: schemaOf(eventsAnswer, "output"),
        RegistrationRequest: schemaOf(registrationRequest, "input"),
        RegistrationChange: schemaOf(registrationChange, "input"),
        Registration: schemaOf(registrationAnswer, "output"),
        CheckIn: schemaOf(checkInRequest, "input"),
        CheckInKept: schemaOf(checkInAnswer, "output"),
        Problem: schemaOf(problemAnswer, "output"),
      },
    },
  };
}

const needs = (scope: ApiScope) => `Needs the scope ${scope}`;

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "Names this request: sent again with the same body it gets the same answer and does nothing; with another body it is refused. Kept for 30 days.",
  schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
};

const memberNumber = {
  name: "number",
  in: "path",
  required: true,
  description: "A member number",
  schema: { type: "string", examples: ["M00010009"] },
};

const rowId = {
  name: "id",
  in: "path",
  required: true,
  schema: { type: "integer", minimum: 1 },
};

const redemptionId = { ...rowId, description: "The redemption's id" };

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

const onceHeaders = {
  ...limitHeaders,
  "Idempotency-Replayed": {
    description: "true when this is the answer of an earlier request under the key",
    schema: { type: "string", enum: ["true"] },
  },
};

/** What can go wrong with whatever has a body; and with what is sent once. */
const sentFailures: ProblemName[] = ["malformed-json", "too-large", "wrong-content-type"];
const onceFailures: ProblemName[] = [...sentFailures, "busy"];

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
