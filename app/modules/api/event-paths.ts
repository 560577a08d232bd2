import { changeRefusals, registrationRefusals } from "./event-schemas.ts";
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

/** What can be done with events, and with who comes to them. */
export const eventPaths = {
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
} as const;
