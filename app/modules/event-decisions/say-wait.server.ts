import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { sendMessageIn } from "#app/modules/event-messages/send-message.server.ts";
import { type LockedEvent, lockEvent } from "#app/modules/seats/lock-event.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { translator } from "#app/platform/words/catalogs.server.ts";
import { formatMoment } from "#app/platform/words/format.ts";
import { type InBoth, inLanguage } from "#app/platform/words/in-language.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import type { Translate } from "#app/platform/words/translate.ts";
import { mayWait, type WaitRefusal } from "./waiting.ts";

export type WantedWait = {
  eventId: number;
  decideBy: Date;
  /** Read by everybody who comes, and on the event's page. */
  reason: InBoth;
  /** The wait that whoever decides has looked at, by its id. */
  seen: number | null;
  requestKey: string;
  /** For tests; the database's clock otherwise. */
  now?: Date;
};

export type WaitSaid = { ok: true } | { ok: false; refusal: WaitRefusal | "no-such-event" };

/**
 * Says that it is open until an hour whether an event takes place, and tells everybody who comes or is offered places:
 * in a transaction that has locked the event, so that of two who say so at once the second is told. Sent twice with the
 * same request key it is said once.
 */
export function sayWait(wanted: WantedWait, actor: Actor): Promise<WaitSaid> {
  const { eventId, decideBy, reason, seen, requestKey } = wanted;
  return inRetriedTransaction<WaitSaid>(async (tx) => {
    const event = await lockEvent(tx, eventId, wanted.now);
    if (!event) return { ok: false, refusal: "no-such-event" };
    const known = await tx.eventWait.findUnique({ where: { requestKey } });
    if (known) return { ok: true };
    const { state, plan, now } = event;
    const open = await tx.eventWait.findFirst({ where: { eventId, settled: null } });
    const standing = open?.startsAt.getTime() === plan.startsAt.getTime() ? open.id : null;
    const refusal = mayWait({ state, ...plan }, { standing, seen }, decideBy, now);
    if (refusal) return { ok: false, refusal };
    if (open) await settle(tx, open.id, { settled: "replaced", settledBy: actor.by }, now);
    const { id } = await tx.eventWait.create({
      data: {
        eventId,
        startsAt: plan.startsAt,
        decideBy,
        reasonEn: reason.en,
        reasonZh: reason.zh,
        requestKey,
        createdBy: actor.by,
      },
    });
    await audit(tx, event, "event.waits", actor, { reason: reason.en });
    const { timeZone } = await loadClub(tx);
    const by = (locale: Locale) => formatMoment(decideBy, locale, timeZone);
    const title = (locale: Locale) => inLanguage(locale, plan.title);
    await tell(tx, event, `wait:${id}`, actor, (t, locale) => ({
      subject: t("mail.eventWait.subject", { title: title(locale), at: by(locale) }),
      body: t("mail.eventWait.body", {
        title: title(locale),
        at: by(locale),
        reason: inLanguage(locale, reason),
      }),
    }));
    return { ok: true };
  });
}

export type WaitEnded =
  | { ok: true }
  | {
      ok: false;
      /** `decided`: a colleague has, or the event was moved meanwhile. */
      refusal: "no-such-event" | "cancelled" | "over" | "decided";
    };

/** Says that an event takes place of which that was open, and tells the same people. Said twice by one it is once. */
export function sayItTakesPlace(
  { eventId, waitId, now }: { eventId: number; waitId: number; now?: Date },
  actor: Actor,
): Promise<WaitEnded> {
  return inRetriedTransaction<WaitEnded>(async (tx) => {
    const event = await lockEvent(tx, eventId, now);
    const wait = await tx.eventWait.findFirst({ where: { id: waitId, eventId } });
    if (!event || !wait) return { ok: false, refusal: "no-such-event" };
    if (wait.settled === "on" && wait.settledBy === actor.by) return { ok: true };
    if (event.state === "cancelled") return { ok: false, refusal: "cancelled" };
    const { startsAt, endsAt, title } = event.plan;
    if (wait.settled !== null || wait.startsAt.getTime() !== startsAt.getTime()) {
      return { ok: false, refusal: "decided" };
    }
    if (event.now >= endsAt) return { ok: false, refusal: "over" };
    await settle(tx, wait.id, { settled: "on", settledBy: actor.by }, event.now);
    await audit(tx, event, "event.takes-place", actor, {});
    const { timeZone } = await loadClub(tx);
    await tell(tx, event, `takes-place:${wait.id}`, actor, (t, locale) => ({
      subject: t("mail.eventOn.subject", { title: inLanguage(locale, title) }),
      body: t("mail.eventOn.body", {
        title: inLanguage(locale, title),
        at: formatMoment(startsAt, locale, timeZone),
      }),
    }));
    return { ok: true };
  });
}

const settle = (
  tx: Db,
  id: number,
  as: { settled: "on" | "replaced"; settledBy: number },
  now: Date,
) => tx.eventWait.update({ where: { id }, data: { ...as, settledAt: now } });

const audit = (
  tx: Db,
  { id, plan }: LockedEvent,
  action: "event.waits" | "event.takes-place",
  actor: Actor,
  detail: { reason?: string },
) =>
  writeAudit(tx, {
    personId: actor.by,
    action,
    subject: `event:${id}`,
    detail: { event: plan.title.en || plan.title.zh, ...detail },
    address: actor.address,
  });

/** Writes to who comes or is offered places, to each in their language. */
async function tell(
  tx: Db,
  { id }: LockedEvent,
  requestKey: string,
  actor: Actor,
  say: (t: Translate, locale: Locale) => { subject: string; body: string },
): Promise<void> {
  const [en, zh] = [say(translator("en"), "en"), say(translator("zh-CN"), "zh-CN")];
  const message = {
    to: { audience: "expected" as const, session: null },
    subjectEn: en.subject,
    subjectZh: zh.subject,
    bodyEn: en.body,
    bodyZh: zh.body,
    requestKey,
  };
  const sent = await sendMessageIn(tx, id, message, actor);
  if (!sent.ok) throw new Error(`Nobody could be told of event ${id}: ${sent.refusal}`);
}
