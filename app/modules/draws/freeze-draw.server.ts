import { randomBytes } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import { seal } from "#app/platform/secret.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { keepDrawPieces } from "./draw-pieces.server.ts";
import { type LockedDraw, lockDraw } from "./draw-row.server.ts";
import { readEntrants } from "./entrants.ts";
import { newEntryNumbers } from "./entry-number.ts";
import { type Entrant, findEntrants } from "./find-entrants.server.ts";
import { type PaperEntry, writePaper } from "./paper.ts";
import type { ShortGift } from "./prize-pieces.server.ts";
import { valueOnPaper } from "./public-value.ts";
import { fingerprintOf } from "./sequence.ts";
import type { ValueKind } from "./value-kinds.ts";

export type DrawFrozen =
  | { ok: true; entries: number }
  | { ok: false; refusal: "no-such-draw" | "not-a-draft" | "value-known" | "nobody" }
  /** Of some prizes that are gifts fewer pieces are free than there are prizes. */
  | { ok: false; refusal: "too-few"; short: ShortGift[] };

/** How many entries go in at once. */
const AT_ONCE = 5_000;

/**
 * Closes the list of a draw: everybody who takes part gets a number, and the list's fingerprint is public from then on,
 * with the promise of a seed that nobody has seen. Only before the public value can be known. Prizes that are gifts are
 * kept on their shelves from then on, and those who take part are written to.
 */
export function freezeDraw(drawId: number, actor: Actor, now = new Date()): Promise<DrawFrozen> {
  return inRetriedTransaction<DrawFrozen>(async (tx, rollBack) => {
    const draw = await lockDraw(tx, drawId);
    if (!draw) return { ok: false, refusal: "no-such-draw" };
    if (draw.state !== "draft") return { ok: false, refusal: "not-a-draft" };
    if (draw.valueDueAt && draw.valueDueAt <= now) return { ok: false, refusal: "value-known" };
    const { timeZone } = await loadClub(tx);
    const entrants = readEntrants(draw.entrants);
    await keepAccounts(tx, await findEntrants(tx, entrants, clubTime(timeZone)));
    const found = await findEntrants(tx, entrants, clubTime(timeZone));
    if (found.length === 0) return { ok: false, refusal: "nobody" };
    const entries = numbered(found, draw.onePerHousehold);
    await keepEntries(tx, drawId, entries);
    // Shelves after members, as whoever takes a gift locks them.
    const short = await keepDrawPieces(tx, draw, actor);
    if (short.length > 0) return rollBack({ ok: false, refusal: "too-few", short });
    const promise = await promiseOf(draw);
    const paper = writePaper({
      draw: draw.slug,
      title: `${draw.titleEn} / ${draw.titleZh}`,
      prizes: draw.prizes.map(({ count, titleEn, titleZh }) => ({
        count,
        title: `${titleEn} / ${titleZh}`,
      })),
      how: promise?.how ?? { pickedBy: `${draw.pickedByEn} / ${draw.pickedByZh}` },
      entries,
    });
    const fingerprint = fingerprintOf(paper);
    await tx.draw.update({
      where: { id: drawId },
      data: {
        ...{ state: "frozen", paper, fingerprint, frozenAt: now, frozenBy: actor.by },
        ...(promise && { commitment: promise.how.commitment, sealedSeed: promise.sealedSeed }),
      },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: actor.by,
      action: "draw.frozen",
      subject: `draw:${drawId}`,
      detail: { draw: draw.titleEn, entries: entries.length, fingerprint },
      address: actor.address,
    });
    await enqueue(tx, "tell-entrants", { drawId }, { jobKey: tellingOf(drawId) });
    return { ok: true, entries: entries.length };
  });
}

/** The job that writes to a draw's entrants: there is one. */
export const tellingOf = (drawId: number): string => `tell-entrants:${drawId}`;

/** What the seed is encrypted for. */
export const SEED_PURPOSE = "draw-seed";

async function promiseOf({ id, valueKind, valueReference, valueDueAt }: LockedDraw) {
  if (valueKind === null || valueReference === null || valueDueAt === null) return null;
  const seed = randomBytes(32).toString("hex");
  const value = valueOnPaper({ kind: valueKind as ValueKind, reference: valueReference });
  return {
    how: { value, due: valueDueAt, commitment: fingerprintOf(seed) },
    sealedSeed: new Uint8Array(await seal(SEED_PURPOSE, seed, String(id))),
  };
}

/**
 * Keeps accounts of those who would be in from being closed until the list is: who is leaving at this moment would get an
 * entry after all of theirs were let go.
 */
async function keepAccounts(tx: Db, found: readonly Entrant[]): Promise<void> {
  const members = found.flatMap(({ memberId }) => memberId ?? []);
  await tx.$queryRaw`
    select id from member where id = any(${members}) order by id for key share`;
}

type NumberedEntry = PaperEntry & Pick<Entrant, "memberId" | "registrationId">;

/** Everybody with a number by chance, in no order that says who they are. */
function numbered(found: readonly Entrant[], onePerHousehold: boolean): NumberedEntry[] {
  const numbers = newEntryNumbers(found.length);
  const households = [...new Set(found.map(({ household }) => household))];
  const tags = newEntryNumbers(households.length);
  const tagOf = new Map(households.map((household, place) => [household, tags[place]]));
  return found.map(({ household, ...entrant }, place) => {
    const entry = numbers[place] as string;
    return {
      ...entrant,
      entry,
      household: onePerHousehold ? (tagOf.get(household) as string) : entry,
    };
  });
}

async function keepEntries(tx: Db, drawId: number, entries: readonly NumberedEntry[]) {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const data = entries.slice(from, from + AT_ONCE).map((entry) => ({ ...entry, drawId }));
    await tx.drawEntry.createMany({ data });
  }
}
