import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { answerFriend } from "#app/modules/leads/answer-friend.server.ts";
import { handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { moveLead } from "#app/modules/leads/move-lead.server.ts";
import { STAGES, type Stage } from "#app/modules/leads/stage.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { endLead } from "#app/modules/pipeline/end-lead.server.ts";
import { findLeadAgain } from "#app/modules/pipeline/find-again.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aCampaign } from "../../support/campaigns.ts";
import { testDatabase } from "../../support/database.ts";
import { aGift, aStore, shelvesOf, type TestGift } from "../../support/gifts.ts";
import { aLead, aPhone, aReferrer } from "../../support/leads.ts";
import { aPerson, type TestMember } from "../../support/people.ts";
import { sized } from "../../support/test-size.ts";

testDatabase();
const consultant = { by: 0, address: "192.0.2.1" };
let pack: TestGift;
beforeAll(async () => {
  await ensureClub(db());
  await aStore();
  pack = await aGift({ pieces: 1_000 });
  await aCampaign({ bonus: { stage: "test-drive", percent: 50 } });
  await aCampaign({ bonus: { stage: "delivered", points: 500 }, variantId: pack.variantId });
  consultant.by = (await aPerson({ roles: ["sales"] })).id;
});

const REFERRERS = 2;
const FRIENDS = 3;
const BEGAN = Date.UTC(2026, 0, 5, 4);
const DAY_MS = 86_400_000;
/** As product.md has them, and what the campaigns bring on top. */
const POINTS: Partial<Record<Stage, number>> = {
  accepted: 50,
  "test-drive": 200 + 100,
  delivered: 2_000 + 500,
};

const friend = fc.nat(FRIENDS - 1);
const act = fc.oneof(
  fc.record({ do: fc.constant("name" as const), friend, referrer: fc.nat(REFERRERS - 1) }),
  fc.record({ do: fc.constantFrom("reach" as const, "lose", "find", "withdraw"), friend }),
  fc.record({
    do: fc.constant("move" as const),
    friend,
    to: fc.constantFrom(...STAGES.slice(1)) as fc.Arbitrary<Exclude<Stage, "submitted">>,
  }),
);
type Act = typeof act extends fc.Arbitrary<infer Each> ? Each : never;

/** What a lead brought, as somebody would reckon it with a pencil. */
type Reckoned = { leadId: number; referrer: number; reached: Stage[]; met: boolean };

test("in whatever order leads are moved, lost, found and withdrawn, points and gifts are what stands, and a friend is one referrer's", async () => {
  let promised = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 24 }), async (acts) => {
      const referrers = await Promise.all(Array.from({ length: REFERRERS }, () => aReferrer()));
      const phones = Array.from({ length: FRIENDS }, aPhone);
      const all: Reckoned[] = [];
      const current = new Map<number, Reckoned>();
      for (const [place, each] of acts.entries()) {
        const now = new Date(BEGAN + place * DAY_MS);
        const named = await play(each, { referrers, phones, lead: current.get(each.friend), now });
        if (!named) continue;
        all.push(named);
        current.set(each.friend, named);
      }
      const end = new Date(BEGAN + 100 * DAY_MS);
      for (const [index, { accountId }] of referrers.entries()) {
        const { available, pending, debt } = await loadBalance(db(), accountId, end);
        const due = all
          .filter(({ referrer }) => referrer === index)
          .reduce((sum, lead) => sum + worth(lead), 0);
        expect({ points: available + pending, debt }).toEqual({ points: due, debt: 0 });
      }
      promised += all.filter(({ reached }) => reached.includes("delivered")).length;
      expect(await shelvesOf(pack.itemId)).toEqual({ onHand: 1_000, reserved: promised });
      const held = await db().lead.groupBy({
        by: ["friendPhone"],
        where: { friendPhone: { in: phones }, ended: null },
        _count: { _all: true },
      });
      for (const { _count } of held) expect(_count._all).toBe(1);
    }),
    { numRuns: sized({ full: 25, quick: 5 }) },
  );
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});

const worth = ({ reached, met }: Reckoned) =>
  reached
    .filter((stage) => stage !== "accepted" || met)
    .reduce((sum, stage) => sum + (POINTS[stage] ?? 0), 0);

/** Does one act and reckons along. The answer is the lead where one was named. */
async function play(
  act: Act,
  context: { referrers: TestMember[]; phones: string[]; lead: Reckoned | undefined; now: Date },
): Promise<Reckoned | null> {
  const { referrers, phones, lead, now } = context;
  if (act.do === "name") {
    const phone = phones[act.friend] as string;
    const { id } = referrers[act.referrer] as TestMember;
    const answer = await handInLead(aLead(id, { phone, at: now }));
    return answer.ok
      ? { leadId: answer.leadId, referrer: act.referrer, reached: [], met: false }
      : null;
  }
  if (!lead) return null;
  const { leadId } = lead;
  if (act.do === "move") {
    const move = { leadId, to: act.to, reason: "other" as const, revision: null };
    const moved = await moveLead(move, consultant, now);
    if (moved.ok && !moved.repeated) {
      const at = STAGES.indexOf(act.to);
      lead.reached = [...lead.reached.filter((stage) => STAGES.indexOf(stage) < at), act.to];
    }
  } else if (act.do === "reach") {
    const contact = { leadId, kind: "call" as const, reached: true, note: "", by: consultant.by };
    const logged = await logContact({ ...contact, requestKey: randomUUID() }, now);
    lead.met ||= logged.ok;
  } else if (act.do === "lose") {
    const end = { leadId, ending: "lost" as const, reason: "other" as const, revision: null };
    await endLead(end, consultant, now);
  } else if (act.do === "find") {
    await findLeadAgain({ leadId, revision: null }, consultant, now);
  } else {
    const { token } = await db().lead.findUniqueOrThrow({ where: { id: leadId } });
    const browser = { address: "192.0.2.7", known: null };
    await answerFriend({ token, answer: "decline", browser }, now);
  }
  return null;
}
