import { redemptionRefusals } from "./gift-schemas.ts";
import {
  failures,
  idempotencyKey,
  json,
  limitHeaders,
  memberNumber,
  needs,
  onceFailures,
  onceHeaders,
  rowId,
} from "./openapi-parts.ts";

const redemptionId = { ...rowId, description: "The redemption's id" };

/** What can be done with gifts. */
export const giftPaths = {
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
} as const;
