import { Readable } from "node:stream";
import { ZipFile } from "yazl";

/** A file of an archive, written while it is read: text, or the bytes of a picture, which are packed already. */
export type ArchiveFile = {
  name: string;
  chunks: () => AsyncIterable<string | Uint8Array>;
  packed?: boolean;
};

/**
 * Packs files into a ZIP archive. Of what goes in only a page at a time is in memory; what is kept is the
 * archive, in which the twenty thousand lines of a long statement are about a megabyte.
 *
 * @throws what reading one of the files throws.
 */
export async function packArchive(files: readonly ArchiveFile[]): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  const failed = new Promise<never>((_resolve, reject) => {
    zip.on("error", reject);
    for (const { name, chunks, packed = false } of files) {
      zip.addReadStreamLazy(name, { compress: !packed }, (use) => {
        const stream = Readable.from(chunks(), { objectMode: false });
        stream.once("error", reject);
        use(null, stream);
      });
    }
  });
  zip.end();
  return Promise.race([collect(zip.outputStream), failed]);
}

async function collect(stream: NodeJS.ReadableStream): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as unknown as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}
