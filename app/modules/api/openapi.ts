import { eventPaths } from "./event-paths.ts";
import {
  checkInAnswer,
  checkInRequest,
  eventsAnswer,
  registrationAnswer,
  registrationChange,
  registrationRequest,
} from "./event-schemas.ts";
import { giftPaths } from "./gift-paths.ts";
import {
  giftsAnswer,
  redemptionAnswer,
  redemptionRequest,
  redemptionsAnswer,
} from "./gift-schemas.ts";
import { leadPaths } from "./lead-paths.ts";
import { leadAnswer, leadChange, leadRequest } from "./lead-schemas.ts";
import {
  failures,
  idempotencyKey,
  json,
  limitHeaders,
  memberNumber,
  needs,
  onceFailures,
  onceHeaders,
  schemaOf,
} from "./openapi-parts.ts";
import {
  balanceAnswer,
  problemAnswer,
  serviceOrderAnswer,
  serviceOrderRequest,
} from "./schemas.ts";
import { apiWebhooks } from "./webhook-paths.ts";
import { leadEvent, testEvent } from "./webhook-schemas.ts";

/** The API as OpenAPI 3.1 describes it, made of the schemas that check its requests. */
export function openApi(origin: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Marque",
      version: "1.0.0",
      description:
        "Workshop orders in, balances out, gifts taken, parties registered for events, friends handed in, and other programs told what becomes of them. Every error is a problem (RFC 9457). Amounts of money are integers in the currency's minor unit.",
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
      ...giftPaths,
      ...eventPaths,
      ...leadPaths,
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
    webhooks: apiWebhooks,
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
        LeadRequest: schemaOf(leadRequest, "input"),
        LeadChange: schemaOf(leadChange, "input"),
        Lead: schemaOf(leadAnswer, "output"),
        LeadEvent: schemaOf(leadEvent, "output"),
        TestEvent: schemaOf(testEvent, "output"),
        Problem: schemaOf(problemAnswer, "output"),
      },
    },
  };
}
