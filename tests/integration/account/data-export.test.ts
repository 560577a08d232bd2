import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { exportTables } from "#app/features.server.ts";
import { addFamilyMember } from "#app/modules/account/add-family-member.server.ts";
import { loadExports, openExport } from "#app/modules/account/load-exports.server.ts";
import { makeDataExport } from "#app/modules/account/make-data-export.server.ts";
import { requestDataExport } from "#app/modules/account/request-data-export.server.ts";
import { sweepExports } from "#app/modules/account/sweep-exports.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { earnMany } from "#app/modules/ledger/earn-many.server.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { readArchive, unpackArchive } from "../../support/archive.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { aClaim, aClub, aPhoto } from "../claims/claims-fixtures.ts";

testDatabase();

async function asked(member: TestMember): Promise<number> {
  expect(await requestDataExport(member.id, "en")).toEqual({ ok: true });
  return (await loadExports(db(), member.id))[0]?.id as number;
}

const make = (exportId: number, locale: "en" | "zh-CN" = "en", lastAttempt = false) =>
  makeDataExport({ exportId, locale }, exportTables, lastAttempt);

async function fetched(member: TestMember, id: number): Promise<Map<string, string>> {
  return readArchive((await openExport(db(), member.id, id)) as Uint8Array);
}

async function earned(member: TestMember, entries: number): Promise<void> {
  const dates = {
    availableAt: new Date("2026-01-01"),
    lapsesAt: new Date("2028-02-01"),
    effectiveAt: new Date("2026-01-01"),
  };
  await earnMany(
    db(),
    Array.from({ length: entries }, (_, n) => ({
      scope: "test",
      key: `${member.id}/${n}`,
      accountId: member.accountId,
      points: 1,
      ...dates,
      meta: { for: "survey", ruleVersion: 1 } as const,
    })),
  );
}

