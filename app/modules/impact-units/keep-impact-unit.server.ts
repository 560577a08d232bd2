import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { CountedIn } from "#app/platform/words/counted.ts";
import { type ImpactUnit, unitInWords } from "./impact-unit.ts";
import { loadImpactUnits } from "./load-impact-units.server.ts";

export type UnitWords = CountedIn & { wholeOnly: boolean };

export type UnitKept =
  | { ok: true }
  /** "taken": these words stand for another unit; "no-unit": there is none to change. */
  | { ok: false; refusal: "taken" | "no-unit" };

/**
 * Begins to count something, or finds that it is counted already in these words.
 *
 * @param by null where an event's own words bring it along.
 */
export async function addImpactUnit(
  tx: Db,
  { one, many, zh, wholeOnly }: UnitWords,
  by: number | null,
): Promise<ImpactUnit> {
  await takeTurns(tx, "impactUnits");
  const known = unitInWords(await loadImpactUnits(tx), { many, zh });
  if (known) return known;
  const [{ id }] = await tx.$queryRaw<[{ id: number }]>`
    select nextval(pg_get_serial_sequence('impact_unit', 'id'))::int as id`;
  const key = `own${id}`;
  await tx.impactUnit.create({
    data: { id, key, oneEn: one, manyEn: many, zh, wholeOnly, createdBy: by },
  });
  return { id, key, one, many, zh, wholeOnly };
}

/** Adds something that the club counts, in words that nothing else has. */
export function keepNewUnit(words: UnitWords, actor: Actor): Promise<UnitKept> {
  return inRetriedTransaction<UnitKept>(async (tx) => {
    await takeTurns(tx, "impactUnits");
    if (unitInWords(await loadImpactUnits(tx), words)) return { ok: false, refusal: "taken" };
    const { key } = await addImpactUnit(tx, words, actor.by);
    await audit(tx, key, words, actor);
    return { ok: true };
  });
}

/** Gives other words to something that the club counts: everywhere, also where it has been counted. */
export function renameUnit(id: number, words: UnitWords, actor: Actor): Promise<UnitKept> {
  return inRetriedTransaction<UnitKept>(async (tx) => {
    await takeTurns(tx, "impactUnits");
    const units = await loadImpactUnits(tx);
    const unit = units.find((each) => each.id === id);
    if (!unit) return { ok: false, refusal: "no-unit" };
    const others = units.filter((each) => each.id !== id);
    if (unitInWords(others, words)) return { ok: false, refusal: "taken" };
    const { one: oneEn, many: manyEn, zh, wholeOnly } = words;
    await tx.impactUnit.update({ where: { id }, data: { oneEn, manyEn, zh, wholeOnly } });
    await audit(tx, unit.key, words, actor);
    return { ok: true };
  });
}

const audit = (tx: Db, key: string, { many, zh }: UnitWords, { by, address }: Actor) =>
  writeAudit(tx, {
    personId: by,
    action: "impact-unit.kept",
    subject: `impact-unit:${key}`,
    detail: { name: many || zh },
    address,
  });
