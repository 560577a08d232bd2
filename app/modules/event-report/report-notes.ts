import type { Reported } from "./report-lines.ts";
import { joiningEndsAt, marksAreInAt } from "./report-times.ts";

/** What has to be said of a report besides its figures: what is not final, and what is in none of them. */
export type Note =
  | { say: "cancelled"; reason: string }
  | { say: "not-begun" | "under-way" | "nobody-marked" | "not-asked" | "nothing-typed" }
  /** Until when more is to come; ISO 8601. */
  | { say: "marks-open" | "survey-open" | "joining-open"; until: string }
  | { say: "unmarked" | "prizes-wait" | "cost-unknown"; count: number }
  | { say: "owed-back"; minor: number; currency: string }
  | { say: "other-money" | "other-typed"; sums: { minor: number; currency: string }[] };

/** Notes for the figures of an event, what matters most first. */
export function notesOf(
  { facts, figures, currency }: Reported,
  surveyClosesAt: Date | null,
  now: Date,
): Note[] {
  const { state, cancelReason, prizes } = facts;
  const [startsAt, endsAt] = [new Date(facts.startsAt), new Date(facts.endsAt)];
  const notes: (Note | false)[] = [
    state === "cancelled" && { say: "cancelled", reason: cancelReason ?? "" },
    state === "published" && now < startsAt && { say: "not-begun" },
    state === "published" && startsAt <= now && now < endsAt && { say: "under-way" },
    ...(state === "published" && endsAt <= now
      ? afterwards({ figures, endsAt, surveyClosesAt, now })
      : []),
    figures.income.owedBackMinor > 0 && {
      ...{ say: "owed-back", minor: figures.income.owedBackMinor, currency },
    },
    prizes.waiting > 0 && { say: "prizes-wait", count: prizes.waiting },
    prizes.piecesWithoutCost + prizes.inWords > 0 && {
      ...{ say: "cost-unknown", count: prizes.piecesWithoutCost + prizes.inWords },
    },
    figures.costs.typedCount === 0 && { say: "nothing-typed" },
    figures.otherMoney.length > 0 && {
      say: "other-money",
      sums: figures.otherMoney.map(({ currency, paid, refunded, owedBack }) => ({
        ...{ currency, minor: paid - refunded - owedBack },
      })),
    },
    figures.otherTyped.length > 0 && { say: "other-typed", sums: figures.otherTyped },
  ];
  return notes.filter((note) => note !== false);
}

function afterwards({
  figures: { parties, liked },
  endsAt,
  surveyClosesAt,
  now,
}: Pick<Reported, "figures"> & { endsAt: Date; surveyClosesAt: Date | null; now: Date }) {
  const { came, registered, unmarked } = parties;
  const [marked, joined] = [marksAreInAt(endsAt), joiningEndsAt(endsAt)];
  const notes: (Note | false)[] = [
    came === 0 && registered > 0 && now >= marked && { say: "nobody-marked" },
    unmarked > 0 && now < marked && { say: "marks-open", until: marked.toISOString() },
    came > 0 && unmarked > 0 && now >= marked && { say: "unmarked", count: unmarked },
    liked !== null &&
      surveyClosesAt !== null &&
      now < surveyClosesAt && {
        ...{ say: "survey-open", until: surveyClosesAt.toISOString() },
      },
    liked === null && came > 0 && { say: "not-asked" },
    now < joined && { say: "joining-open", until: joined.toISOString() },
  ];
  return notes;
}
