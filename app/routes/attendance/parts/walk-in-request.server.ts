import { data, redirect } from "@remix-run/node";
import type { EventOfDay } from "#app/modules/attendance/load-event-of-day.server.ts";
import { readWalkIn } from "#app/modules/attendance/read-walk-in.ts";
import {
  registerWalkIn,
  type WalkInRequest,
} from "#app/modules/attendance/register-walk-in.server.ts";
import { saidOf, type WalkInProblem } from "#app/modules/attendance/walk-in.ts";
import type { RegisterAnswer } from "#app/modules/registrations/register-party.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readFormFields } from "#app/platform/http/form-fields.server.ts";

/** Why a family that walks in was not registered; what was typed stays on the page. */
export type WalkInRefusal =
  | { why: "party"; problems: WalkInProblem[] }
  | { why: "full" | "already-registered" | "child-registered" | "too-few-points" }
  | { why: "no-such-member" | "not-eligible" | "over" | "try-again" };

type By = Pick<WalkInRequest, "by" | "answersFor" | "gate"> & {
  /** Whether whoever is here may name a member: theirs are the points that are spent. */
  mayNameMember: boolean;
  /** Said with the reason of whoever is let in over capacity. */
  as: string;
};

/** Registers the family that a form of the gate holds, and leads back to the gate. */
export async function takeWalkIn(request: Request, event: EventOfDay, by: By, gate: string) {
  const fields = await readFormFields(request);
  const typed = readWalkIn(event.plan, fields);
  const refuse = (refusal: WalkInRefusal, status: number) =>
    data({ refusal, typed: Object.fromEntries(fields) as Record<string, string> }, status);
  if (!/^[\w-]{10,80}$/.test(typed.requestKey)) return refuse({ why: "try-again" }, 400);
  if (typed.badDates > 0) return refuse({ why: "party", problems: ["birth-date"] }, 400);
  const number = by.mayNameMember ? typed.memberNumber : "";
  const member =
    number === ""
      ? null
      : await db().member.findUnique({ where: { number }, select: { id: true } });
  if (number !== "" && !member) return refuse({ why: "no-such-member" }, 400);
  const answer = await registerWalkIn({
    ...by,
    event,
    walkIn: typed.walkIn,
    memberId: member?.id ?? null,
    overReason: typed.overReason === "" ? null : `${by.as}: ${typed.overReason}`,
    requestKey: typed.requestKey,
  });
  if (answer.ok) return redirect(gate);
  const refusal = refusalOf(answer);
  return refuse(refusal, refusal.why === "party" ? 400 : 409);
}

function refusalOf(answer: Extract<RegisterAnswer, { ok: false }>): WalkInRefusal {
  switch (answer.refusal) {
    case "party":
      return { why: "party", problems: saidOf(answer.problems) };
    case "full":
    case "too-big":
      return { why: "full" };
    case "already-registered":
    case "child-registered":
    case "too-few-points":
      return { why: answer.refusal };
    case "cancelled":
    case "finished":
    case "closed":
    case "no-such-event":
      return { why: "over" };
    case "event-changed":
    case "price-changed":
      return { why: "try-again" };
    default:
      return { why: "not-eligible" };
  }
}
