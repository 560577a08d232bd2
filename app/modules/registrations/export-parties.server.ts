import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import { answerWords, type KeptAnswer } from "#app/modules/parties/registration.ts";
import { BYTE_ORDER_MARK, csvLine } from "#app/platform/csv-line.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { eachParty } from "./load-parties.server.ts";

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
 * Writes the parties of an event as a file, a line a person, piece by piece; what somebody typed cannot become a formula.
 *
 * @returns null for a draft, or none.
 */
export async function exportParties(
  on: Db,
  eventId: number,
  t: Translate,
): Promise<AsyncGenerator<string> | null> {
  const event = await on.event.findFirst({
    where: { id: eventId, state: { not: "draft" } },
    select: { plan: true },
  });
  return event && linesOf(on, eventId, readPlan(event.plan), t);
}

async function* linesOf(
  on: Db,
  eventId: number,
  plan: EventPlan,
  t: Translate,
): AsyncGenerator<string> {
  const { brackets, sessions } = plan;
  const named = (of: typeof brackets | typeof sessions, key: string | null) => {
    const found = of.find((each) => each.key === key);
    return found ? inLanguage(t.locale, found.name) : "";
  };
  const questions = await loadQuestions(on, eventId, plan);
  yield BYTE_ORDER_MARK +
    csvLine([
      ...COLUMNS.map((column) => t(`parties.column.${column}`)),
      ...questions.map(({ label }) => inLanguage(t.locale, label)),
    ]);
  for await (const parties of eachParty(on, eventId)) {
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
    if (lines.length > 0) yield lines.join("");
  }
}

type Asked = Pick<KeptAnswer, "question" | "label">;

/** Everything that somebody has answered, be it asked no more, in the order of the form. */
async function loadQuestions(on: Db, eventId: number, { questions }: EventPlan): Promise<Asked[]> {
  const answered = await on.$queryRaw<Asked[]>`
    select distinct on (answer->>'question') answer->>'question' as question, answer->'label' as label from (
      select answers from registration where event_id = ${eventId}
      union all select answers from registration_person where event_id = ${eventId}) given,
      jsonb_array_elements(given.answers) answer
    order by answer->>'question'`;
  const placeOf = ({ question }: Asked) => questions.findIndex(({ key }) => key === question);
  return answered.sort((one, other) => placeOf(one) - placeOf(other));
}
