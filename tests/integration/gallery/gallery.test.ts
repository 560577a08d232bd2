import { beforeAll, describe, expect, test } from "vitest";
import { changeChildConsent } from "#app/modules/child-consents/change-child-consent.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { lockContest } from "#app/modules/contests/contest-row.server.ts";
import { entriesOf } from "#app/modules/contests/entries-of.server.ts";
import { markPublished } from "#app/modules/contests/mark-published.server.ts";
import { giveHeart } from "#app/modules/gallery/give-heart.server.ts";
import {
  findShownPicture,
  hasGallery,
  loadGallery,
} from "#app/modules/gallery/load-gallery.server.ts";
import { loadKeptGallery, openGallery } from "#app/modules/gallery/open-gallery.server.ts";
import { browserOf, type Visitor } from "#app/modules/gallery/visitor.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { action, loader } from "#app/routes/gallery/public/events.$slug.gallery.tsx";
import { AT_CONTEST, aContestWithEntries } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser, slugOf } from "../../support/events.ts";
import { aMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const GUEST = browserOf("one browser") as NonNullable<Visitor>;
const numbersOf = async (slug: string, visitor: Visitor = null) =>
  (await loadGallery(db(), slug, { visitor, after: null }))?.pictures.map(({ number }) => number);

async function opened(brackets = ["little", "junior"]) {
  const contest = await aContestWithEntries({ brackets });
  const { eventId } = contest;
  await openGallery({ eventId, isOpen: true }, await anOrganiser());
  return contest;
}

describe("a gallery", () => {
  test("opens by hand, or with a ranking, and closes by hand", async () => {
    const { contestId, eventId, slug } = await aContestWithEntries({ brackets: ["little"] });
    expect(await numbersOf(slug)).toBeUndefined();
    expect(await hasGallery(db(), slug)).toBe(false);
    await inRetriedTransaction(async (tx) => {
      const contest = await lockContest(tx, contestId);
      await markPublished(tx, contest as NonNullable<typeof contest>, AT_CONTEST);
    });
    expect(await numbersOf(slug)).toEqual([1]);
    expect(await hasGallery(db(), slug)).toBe(true);
    await openGallery({ eventId, isOpen: false }, await anOrganiser());
    expect(await numbersOf(slug)).toBeUndefined();
    expect(await loadKeptGallery(db(), eventId)).toMatchObject({ pictures: 1, byHand: false });
  });

  test("shows a picture as long as its guardian agrees, and not a moment longer", async () => {
    const { contestId, slug, children } = await opened();
    const [child] = children;
    const [entry] = await entriesOf(db(), contestId);
    const pictureId = entry?.pictures[0]?.id as number;
    expect(await numbersOf(slug)).toEqual([1, 2]);
    expect(await findShownPicture(db(), pictureId, "small")).toEqual(expect.any(Number));
    const change = {
      ...{ registrationId: child?.registrationId ?? 0, personId: child?.personId ?? 0 },
      ...{ memberId: child?.member.memberId ?? 0, by: child?.member.id ?? 0 },
      consent: "artwork",
    } as const;
    await changeChildConsent({ ...change, given: false });
    expect(await numbersOf(slug)).toEqual([2]);
    expect(await findShownPicture(db(), pictureId, "small")).toBeNull();
    await changeChildConsent({ ...change, given: true });
    expect(await numbersOf(slug)).toEqual([1, 2]);
  });
});

describe("hearts", () => {
  test("are one of a visitor, told to who has given one, and taken back", async () => {
    const { slug, entries } = await opened();
    const entryId = entries[0]?.entryId as number;
    const member = { personId: (await aMember()).id };
    const hearts = async (visitor: Visitor) =>
      (await loadGallery(db(), slug, { visitor, after: null }))?.pictures.map(
        (each) => each.hearts,
      );
    expect(await hearts(GUEST)).toEqual([null, null]);
    for (const visitor of [GUEST, GUEST, member]) {
      expect(await giveHeart({ slug, entryId, given: true }, visitor, "10.9.0.1")).toEqual({
        ok: true,
      });
    }
    expect(await hearts(GUEST)).toEqual([2, 0]);
    expect(await hearts(browserOf("another"))).toEqual([null, null]);
    await giveHeart({ slug, entryId, given: false }, GUEST, "10.9.0.1");
    expect(await hearts(member)).toEqual([1, 0]);
  });

  test("are one of a browser that has no cookie yet, however fast it is pressed twice", async () => {
    const { slug, entries } = await opened();
    const page = `http://club.marque.test/events/${slug}/gallery`;
    const ask = { params: { slug }, context: { address: "10.9.0.4", nonce: "" } as never };
    const shown = await loader({ ...ask, request: new Request(page) });
    const press = async () => {
      const fields = { entry: entries[0]?.entryId, given: "yes", browser: shown.browser };
      const body = new URLSearchParams(Object.entries(fields).map(([k, v]) => [k, String(v)]));
      const answer = await action({ ...ask, request: new Request(page, { method: "POST", body }) });
      return (answer as Response).headers.get("Set-Cookie") ?? "";
    };
    const [cookie] = await Promise.all([press(), press()]);
    const headers = { Cookie: String(cookie).split(";")[0] ?? "" };
    const after = await loader({ ...ask, request: new Request(page, { headers }) });
    expect(after.gallery.pictures.map((each) => each.hearts)).toEqual([1, 0]);
    expect(after.browser).toBeNull();
  });

  test("are given to what is shown alone, and not without an end from one address", async () => {
    const closed = await aContestWithEntries({ brackets: ["little"] });
    const of = { slug: await slugOf(closed.eventId), given: true };
    const hidden = { ...of, entryId: closed.entries[0]?.entryId as number };
    expect(await giveHeart(hidden, GUEST, "10.9.0.2")).toEqual({ ok: false, refusal: "not-shown" });
    const { slug, entries } = await opened(["little"]);
    const heart = { slug, entryId: entries[0]?.entryId as number, given: true };
    const elsewhere = await giveHeart({ ...heart, slug: of.slug }, GUEST, "10.9.0.2");
    expect(elsewhere).toEqual({ ok: false, refusal: "not-shown" });
    await db().$executeRaw`update rate_limit set points = 300`;
    expect(await giveHeart(heart, GUEST, "10.9.0.3")).toEqual({ ok: true });
    await db().$executeRaw`update rate_limit set points = 300`;
    expect(await giveHeart(heart, GUEST, "10.9.0.3")).toMatchObject({ refusal: "too-many" });
  });
});
