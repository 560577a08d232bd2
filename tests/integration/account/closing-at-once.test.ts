import { beforeAll, expect, test } from "vitest";
import { erasures } from "#app/features.server.ts";
import { closeAccount } from "#app/modules/account/close-account.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { handInLead } from "#app/modules/leads/hand-in-lead.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer } from "../../support/leads.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

async function aLeaver(): Promise<number> {
  const { id } = await aReferrer();
  const at = new Date(Date.now() - 1_000);
  await db().person.update({ where: { id }, data: { closingAskedAt: at, closesAt: at } });
  return id;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("who closes their account while friends are handed in for them is closed, and nobody waits in vain", async () => {
  for (let turn = 0; turn < 40; turn++) {
    const id = await aLeaver();
    const handIn = async (after: number) => {
      await pause(after);
      const answer = await handInLead(aLead(id));
      return answer.ok ? "taken" : answer.refusal;
    };
    const close = async (after: number) => {
      await pause(after);
      return closeAccount(id, erasures);
    };
    // From well before to well after, in steps of what a handing in takes.
    const [closed, ...handed] = await Promise.all([
      close(10),
      ...[0, 1, 2].map((each) => handIn(each * 8 + (turn % 8) * 2)),
    ]);
    expect(closed).toBe("closed");
    expect(handed.filter((each) => !["taken", "no-such-referrer"].includes(each))).toEqual([]);
    // Whoever was taken goes on without them, and no row of theirs is left over.
    expect(await db().lead.count({ where: { referrerId: id } })).toBe(0);
    expect(await db().referrer.count({ where: { personId: id } })).toBe(0);
  }
});

test("a friend who is handed in while the account is being closed waits for it, and is refused", async () => {
  const id = await aLeaver();
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const closing = closeAccount(id, [...erasures, { erase: () => gate }]);
  await pause(300);
  const handing = handInLead(aLead(id));
  await pause(100);
  letGo();
  expect(await closing).toBe("closed");
  expect(await handing).toEqual({ ok: false, refusal: "no-such-referrer" });
});
