/** What can go wrong with a call, each with its HTTP status and a title that never changes. */
export const problems = {
  "malformed-json": [400, "The body is not JSON in UTF-8"],
  "invalid-request": [400, "The request does not have the described shape"],
  "idempotency-key-missing": [400, "The Idempotency-Key header is missing"],
  "idempotency-key-unusable": [400, "The Idempotency-Key header is not usable"],
  "key-missing": [401, "No API key was given"],
  "key-wrong": [401, "The API key is not valid"],
  "scope-missing": [403, "The API key may not do this"],
  "no-such-resource": [404, "There is nothing at this address"],
  "no-such-member": [404, "There is no such member"],
  "no-such-gift": [404, "There is no such gift, or members do not see it"],
  "no-such-redemption": [404, "There is no such redemption"],
  "no-such-event": [404, "There is no such event, or it is not published"],
  "no-such-registration": [404, "There is no such registration"],
  "no-such-referrer": [404, "Nobody recommends under this number or code"],
  "no-such-store": [404, "There is no such store"],
  "no-such-lead": [404, "There is no such lead"],
  "method-not-allowed": [405, "This address does not take this method"],
  "redemption-refused": [409, "The gift cannot be taken"],
  "not-cancellable": [409, "The redemption cannot be cancelled as it stands"],
  "registration-refused": [409, "The party cannot be registered"],
  "registration-not-changed": [409, "The registration cannot be changed so"],
  "registration-not-cancellable": [409, "The registration cannot be cancelled as it stands"],
  "lead-refused": [409, "The friend cannot be recommended"],
  "lead-not-moved": [409, "The lead cannot be moved so"],
  "too-large": [413, "The body is too large"],
  "wrong-content-type": [415, "The body has to be application/json"],
  "phone-unreadable": [422, "The phone cannot be rung as it is written"],
  "order-rejected": [422, "The order cannot be taken"],
  "idempotency-key-reused": [422, "The Idempotency-Key was used for another request"],
  "too-many-requests": [429, "Too many requests"],
  busy: [503, "Too much is waiting to be done"],
  unexpected: [500, "Something unexpected happened"],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemName = keyof typeof problems;

/** An error as RFC 9457 has it. `type` names it for programs, `detail` says more to people. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  /** What is wrong with which part of the request. */
  errors?: { at: string; message: string }[];
  /** Why an order was not taken, in the words of an import's report; or why a gift was not. */
  reason?: string;
};

/** The problem of a name, with what else there is to say. */
export function problem(
  name: ProblemName,
  more: Pick<Problem, "detail" | "errors" | "reason"> = {},
): Problem {
  const [status, title] = problems[name];
  return { type: `urn:marque:problem:${name}`, title, status, ...more };
}
