import type { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { ZipFile } from "yazl";

/** A file of an archive, whole: photos are packed one after the other and are small beside the archive. */
export type PackedFile = { name: string; content: Uint8Array; at?: Date };

/**
 * Packs files into a ZIP archive while it is read. Each is asked for once all before it are gone, so that one of them
 * is in memory, however large the archive; nothing goes on where nobody reads any more. Photos do not get smaller by
 * being packed, so they are kept as they are, each with its length and its sum before it: also programs that read an
 * archive from its beginning open it. Beyond 4 GB it is ZIP64.
 */
export async function* packPictures(
  files: AsyncIterable<PackedFile>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const zip = new ZipFile();
  let failure: unknown;
  zip.on("error", (error) => {
    failure = error;
  });
  const out = zip.outputStream as unknown as PassThrough;
  for await (const { name, content, at } of files) {
    const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    zip.addBuffer(buffer, name, { compress: false, ...(at && { mtime: at }) });
    while (out.readableLength + out.writableLength > 0) {
      const piece = out.read();
      if (piece) yield piece;
      else await turn();
    }
    if (failure) throw failure;
  }
  zip.end();
  for await (const piece of out) yield piece as Buffer;
}
