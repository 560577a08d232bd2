import sharp from "sharp";
import { openAlbum } from "#app/modules/albums/album-row.server.ts";
import { keepPicture } from "#app/modules/albums/keep-picture.server.ts";
import { publishAlbum } from "#app/modules/albums/publish-album.server.ts";
import { tagPictures } from "#app/modules/albums/tag-pictures.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { db } from "#app/platform/db.server.ts";
import { startPlatform } from "#app/platform/start.server.ts";
import { aPublishedEvent } from "../events.ts";
import { aParty } from "../parties.ts";

// A morning that is over, beside the site that DATA_DIR is of: two families came, whose addresses are given, and its
// album has twelve pictures. On the first is the child of the first family, on the second the second family's.
const [first = "", second = ""] = process.argv.slice(2);

async function aFamily(eventId: number, email: string) {
  const member = await db().member.findFirstOrThrow({
    where: { person: { email } },
    select: { id: true, personId: true, person: { select: { name: true } } },
  });
  await recordConsents(db(), member.personId, { photos: true }, "desk", { locale: "en" });
  const { id, personIds } = await aParty(
    eventId,
    { memberId: member.id, name: member.person.name ?? "" },
    {
      people: [
        { role: "adult", name: member.person.name ?? "", isMember: true },
        { role: "child", name: "Mia", consents: ["taking_part", "photographs"] },
      ],
    },
  );
  await db().registrationStep.create({ data: { registrationId: id, step: "registered" } });
  return { registrationId: id, personId: personIds[1] as number };
}

const platform = await startPlatform();
try {
  const { eventId, slug } = await aPublishedEvent();
  const over = {
    startsAt: new Date("2026-10-10T02:00:00Z"),
    endsAt: new Date("2026-10-10T04:00:00Z"),
  };
  await db().event.update({ where: { id: eventId }, data: over });
  const { id: by } = await db().person.findFirstOrThrow({ where: { email: "events@marque.test" } });
  const keeper = { by, address: "127.0.0.1" };
  const albumId = (await openAlbum(db(), eventId, by)) as number;
  const families = [await aFamily(eventId, first), await aFamily(eventId, second)];
  const pictures: number[] = [];
  for (let at = 0; at < 12; at++) {
    const background = { r: at * 20, g: 255 - at * 20, b: (at * 97) % 256 };
    const bytes = await sharp({ create: { width: 1500, height: 1000, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const kept = await keepPicture({ albumId, fileName: `IMG_${100 + at}.jpg`, bytes, by });
    if (kept.ok) pictures.push(kept.pictureId);
  }
  for (const [at, who] of families.entries()) {
    const pictureIds = [pictures[at] as number];
    await tagPictures({ eventId, pictureIds, who: [who] }, keeper);
  }
  await publishAlbum(eventId, keeper);
  console.log(JSON.stringify({ slug, pictures, party: families[0]?.registrationId }));
} finally {
  await platform.stop();
}
