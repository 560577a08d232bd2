import sharp from "sharp";
import type { Actor } from "#app/modules/access/actor.ts";
import { openAlbum } from "#app/modules/albums/album-row.server.ts";
import { keepPicture } from "#app/modules/albums/keep-picture.server.ts";
import { publishAlbum } from "#app/modules/albums/publish-album.server.ts";
import { tagPictures } from "#app/modules/albums/tag-pictures.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import type { DaysOver } from "./days-over.ts";

const CONTEST_PICTURES = 16;
const PLANTING_PICTURES = 6;
const MINUTE_MS = 60_000;

/**
 * The demo's albums: of the contest that is over, shown, with its families on the pictures in turn; and of the
 * planting, which somebody is still working on. The pictures are drawn here.
 */
export async function loadDemoAlbums(
  days: DaysOver,
  timeZone: string,
  actor: Actor,
): Promise<void> {
  await fill(days.contest, CONTEST_PICTURES, timeZone, actor);
  await nameFamilies(days.contest, actor);
  await publishAlbum(days.contest, actor);
  await fill(days.planting, PLANTING_PICTURES, timeZone, actor);
}

/** One every four minutes, from a quarter of an hour after the event began. */
async function fill(
  eventId: number,
  count: number,
  timeZone: string,
  { by }: Actor,
): Promise<void> {
  const albumId = await openAlbum(db(), eventId, by);
  const { startsAt } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  if (albumId === null || !startsAt) throw new Error("The demo's event has no album.");
  const local = new Intl.DateTimeFormat("sv-SE", {
    timeZone: clubTime(timeZone).zone,
    dateStyle: "short",
    timeStyle: "medium",
  });
  for (let place = 0; place < count; place++) {
    const taken = local.format(new Date(startsAt.getTime() + (15 + place * 4) * MINUTE_MS));
    const kept = await keepPicture({
      ...{ albumId, by },
      fileName: `IMG_${4101 + place}.jpg`,
      bytes: await draw(eventId * 100 + place, taken.replaceAll("-", ":")),
    });
    if (!kept.ok) throw new Error(`The demo's picture was refused: ${kept.refusal}`);
  }
}

/** Each picture has one family or two; of every third nobody has been named. */
async function nameFamilies(eventId: number, actor: Actor): Promise<void> {
  const pictures = await db().albumPicture.findMany({
    where: { album: { eventId } },
    orderBy: { takenAt: "asc" },
    select: { id: true },
  });
  const parties = await db().registration.findMany({
    where: { eventId, state: "registered" },
    orderBy: { id: "asc" },
    select: { id: true, people: { orderBy: { id: "asc" }, select: { id: true, role: true } } },
  });
  if (parties.length === 0) return;
  for (const [place, { id }] of pictures.entries()) {
    if (place % 3 === 2) continue;
    const around = [place, ...(place % 4 === 0 ? [place + 1] : [])];
    const who = around.flatMap((at) => {
      const party = parties[at % parties.length];
      const child = party?.people.find(({ role }) => role === "child");
      return party
        ? [{ registrationId: party.id, personId: place % 2 ? null : (child?.id ?? null) }]
        : [];
    });
    await tagPictures({ eventId, pictureIds: [id], who }, actor);
  }
}

const SKIES = ["#bcd3d8", "#d8c9b4", "#c6d2bd", "#d5c0bd"];
const COATS = ["#1f4d3a", "#8a5a2b", "#a33b32", "#345c86", "#c7952f", "#6b4a7a"];
const pick = (from: readonly string[], at: number) => from[at % from.length] as string;

/** People on a lawn before hills, no two pictures alike, as a camera would send it. */
async function draw(seed: number, taken: string): Promise<Buffer<ArrayBuffer>> {
  const isUpright = seed % 5 === 3;
  const [width, height] = isUpright ? [800, 1200] : [1200, 800];
  const ground = Math.round(height * 0.62);
  const people = Array.from({ length: 2 + (seed % 4) }, (_, place) => {
    const size = place % 2 ? 150 : 230;
    const x =
      Math.round((width / (3 + (seed % 4))) * (place + 1)) + ((seed * 37 + place * 53) % 60) - 30;
    const y = ground + 40 + ((seed * 17 + place * 29) % 70);
    const coat = pick(COATS, seed + place * 5);
    return `<circle cx="${x}" cy="${y - size}" r="${size * 0.17}" fill="#e8c7a4"/>
      <path d="M${x - size * 0.25} ${y} v-${size * 0.5} a${size * 0.25} ${size * 0.25} 0 0 1 ${size * 0.5} 0 v${size * 0.5}z" fill="${coat}"/>`;
  });
  const sun = 120 + ((seed * 71) % (width - 240));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${pick(SKIES, seed)}"/>
    <circle cx="${sun}" cy="${height * 0.2}" r="60" fill="#f3e7c4"/>
    <path d="M0 ${ground} q${width * 0.25} -${150 + (seed % 7) * 20} ${width * 0.5} -40 t${width * 0.5} -30 v400 h-${width}z" fill="#7f9a78"/>
    <rect y="${ground}" width="100%" height="${height - ground}" fill="#5f8058"/>
    ${people.join("")}
  </svg>`;
  const picture = sharp(Buffer.from(svg)).jpeg({ quality: 88 });
  return Buffer.from(await picture.withExif({ IFD2: { DateTimeOriginal: taken } }).toBuffer());
}
