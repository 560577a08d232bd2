import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Entry, open as openArchive, type ZipFile } from "yauzl";
import { archiveName } from "../../app/modules/albums/archive-name.ts";
import { packPictures } from "../../app/modules/albums/pack-pictures.server.ts";

// Packs an album of more than 4 GB as families get it, into a file of which only what is not empty takes room, opens it
// again, and says how much memory that took. Too long for the suite: `node --import tsx scripts/bench/large-archive.ts`.
const PICTURES = 4_400;
const picture = Buffer.alloc(1_000_000);

async function* album() {
  for (let place = 1; place <= PICTURES; place++) {
    yield { name: archiveName(place, PICTURES, "IMG.jpg", "image/webp"), content: picture };
  }
}

const folder = await mkdtemp(path.join(tmpdir(), "large-archive-"));
try {
  const file = path.join(folder, "album.zip");
  const { bytes, most } = await pack(file);
  const found = await read(file);
  if (found.entries !== PICTURES || found.names !== PICTURES) throw new Error("It is not whole.");
  if (found.last !== picture.length) throw new Error("Its last picture is not whole.");
  const mb = (of: number) => Math.round(of / 1_000_000);
  console.log(
    `${PICTURES} pictures, ${mb(bytes)} MB, ${mb(most)} MB of memory at most, all of them found again`,
  );
} finally {
  await rm(folder, { recursive: true });
}

async function pack(file: string): Promise<{ bytes: number; most: number }> {
  const to = await open(file, "w");
  let bytes = 0;
  let most = 0;
  for await (const piece of packPictures(album())) {
    const isEmpty =
      piece.length > 1_000 && Buffer.from(piece).equals(picture.subarray(0, piece.length));
    if (!isEmpty) await to.write(piece, 0, piece.length, bytes);
    bytes += piece.length;
    most = Math.max(most, process.memoryUsage().rss);
  }
  await to.truncate(bytes);
  await to.close();
  return { bytes, most };
}

function read(file: string): Promise<{ entries: number; names: number; last: number }> {
  return new Promise((resolve, reject) => {
    openArchive(file, { lazyEntries: true, autoClose: false }, (refused, zip) => {
      if (refused) return reject(refused);
      const names = new Set<string>();
      let last: Entry | undefined;
      zip.on("error", reject);
      zip.on("entry", (entry: Entry) => {
        names.add(entry.fileName.toLowerCase());
        last = entry;
        zip.readEntry();
      });
      zip.on("end", () => {
        if (!last) return reject(new Error("It is empty."));
        lengthOf(zip, last).then(
          (length) => resolve({ entries: zip.entryCount, names: names.size, last: length }),
          reject,
        );
      });
      zip.readEntry();
    });
  });
}

function lengthOf(zip: ZipFile, entry: Entry): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, async (refused, stream) => {
      if (refused) return reject(refused);
      let length = 0;
      for await (const piece of stream) length += (piece as Buffer).length;
      zip.close();
      resolve(length);
    });
  });
}