describe("a copy of somebody's data", () => {
  test("holds every table twice, and a readme that names each", async () => {
    const member = await aMember({ name: "=HYPERLINK(1)" });
    await earned(member, 3);
    await recordConsents(db(), member.id, { photos: true }, "profile", { locale: "en" });
    await addFamilyMember(
      { id: member.memberId, person: { id: member.id } },
      { name: "Mia", birthDate: "2018-06-01", relation: "child" },
      { guardianAgrees: true, locale: "en" },
    );
    await writeAudit(db(), {
      personId: (await aMember()).id,
      action: "contact.shown",
      subject: `member:${member.number}`,
    });
    const id = await asked(member);
    await make(id);

    const files = await fetched(member, id);
    expect(exportTables).toHaveLength(46);
    expect([...files.keys()].sort()).toEqual(
      [
        "README.txt",
        ...exportTables.flatMap(({ name }) => [`${name}.csv`, `json/${name}.json`]),
      ].sort(),
    );
    for (const { name } of exportTables) expect(files.get("README.txt")).toContain(`${name}.csv`);
    const json = (name: string) => JSON.parse(files.get(`json/${name}.json`) ?? "");
    expect(json("profile")).toMatchObject([{ number: member.number, email: member.email }]);
    expect(json("statement")).toHaveLength(3);
    expect(json("family")).toMatchObject([{ name: "Mia", birthDate: "2018-06-01" }]);
    expect(json("consents")).toHaveLength(2);
    expect(json("seen-by")).toMatchObject([{ what: "contact.shown", by: "dealership" }]);
    expect(json("claims")).toEqual([]);
    expect(files.get("profile.csv")).toContain("\uFEFFName,Member number");
    expect(files.get("profile.csv")).toContain("'=HYPERLINK(1)");
  });

  test("has the photos of their own claims, each named by its row", async () => {
    await aClub();
    const [member, other] = [await aMember(), await aMember()];
    const pictures = [await aPhoto(), await aPhoto()];
    const claims: number[] = [];
    for (const [at, picture] of [...pictures, null].entries()) {
      claims.push(await aClaim(member, { orderNumber: `RO-${at}`, picture }));
    }
    await aClaim(other, { picture: await aPhoto() });
    const id = await asked(member);
    await make(id);

    const content = (await openExport(db(), member.id, id)) as Uint8Array;
    const files = await unpackArchive(content);
    const rows = JSON.parse(String(files.get("json/claims.json"))) as { photo: string | null }[];
    const photos = [...files.keys()].filter((name) => name.startsWith("claims/"));
    expect(photos).toHaveLength(2);
    expect(rows.map(({ photo }) => photo)).toEqual([...photos, null]);
    expect(String(files.get("claims.csv"))).toContain(photos[0]);
    for (const [at, name] of photos.entries()) {
      const { photo } = await db().pointsClaim.findUniqueOrThrow({
        where: { id: claims[at] },
        select: { photo: true },
      });
      expect(files.get(name)?.equals(Buffer.from(photo?.content ?? []))).toBe(true);
      expect(await sharp(files.get(name)).metadata()).toMatchObject({ width: 60 });
    }
    expect(String(files.get("README.txt"))).toContain("Photos that you sent");
  });

  test("does not tell the plate that a car of theirs has got from its next owner", async () => {
    const [member, next] = [await aMember(), await aMember()];
    const { id: carId } = await db().car.create({ data: { plate: "沪A55555" } });
    const [sold, bought] = [new Date("2026-03-01"), new Date("2026-03-02")];
    await db().carHolding.createMany({
      data: [
        { carId, memberId: member.memberId, startsAt: new Date("2024-03-01"), endsAt: sold },
        { carId, memberId: next.memberId, startsAt: bought },
      ],
    });
    await db().odometerReading.create({
      data: {
        carId,
        memberId: member.memberId,
        km: 9000,
        readOn: sold,
        source: "owner",
        recordedBy: member.id,
      },
    });
    for (const [whose, tells] of [[member, false] as const, [next, true] as const]) {
      const id = await asked(whose);
      await make(id);
      const text = [...(await fetched(whose, id)).values()].join("\n");
      expect(text.includes("沪A55555")).toBe(tells);
    }
  });

  test("speaks Chinese to whoever reads Chinese", async () => {
    const member = await aMember();
    const id = await asked(member);
    await make(id, "zh-CN");
    expect((await fetched(member, id)).get("profile.csv")).toContain("姓名,会员号");
  });

  test("is whole for a statement of twenty thousand entries", async () => {
    const member = await aMember();
    await earned(member, 20_000);
    const id = await asked(member);
    await make(id);
    const statement = JSON.parse((await fetched(member, id)).get("json/statement.json") ?? "");
    expect(statement).toHaveLength(20_000);
    expect(statement[0]).toMatchObject({ balance: 20_000, points: 1 });
  }, 60_000);

  test("is told of by one letter, however often the job runs", async () => {
    const member = await aMember();
    const id = await asked(member);
    await Promise.all([make(id), make(id)]);
    await make(id);
    expect(
      await db().mail.count({ where: { personId: member.id, template: "export-ready" } }),
    ).toBe(1);
  });

  test("names the letters they were sent by their subjects", async () => {
    const member = await aMember();
    await writeLetter(db(), {
      personId: member.id,
      to: member.email,
      template: "closing-kept",
      locale: "en",
      props: { name: member.name },
    });
    const id = await asked(member);
    await make(id);
    const letters = JSON.parse((await fetched(member, id)).get("json/letters.json") ?? "");
    expect(letters[0].subject).not.toBe("closing-kept");
    expect(letters[0].to).toBe(member.email);
  });
});

test("two tabs asking at once get one copy", async () => {
  const member = await aMember();
  const answers = await Promise.all([1, 2].map(() => requestDataExport(member.id, "en")));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual({ ok: false, refusal: "under-way" });
});

test("nobody gets another's, nor one whose days are over, nor one that is not ready", async () => {
  const member = await aMember();
  const id = await asked(member);
  expect(await openExport(db(), member.id, id)).toBeNull();
  await make(id);
  expect(await openExport(db(), (await aMember()).id, id)).toBeNull();
  expect(await openExport(db(), member.id, id)).not.toBeNull();

  await db().dataExport.update({ where: { id }, data: { expiresAt: new Date() } });
  expect(await openExport(db(), member.id, id)).toBeNull();
  expect((await loadExports(db(), member.id))[0]?.state).toBe("expired");
  await sweepExports(db());
  expect(await db().dataExport.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "expired",
    content: null,
  });
});
