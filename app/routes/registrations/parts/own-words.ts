import type { ShownRegistration } from "#app/modules/registrations/load-own-registration.server.ts";
import type { BlockingLimit, LinePlace } from "#app/modules/seats/load-line-place.server.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import type { Figures } from "#app/site/use-figures.ts";
import type { BadgeTone } from "#app/ui/badge.tsx";

/** How a party stands, in a word. */
export function ownState(
  {
    state,
    event,
    came,
  }: Pick<ShownRegistration, "state"> & {
    event: { isCancelled: boolean; isOver: boolean };
    came: Pick<NonNullable<ShownRegistration["came"]>, "outcome"> | null;
  },
  hasOffer: boolean,
  t: Translate,
): { words: string; tone: BadgeTone } {
  if (event.isCancelled) return { words: t("registrations.state.off"), tone: "refusal" };
  if (came?.outcome === "came") return { words: t("registrations.state.came"), tone: "ok" };
  if (event.isOver && state === "registered") {
    return { words: t("registrations.state.over"), tone: "plain" };
  }
  if (hasOffer) return { words: t("registrations.state.offered"), tone: "warn" };
  const tones = { registered: "ok", waiting: "warn" } as const;
  const tone = state === "registered" || state === "waiting" ? tones[state] : "plain";
  return { words: t(`registrations.state.${state}`), tone };
}

/** What became of a party, and of what it had paid, a sentence each: once it came, did not, or was cancelled. */
export function outcomeWords(
  own: Pick<
    ShownRegistration,
    "state" | "came" | "back" | "points" | "isDeposit" | "backMinor" | "refundedMinor" | "currency"
  > & { event: Pick<ShownRegistration["event"], "attendancePoints"> },
  t: Translate,
  figures: Figures,
): string[] {
  const { state, came, back, isDeposit, backMinor, refundedMinor, event } = own;
  const points = figures.points(own.points);
  const money = (minor: number) => figures.moneyIn(minor, own.currency ?? "CNY");
  const ended = state === "cancelled" && own.points > 0 ? back : null;
  const deposit = came?.deposit ?? (isDeposit && ended !== "finance" ? ended : null);
  return [
    came?.outcome === "came" &&
      (came.points
        ? t("registrations.outcome.came.points", { points: figures.points(event.attendancePoints) })
        : t("registrations.outcome.came")),
    came?.outcome === "no-show" && t("registrations.outcome.no-show"),
    came?.outcome === "excused" && t("registrations.outcome.excused"),
    deposit && t(`registrations.outcome.deposit.${deposit}`, { points }),
    !isDeposit &&
      ended &&
      ended !== "finance" &&
      t(`registrations.outcome.points.${ended}`, { points }),
    backMinor > 0 && t("registrations.outcome.money.due", { money: money(backMinor) }),
    refundedMinor > 0 && t("registrations.outcome.money.back", { money: money(refundedMinor) }),
    state === "cancelled" &&
      back === "kept" &&
      own.points === 0 &&
      refundedMinor === 0 &&
      t("registrations.outcome.money.kept"),
  ].filter((words) => typeof words === "string");
}

/** Why somebody who waits has no places yet, in a sentence. */
export function whyNotYet(line: LinePlace, t: Translate, figures: Figures): string {
  const [limit] = line.blocking;
  if (line.why === "too-big") return t("registrations.line.tooBig");
  if (limit) return limitWords(limit, t);
  if (line.why === "others-first") {
    return t(line.isHeld ? "registrations.line.held" : "registrations.line.before");
  }
  if (line.quietUntil) {
    return t("registrations.line.night", { moment: figures.moment(line.quietUntil) });
  }
  return t("registrations.line.soon");
}

function limitWords({ unit, session, bracket, wanted, free }: BlockingLimit, t: Translate): string {
  const of = [session, bracket ?? t(`events.unit.${unit}`)].filter(Boolean).join(" · ");
  return t("registrations.line.blocked", { of, wanted, free });
}

/** Exactly what cancelling would do, a sentence an effect. */
export function cancelEffects(
  { terms, currency, isDeposit }: ShownRegistration,
  t: Translate,
  figures: Figures,
): string[] {
  if (!terms) return [];
  const { pointsBack, pointsKept, moneyBackMinor, moneyKeptMinor, freeBecause, freeUntil } = terms;
  const money = (minor: number) => figures.moneyIn(minor, currency ?? "CNY");
  return [
    t("registrations.cancel.places"),
    pointsBack > 0 && t("registrations.cancel.pointsBack", { points: figures.points(pointsBack) }),
    pointsKept > 0 &&
      t(isDeposit ? "registrations.cancel.depositKept" : "registrations.cancel.pointsKept", {
        points: figures.points(pointsKept),
      }),
    moneyBackMinor > 0 && t("registrations.cancel.moneyBack", { money: money(moneyBackMinor) }),
    moneyKeptMinor > 0 && t("registrations.cancel.moneyKept", { money: money(moneyKeptMinor) }),
    terms.delaysEarlyAccess
      ? t("registrations.cancel.late", { moment: figures.moment(freeUntil) })
      : freeBecause === "in-time" &&
        t("registrations.cancel.inTime", { moment: figures.moment(freeUntil) }),
    freeBecause === "event-moved" && t("registrations.cancel.moved"),
    freeBecause === "late-offer" && t("registrations.cancel.lateOffer"),
  ].filter((words) => words !== false);
}

/**
 * Whether a party still is what an address says that it has just become: a form that is sent again is answered as it
 * was, and by then the party may have been cancelled.
 */
export function isStillSo(done: string, state: ShownRegistration["state"]): boolean {
  if (done === "accepted") return state === "registered";
  return done === "registered" || done === "waiting" ? state === done : true;
}
