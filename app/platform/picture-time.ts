import { type ClubTime, dayFrom } from "./club-time.ts";

/** When a camera says that a picture was taken. */
export type CameraTime = {
  /** By the camera's clock, `YYYY:MM:DD HH:MM:SS`. */
  wall: string;
  /** How far that clock is from UTC, `+08:00`; null where the camera does not say. */
  offset: string | null;
};

const ASCII = 2;
const LONG = 4;
const ENTRY_BYTES = 12;

const TAG = {
  dateTime: 0x0132,
  exif: 0x8769,
  original: 0x9003,
  digitized: 0x9004,
  offset: 0x9010,
  offsetOriginal: 0x9011,
  offsetDigitized: 0x9012,
};

/**
 * Reads out of a picture's EXIF block when it was taken (Exif 2.32, 4.6.5): when the shutter was released, else when
 * it was made digital, else when the file was changed.
 *
 * Only these few tags are looked at, each of a known length: a block can point a thousand times at all of itself.
 *
 * @returns null where nothing of it is there, or the block is none.
 */
export function readCameraTime(block: Uint8Array): CameraTime | null {
  const tiff = startsWith(block, "Exif\0\0") ? block.subarray(6) : block;
  const little = startsWith(tiff, "II*\0");
  if (!little && !startsWith(tiff, "MM\0*")) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const first = readDirectory(view, little, 4);
  const second = first.pointers.has(TAG.exif)
    ? readDirectory(view, little, first.pointers.get(TAG.exif) as number)
    : { texts: new Map<number, string>() };
  const texts = new Map([...first.texts, ...second.texts]);
  const known = [
    [TAG.original, TAG.offsetOriginal],
    [TAG.digitized, TAG.offsetDigitized],
    [TAG.dateTime, TAG.offset],
  ] as const;
  for (const [time, offset] of known) {
    const wall = texts.get(time);
    if (!wall || !WALL.test(wall)) continue;
    const said = texts.get(offset) ?? texts.get(TAG.offset) ?? "";
    return { wall, offset: OFFSET.test(said) ? said : null };
  }
  return null;
}

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  [...text].every((letter, at) => bytes[at] === letter.charCodeAt(0));

/** The longest text that is asked for, a time, has 20 bytes with its end. */
const LONGEST = 20;

/** The short texts and the pointers of the directory that stands where `pointerAt` points. */
function readDirectory(view: DataView, little: boolean, pointerAt: number) {
  const texts = new Map<number, string>();
  const pointers = new Map<number, number>();
  const start = pointerAt + 4 <= view.byteLength ? view.getUint32(pointerAt, little) : 0;
  if (start < 8 || start + 2 > view.byteLength) return { texts, pointers };
  const count = view.getUint16(start, little);
  for (let entry = 0; entry < count; entry++) {
    const at = start + 2 + entry * ENTRY_BYTES;
    if (at + ENTRY_BYTES > view.byteLength) break;
    const [tag, type] = [view.getUint16(at, little), view.getUint16(at + 2, little)];
    const length = view.getUint32(at + 4, little);
    if (type === LONG && length === 1) pointers.set(tag, at + 8);
    if (type !== ASCII || length > LONGEST) continue;
    const from = length <= 4 ? at + 8 : view.getUint32(at + 8, little);
    if (from + length > view.byteLength) continue;
    const bytes = new Uint8Array(view.buffer, view.byteOffset + from, length);
    texts.set(tag, String.fromCharCode(...bytes).replace(/\0.*$/s, ""));
  }
  return { texts, pointers };
}

const WALL = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;
const OFFSET = /^([+-])(\d{2}):(\d{2})$/;

/** Nobody had a digital camera in their hand before; a clock that was never set says 1970 or 1980. */
const FIRST_YEAR = 1990;
const DAY_MS = 86_400_000;

/**
 * The instant that a camera's time means. A clock without an offset is taken to be the club's.
 *
 * @returns null for a time that no calendar has, and for one that cannot be: long ago, or later than tomorrow.
 */
export function instantTaken(time: CameraTime, club: ClubTime, now: Date): Date | null {
  const parts = WALL.exec(time.wall)?.slice(1).map(Number);
  if (!parts) return null;
  const [year, month, date, hour, minute, second] = parts as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const day = dayFrom(year, month, date);
  if (day === null || year < FIRST_YEAR || hour > 23 || minute > 59 || second > 59) return null;
  const [, sign, hours, minutes] = OFFSET.exec(time.offset ?? "") ?? [];
  const taken = sign
    ? new Date(
        Date.UTC(year, month - 1, date, hour, minute, second) -
          Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000,
      )
    : club.instantOf(day, hour, minute, second);
  return taken.getTime() > now.getTime() + DAY_MS ? null : taken;
}
