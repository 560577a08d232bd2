import sharp from "sharp";
import { fileClaim, type NewClaim } from "#app/modules/claims/file-claim.server.ts";
import { linkOrder } from "#app/modules/claims/link-order.server.ts";
import { refuseClaim } from "#app/modules/claims/refuse-claim.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { addDays, clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";

/** Whoever misses visits in the demo, and the clerk who answers. */
const SILVER = "silver@marque.test";
const GOLD = "gold@marque.test";
const CLERK = "desk@marque.test";

/** An order of the first owner's that has its points. */
const FOUND = "0019-0033";

const DAY_MS = 86_400_000;
/** Where an answer of the demo comes from. */
const ADDRESS = "127.0.0.1";

/**
 * Missing visits of the demo's owners: one that waits, with a photo; one that is overdue; one that was on the
 * statement already; one that was refused. Filed under keys of their own, so that a load that is taken up again files none twice.
 */
export async function fileSampleClaims(): Promise<void> {
  const now = new Date();
  const { timeZone } = await loadClub();
  const time = clubTime(timeZone);
  const day = (ago: number) => addDays(time.dayOf(now), -ago);
  const at = (ago: number) => new Date(now.getTime() - ago * DAY_MS);
  const [silver, gold] = [await memberOf(SILVER), await memberOf(GOLD)];
  const clerk = { by: await personOf(CLERK), address: ADDRESS };
  const visit = await db().serviceOrder.findFirstOrThrow({
    where: { memberId: silver.memberId, orderNumber: FOUND, awardTxnId: { not: null } },
    select: { id: true },
  });

  const found = await file(silver, "found", {
    visitedOn: day(33),
    picture: await anInvoice(FOUND, "1,260.00"),
    filedAt: at(24),
  });
  if (await isOpen(found)) await linkOrder(found, visit.id, clerk);

  const refused = await file(silver, "refused", {
    orderNumber: "XA-55210",
    visitedOn: day(61),
    filedAt: at(12),
  });
  if (await isOpen(refused)) {
    await refuseClaim(
      refused,
      "结算单是另一家经销商开具的。 The invoice is of another dealer.",
      clerk,
    );
  }

  await file(silver, "open", {
    orderNumber: "HP-20817",
    visitedOn: day(6),
    picture: await anInvoice("HP-20817", "486.00"),
    note: "换了雨刮和空调滤芯。",
  });
  await file(gold, "overdue", {
    orderNumber: "HP-19940",
    visitedOn: day(16),
    filedAt: at(9),
  });
}

async function file(
  member: { memberId: number; personId: number },
  key: string,
  claim: Partial<NewClaim> & Pick<NewClaim, "visitedOn">,
): Promise<number> {
  const filed = await fileClaim({
    memberId: member.memberId,
    orderNumber: null,
    storeId: null,
    note: null,
    picture: null,
    filedBy: { personId: member.personId },
    requestKey: `demo-${key}`,
    ...claim,
  });
  if (!filed.ok) throw new Error(`The demo's claim was refused: ${filed.refusal}`);
  return filed.claimId;
}

async function isOpen(id: number): Promise<boolean> {
  return (await db().pointsClaim.count({ where: { id, state: "open" } })) > 0;
}

async function personOf(email: string): Promise<number> {
  return (await db().person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
}

async function memberOf(email: string): Promise<{ memberId: number; personId: number }> {
  const personId = await personOf(email);
  const { id } = await db().member.findUniqueOrThrow({ where: { personId }, select: { id: true } });
  return { memberId: id, personId };
}

/** Of each line on it: how far down, and how long its words and its figure are. */
const LINES = [
  [420, 280, 60],
  [480, 340, 80],
  [540, 240, 70],
  [600, 300, 90],
] as const;

/** An invoice as a phone would take it: a sheet on a dark table, a little askew. */
function anInvoice(number: string, sum: string): Promise<Buffer> {
  const rows = LINES.map(
    ([y, work, money]) => `<rect x="150" y="${y}" width="${work}" height="14" fill="#8a8577"/>
      <rect x="${650 - money}" y="${y}" width="${money}" height="14" fill="#8a8577"/>`,
  ).join("");
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1000">
    <rect width="800" height="1000" fill="#4a4038"/>
    <g transform="rotate(-2 400 500)">
      <rect x="90" y="70" width="620" height="860" fill="#fdfbf4"/>
      <rect x="150" y="130" width="190" height="34" fill="#22513d"/>
      <rect x="150" y="180" width="300" height="12" fill="#b9b3a2"/>
      <text x="150" y="270" font-family="sans-serif" font-size="38" fill="#26241f">No. ${number}</text>
      <path d="M150 320H650M150 380H650M150 670H650" stroke="#b9b3a2" stroke-width="2"/>
      <rect x="150" y="343" width="120" height="14" fill="#5d594e"/>
      <rect x="560" y="343" width="90" height="14" fill="#5d594e"/>
      ${rows}
      <text x="650" y="740" text-anchor="end" font-family="sans-serif" font-size="44" fill="#26241f">¥${sum}</text>
      <circle cx="260" cy="810" r="66" fill="none" stroke="#b3362c" stroke-width="6"/>
      <path d="M215 810H305M260 765V855" stroke="#b3362c" stroke-width="5"/>
    </g>
  </svg>`;
  return sharp(Buffer.from(drawing)).jpeg({ quality: 80 }).toBuffer();
}
