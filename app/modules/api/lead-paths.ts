import { leadMoveRefusals, leadRefusals } from "./lead-schemas.ts";
import {
  failures,
  idempotencyKey,
  json,
  limitHeaders,
  needs,
  onceFailures,
  onceHeaders,
  rowId,
  sentFailures,
} from "./openapi-parts.ts";

const leadId = { ...rowId, description: "The lead's id" };

/** What can be done with friends whom somebody recommends. */
export const leadPaths = {
  "/api/v1/leads": {
    post: {
      operationId: "handInLead",
      summary: "Hand in a friend whom a member or referrer recommends",
      description: `${needs("leads:write")}. Of two who recommend the same friend the first holds them. A refusal is a problem whose reason is one of ${leadRefusals.join(", ")}; nothing of the friend is kept then.`,
      parameters: [idempotencyKey],
      requestBody: { required: true, content: json("LeadRequest") },
      responses: {
        "200": { description: "Taken", headers: onceHeaders, content: json("Lead") },
        ...failures(
          ...onceFailures,
          "no-such-referrer",
          "no-such-store",
          "phone-unreadable",
          "lead-refused",
        ),
      },
    },
  },
  "/api/v1/leads/{id}": {
    get: {
      operationId: "readLead",
      summary: "Read a lead",
      description: `${needs("leads:read")}. Without the friend's phone or address.`,
      parameters: [leadId],
      responses: {
        "200": { description: "As it stands", headers: limitHeaders, content: json("Lead") },
        ...failures("no-such-lead"),
      },
    },
    patch: {
      operationId: "moveLead",
      summary: "Say where a lead stands",
      description: `${needs("leads:write")}. Points follow by themselves: given for stages that are reached, taken back for those that no longer stand. Said again it changes nothing. A refusal is a problem whose reason is one of ${leadMoveRefusals.join(", ")}.`,
      parameters: [leadId],
      requestBody: { required: true, content: json("LeadChange") },
      responses: {
        "200": { description: "As it stands now", headers: limitHeaders, content: json("Lead") },
        ...failures(...sentFailures, "no-such-lead", "lead-not-moved"),
      },
    },
  },
} as const;
