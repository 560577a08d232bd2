import { beforeAll, describe, expect, test } from "vitest";
import { fileClaim } from "#app/modules/claims/file-claim.server.ts";
import { MOST_OPEN } from "#app/modules/claims/filing.ts";
import { loadOwnClaim, loadOwnClaims } from "#app/modules/claims/load-own-claims.server.ts";
import { withdrawClaim } from "#app/modules/claims/withdraw-claim.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { daysAgo, ordersCome } from "../../support/garage.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aCar } from "../garage/workshop-fixtures.ts";
import { aClaim, aClub, aPhoto, said, stepsTold } from "./claims-fixtures.ts";

testDatabase();

beforeAll(aClub);

let plates = 0;

async function anOwner(): Promise<{ member: TestMember; plate: string }> {
  const member = await aMember();
  const plate = `沪A5${String(++plates).padStart(4, "0")}`;
  await aCar(member, { plate });
  return { member, plate };
}

test("a claim is kept with its photo, and its member is told by when they have an answer", async () => {
  const { member } = await anOwner();
  const id = await aClaim(member, { orderNumber: null, picture: await aPhoto(), note: "oil" });
  const claim = await loadOwnClaim(db(), member.memberId, id);
  expect(claim).toMatchObject({ state: "open", hasPhoto: true, note: "oil", overdue: false });
  expect(new Date(claim?.dueAt ?? 0).getTime()).toBeGreaterThan(Date.now() + 2 * 86_400_000);
  expect(await stepsTold(member)).toEqual([
    expect.objectContaining({
      step: "filed",
      claimId: id,
      dueOn: expect.stringMatching(/^\d{4}-/),
    }),
  ]);
});

test("the same form sent twice, even at once, is one claim", async () => {
  const { member } = await anOwner();
  const claim = said(member);
  const [first, second] = await Promise.all([fileClaim(claim), fileClaim(claim)]);
  expect(first).toEqual(second);
  expect(await fileClaim(claim)).toEqual(first);
  expect(await db().pointsClaim.count({ where: { memberId: member.memberId } })).toBe(1);
  expect(await stepsTold(member)).toHaveLength(1);
});

test("somebody else's form key gives nothing of theirs away", async () => {
  const [{ member }, other] = [await anOwner(), await anOwner()];
  const theirs = said(other.member);
  const filed = await fileClaim(theirs);
  const again = await fileClaim(said(member, { requestKey: theirs.requestKey }));
  expect(again.ok && filed.ok && again.claimId !== filed.claimId).toBe(true);
});

test("two forms about one order at once: the second is led to the first", async () => {
  const { member } = await anOwner();
  const answers = await Promise.all([fileClaim(said(member)), fileClaim(said(member))]);
  const first = answers.find(({ ok }) => ok);
  expect(answers.find(({ ok }) => !ok)).toEqual({
    ok: false,
    refusal: "open-already",
    claimId: first?.ok ? first.claimId : 0,
  });
});

describe("where the answer is known, it is the refusal", () => {
  test("an order on the statement leads to its entry", async () => {
    const { member, plate } = await anOwner();
    await ordersCome({ number: "ON-1", plate, on: daysAgo(5) });
    const { awardTxnId } = await db().serviceOrder.findFirstOrThrow({
      where: { orderNumber: "ON-1" },
    });
    expect(await fileClaim(said(member, { orderNumber: "ON-1" }))).toEqual({
      ok: false,
      refusal: "on-statement",
      entryId: Number(awardTxnId),
    });
  });

  test("last year's order of the number is not the one that is missing", async () => {
    const { member, plate } = await anOwner();
    await ordersCome({ number: "0007", plate, on: daysAgo(370) });
    expect(await fileClaim(said(member, { orderNumber: "7" }))).toMatchObject({ ok: true });
  });

  test("an order that earned nothing says why", async () => {
    const { member, plate } = await anOwner();
    await ordersCome({ number: "ON-2", plate, on: daysAgo(5), kind: "事故", payment: "保险" });
    expect(await fileClaim(said(member, { orderNumber: "ON-2" }))).toEqual({
      ok: false,
      refusal: "earned-nothing",
      reason: "kind-earns-nothing",
    });
  });

  test("another's order goes to the desk, as if nothing were known of it", async () => {
    const { plate } = await anOwner();
    await ordersCome({ number: "ON-3", plate, on: daysAgo(5) });
    const { member } = await anOwner();
    expect(await fileClaim(said(member, { orderNumber: "ON-3" }))).toMatchObject({ ok: true });
  });

  test("at another store the same number is another order", async () => {
    const { member, plate } = await anOwner();
    await ordersCome({ number: "ON-4", plate, on: daysAgo(5), store: "湖畔一店" });
    const elsewhere = await db().store.create({ data: { name: "新区店" } });
    const claim = said(member, { orderNumber: "ON-4", storeId: elsewhere.id });
    expect(await fileClaim(claim)).toMatchObject({ ok: true });
  });
});

test("a photo that is none is refused, and nothing of the claim is kept", async () => {
  const { member } = await anOwner();
  const picture = Buffer.from("not a photo");
  expect(await fileClaim(said(member, { picture }))).toEqual({
    ok: false,
    refusal: "not-a-picture",
  });
  expect(await fileClaim(said(member, { picture: "too-large" }))).toEqual({
    ok: false,
    refusal: "too-large",
  });
  expect(await loadOwnClaims(db(), member.memberId, { before: null, limit: 5 })).toEqual({
    claims: [],
    olderBefore: null,
  });
});

test("too long ago, to come, a store that is none, or one claim too many", async () => {
  const { member } = await anOwner();
  const refused = async (given: object) => {
    const filed = await fileClaim(said(member, given));
    return filed.ok ? "taken" : filed.refusal;
  };
  expect(await refused({ visitedOn: daysAgo(400) })).toBe("too-long-ago");
  expect(await refused({ visitedOn: daysAgo(-2) })).toBe("not-yet");
  expect(await refused({ storeId: 999_999 })).toBe("no-such-store");
  for (let n = 0; n < MOST_OPEN; n++) await aClaim(member, { orderNumber: `MANY-${n}` });
  expect(await refused({ orderNumber: "MANY-X" })).toBe("too-many-open");
});

test("a member withdraws their own claim, twice without harm, and nobody else's", async () => {
  const [{ member }, other] = [await anOwner(), await anOwner()];
  const id = await aClaim(member);
  const asOther = { memberId: other.member.memberId, personId: other.member.id };
  expect(await withdrawClaim(id, asOther)).toBeNull();
  const asOwner = { memberId: member.memberId, personId: member.id };
  expect(await withdrawClaim(id, asOwner)).toEqual({ ok: true });
  expect(await withdrawClaim(id, asOwner)).toEqual({ ok: true });
  expect((await stepsTold(member)).map(({ step }) => step)).toEqual(["filed", "withdrawn"]);
  // The same order can be claimed again.
  expect(await fileClaim(said(member))).toMatchObject({ ok: true });
});

test("a list of claims is paged, the latest first", async () => {
  const { member } = await anOwner();
  const ids: number[] = [];
  for (let n = 0; n < 3; n++) ids.push(await aClaim(member, { orderNumber: `PAGE_SIZE-${n}` }));
  const first = await loadOwnClaims(db(), member.memberId, { before: null, limit: 2 });
  expect(first.claims.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  const next = await loadOwnClaims(db(), member.memberId, { before: first.olderBefore, limit: 2 });
  expect(next).toMatchObject({ claims: [{ id: ids[0] }], olderBefore: null });
});
