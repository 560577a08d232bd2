import { childConsents, type EventPlan } from "#app/modules/events/plan.ts";
import { parseDay } from "#app/platform/club-time.ts";
import { typedText } from "#app/platform/typed-text.ts";
import { WALK_IN_PEOPLE, type WalkIn } from "./walk-in.ts";

/** What the form of the gate holds. Questions have the names of their keys, so that no schema can know them. */
export type TypedWalkIn = {
  walkIn: WalkIn;
  /** Of the member whose family it is; empty for one that is not in the club. */
  memberNumber: string;
  overReason: string;
  requestKey: string;
  /** Birth dates that are none. */
  badDates: number;
};

const LONGEST = 200;

/** Reads the form of a family that walks in; whether it may come is the registry's to say. */
export function readWalkIn(plan: EventPlan, fields: FormData): TypedWalkIn {
  const text = (name: string, most = LONGEST) =>
    typedText(String(fields.get(name) ?? "")).slice(0, most);
  const rows = Array.from({ length: WALK_IN_PEOPLE }, (_, at) => ({
    name: text(`name-${at}`, 80),
    born: text(`born-${at}`),
    allergies: text(`allergies-${at}`),
  }));
  const given = new Set(fields.getAll("consents").map(String));
  return {
    walkIn: {
      people: rows.map(({ name, born, allergies }) => ({
        name,
        birthDate: parseDay(born),
        allergies,
      })),
      session: text("session") || null,
      carPlate: text("carPlate", 20),
      phone: text("phone", 40),
      emergencyName: text("emergencyName", 80),
      emergencyPhone: text("emergencyPhone", 40),
      agreed: fields.get("agreed") === "on",
      consents: childConsents.filter((consent) => given.has(consent)),
      answers: Object.fromEntries(
        plan.questions.map(({ key }) => [key, text(`question-${key}`, 1_000)]),
      ),
    },
    memberNumber: text("member").toUpperCase(),
    overReason: text("overReason"),
    requestKey: text("requestKey"),
    badDates: rows.filter(({ name, born }) => name !== "" && born !== "" && !parseDay(born)).length,
  };
}
