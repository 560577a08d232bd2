import { readPlan } from "#app/modules/events/plan.ts";
import { answerWords, type KeptAnswer } from "#app/modules/parties/registration.ts";
import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { type ListedParty, loadAllParties } from "./load-parties.server.ts";

const COLUMNS = [
  "code",
  "member",
  "name",
  "party",
  "person",
  "group",
  "standing",
  "session",
  "plate",
  "registeredAt",
] as const;

/**
 * Writes the parties of an event as a file, a line a person; what somebody typed cannot become a formula.
 *
 * @returns null for a draft, or none.
 */
export async function exportParties(on: Db, eventId: number, t: Translate): Promise<string | null> {
  const event = await on.event.findFirst({
    where: { id: eventId, state: { not: "draft" } },
    select: { plan: true },
  });
  if (!event) return null;
  const { brackets, sessions } = readPlan(event.plan);
  const named = (of: typeof brackets | typeof sessions, key: string | null) => {
    const found = of.find((each) => each.key === key);
    return found ? inLanguage(t.locale, found.name) : "";
  };
  const parties = await loadAllParties(on, eventId);
  const questions = questionsOf(parties);
  const lines = parties.flatMap((party) =>
    party.people.map((person) =>
      csvLine([
        party.code,
        party.memberNumber ?? "",
        party.memberName ?? "",
        t(`registrations.state.${party.state}`),
        person.name,
        named(brackets, person.bracket) || t(`parties.role.${person.role}`),
        t(`parties.person.${person.state}`),
        named(sessions, party.session),
        party.carPlate ?? "",
        party.createdAt.toISOString(),
        ...questions.map(({ question }) => {
          const given = [...person.answers, ...party.answers];
          const found = given.find((each) => each.question === question);
          return found ? answerWords(found, t.locale) : "";
        }),
      ]),
    ),
  );
  const head = csvLine([
    ...COLUMNS.map((column) => t(`parties.column.${column}`)),
    ...questions.map(({ label }) => inLanguage(t.locale, label)),
  ]);
  return BYTE_ORDER_MARK + head + lines.join("");
}

/** Everything that somebody has answered, be it asked no more. */
function questionsOf(parties: readonly ListedParty[]): KeptAnswer[] {
  const all = parties.flatMap(({ answers, people }) => [
    ...answers,
    ...people.flatMap((person) => person.answers),
  ]);
  return [...new Map(all.map((answer) => [answer.question, answer])).values()];
}
