import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { clubTime } from "./club-time.ts";
import { instantTaken, readCameraTime } from "./picture-time.ts";

const shanghai = clubTime("Asia/Shanghai");
const now = new Date("2026-11-30T00:00:00Z");

async function blockOf(exif: Record<string, Record<string, string>>): Promise<Buffer> {
  const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: "#777" } });
  const { exif: block } = await sharp(await picture.jpeg().withExif(exif).toBuffer()).metadata();
  if (!block) throw new Error("The picture has no EXIF block.");
  return block;
}

describe("what a camera says of when", () => {
  test("the shutter counts before the file, with the offset that belongs to it", async () => {
    const block = await blockOf({
      IFD0: { DateTime: "2026:05:01 09:00:00" },
      IFD2: {
        DateTimeOriginal: "2026:04:18 10:11:12",
        OffsetTimeOriginal: "+09:00",
        OffsetTime: "+01:00",
      },
    });
    expect(readCameraTime(block)).toEqual({ wall: "2026:04:18 10:11:12", offset: "+09:00" });
  });

  test("where the shutter is missing the file's own time is taken", async () => {
    const block = await blockOf({ IFD0: { DateTime: "2026:05:01 09:00:00" } });
    expect(readCameraTime(block)).toEqual({ wall: "2026:05:01 09:00:00", offset: null });
  });

  test("blocks that are none, or are cut anywhere, are no time and no failure", async () => {
    const block = await blockOf({ IFD2: { DateTimeOriginal: "2026:04:18 10:11:12" } });
    expect(readCameraTime(Buffer.from("Exif\0\0nothing"))).toBeNull();
    for (let length = 0; length < block.length; length++) {
      const read = readCameraTime(block.subarray(0, length));
      expect(read === null || read.wall === "2026:04:18 10:11:12").toBe(true);
    }
  });

  test("a directory that points at itself ends", () => {
    const looping = Buffer.from(
      "4d4d002a00000008" + "0001" + "8769000400000001" + "00000008",
      "hex",
    );
    expect(readCameraTime(looping)).toBeNull();
  });
});

describe("the instant that it means", () => {
  test.each([
    [
      "the club's clock where none is named",
      "2026:04:18 10:11:12",
      null,
      "2026-04-18T02:11:12.000Z",
    ],
    ["its own offset where it is", "2026:04:18 10:11:12", "+09:00", "2026-04-18T01:11:12.000Z"],
    ["west of UTC", "2026:04:18 20:30:00", "-03:30", "2026-04-19T00:00:00.000Z"],
    ["a leap day", "2024:02:29 00:00:00", "+08:00", "2024-02-28T16:00:00.000Z"],
    ["no 29 February in other years", "2026:02:29 10:00:00", null, null],
    ["a clock that was never set", "1980:01:01 00:00:00", null, null],
    ["blanks for zeros", "0000:00:00 00:00:00", null, null],
    ["no such hour", "2026:04:18 24:00:00", null, null],
    ["the day after tomorrow", "2026:12:02 00:00:00", "+00:00", null],
    ["a clock some hours fast", "2026:11:30 20:00:00", "+00:00", "2026-11-30T20:00:00.000Z"],
  ])("%s", (_case, wall, offset, expected) => {
    expect(instantTaken({ wall, offset }, shanghai, now)?.toISOString() ?? null).toBe(expected);
  });
});
