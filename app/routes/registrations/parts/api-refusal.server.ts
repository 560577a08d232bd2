import { type Problem, problem } from "#app/modules/api/problem.ts";
import type { PartyProblem } from "#app/modules/parties/party.ts";
import type { PartyChanged } from "#app/modules/registrations/change-party.server.ts";
import type { RegisterRefusal } from "#app/modules/registrations/register-party.server.ts";

/** Why a party is not registered, as other programs read it: `reason` for them, `detail` for whoever reads their log. */
export function refusedRegistration(refused: RegisterRefusal): Problem {
  if (refused.refusal === "no-such-event") return problem("no-such-event");
  return problem("registration-refused", {
    reason: refused.refusal,
    detail: detailOf(refused),
    ...(refused.refusal === "party" && { errors: errorsOf(refused.problems) }),
  });
}

/** The same of one that is not changed. */
export function refusedChange(refused: Exclude<PartyChanged, { ok: true }>): Problem {
  if (refused.refusal === "no-such-registration") return problem("no-such-registration");
  return problem("registration-not-changed", {
    reason: refused.refusal,
    ...(refused.refusal === "party" && { errors: errorsOf(refused.problems) }),
  });
}

const errorsOf = (problems: readonly PartyProblem[]) =>
  problems.map(({ path, problem: what }) => ({ at: path.join("."), message: what }));

function detailOf(refused: Exclude<RegisterRefusal, { refusal: "no-such-event" }>): string {
  switch (refused.refusal) {
    case "cancelled":
      return "The event is cancelled.";
    case "finished":
      return "The event is over.";
    case "not-yet":
      return `It can be registered for from ${refused.from.toISOString()}.`;
    case "closed":
      return `It could be registered for until ${refused.at.toISOString()}.`;
    case "gold-only":
      return "It is for gold members.";
    case "programme":
      return `It is for the programmes ${refused.programmes.join(", ")}.`;
    case "store":
      return "It is for owners whose car one of its stores looks after.";
    case "not-active":
      return `It is for owners who had service or bought a car within ${refused.months} months.`;
    case "no-such-car":
      return `It is for owners of ${refused.models.join(", ")}.`;
    case "account-closed":
      return "The member's account is closed.";
    case "party":
      return "The party cannot come as it is described; see errors.";
    case "already-registered":
      return `The member has the registration ${refused.registrationId}.`;
    case "event-changed":
      return `It is another by now: ${refused.moved.join(", ")}.`;
    case "price-changed":
      return "It has another price by now.";
    case "child-registered":
      return `Somebody else brings these of its people already, counted from 0: ${refused.people.join(", ")}.`;
    case "full":
      return `There are not enough places of the limits ${refused.limits.join(", ")}; ${refused.waiting} parties wait.`;
    case "too-big":
      return `It has more people than the limits ${refused.limits.join(", ")} hold altogether.`;
    case "too-few-points":
      return `${refused.missing} points are missing.`;
    case "busy":
      return "More parties register at this moment than can wait; send it again in a minute.";
  }
}
