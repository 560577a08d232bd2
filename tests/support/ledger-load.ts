import { createGift } from "#app/modules/gifts/create-gift.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { openAccounts } from "#app/modules/ledger/open-accounts.server.ts";
import { redeemGift } from "#app/modules/redemptions/redeem-gift.server.ts";
import { db, openDatabase } from "#app/platform/db.server.ts";
import { appRole } from "#app/platform/start.server.ts";
import { aVoucherFor } from "./gift-details.ts";
import { anAward, at } from "./ledger-fixtures.ts";

// A process that books as fast as it can, for the crash test to kill. It says each key before it asks
// ("try") and after it was answered ("ack"); what was tried and not acknowledged was in flight.
//   tsx ledger-load.ts <url> <run>            until it is killed
//   tsx ledger-load.ts <url> <run> <key…>     these requests again, then ends

const [url = "", run = "", ...keys] = process.argv.slice(2);
const WORKERS = 10;
const now = at("2026-02-01");

openDatabase(url, await appRole(url));
const owners = Array.from({ length: WORKERS }, (_, worker) => `member:${run}-${worker}`);
const accounts = await openAccounts(db(), owners);
const members = await Promise.all(owners.map(memberOf));
const variantId = await theGift();

if (keys.length > 0) {
  for (const key of keys) await book(key);
  process.exit(0);
}
await Promise.all(
  owners.map(async (_, worker) => {
    for (let i = 0; ; i++) await book(`${run}/${worker}/${i}`);
  }),
);

/** Every third request takes a gift of 1 point, the others earn 2. */
async function book(key: string): Promise<void> {
  const [, worker, i] = key.split("/");
  process.stdout.write(`try ${key}\n`);
  if (Number(i) % 3 === 2) await take(key, members[Number(worker)] as Member);
  else await earn(key, accounts.get(`member:${run}-${worker}`) as number);
  process.stdout.write(`ack ${key}\n`);
}

async function earn(key: string, accountId: number): Promise<void> {
  await earnPoints(db(), { ...anAward(accountId, { points: 2, key }), scope: "load" }, now);
}

async function take(key: string, { id, personId }: Member): Promise<void> {
  const answer = await redeemGift({
    memberId: id,
    wanted: [{ variantId, quantity: 1, seenPrice: { points: 1, moneyMinor: 0 } }],
    collectStoreId: null,
    collectorName: null,
    address: null,
    requestKey: key,
    by: personId,
  });
  if (!answer.ok) throw new Error(`There must be enough: ${answer.refusal}.`);
}

type Member = { id: number; personId: number };

async function memberOf(owner: string, worker: number): Promise<Member> {
  const accountId = accounts.get(owner) as number;
  const known = await db().member.findUnique({ where: { accountId } });
  if (known) return known;
  const person = await db().person.create({ data: { name: owner } });
  return db().member.create({
    data: {
      personId: person.id,
      number: `M${String(10_000_000 + person.id)}`,
      programme: "home",
      accountId,
      joinedOn: now,
      cardToken: `${run}-${worker}`,
    },
  });
}

async function theGift(): Promise<number> {
  const sku = `LOAD-${run.toUpperCase()}`;
  const [first] = members;
  const actor = { by: first?.personId as number, address: "127.0.0.1" };
  const details = { ...aVoucherFor(1), sku };
  await db().$transaction((tx) => createGift(tx, { details, pieces: 1_000_000 }, actor));
  return (await db().giftVariant.findUniqueOrThrow({ where: { sku } })).id;
}
