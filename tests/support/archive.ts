import { fromBuffer } from "yauzl";

/** The files of a ZIP archive by name, read as text. */
export async function readArchive(content: Uint8Array): Promise<Map<string, string>> {
  const files = await unpackArchive(content);
  return new Map([...files].map(([name, bytes]) => [name, bytes.toString("utf8")]));
}

/** The files of a ZIP archive by name. */
export function unpackArchive(content: Uint8Array): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(content), { lazyEntries: true }, (refused, zip) => {
      if (refused) return reject(refused);
      const files = new Map<string, Buffer>();
      zip.on("error", reject);
      zip.on("end", () => resolve(files));
      zip.on("entry", (entry: { fileName: string }) => {
        zip.openReadStream(
          entry as Parameters<typeof zip.openReadStream>[0],
          async (error, stream) => {
            if (error) return reject(error);
            const parts: Buffer[] = [];
            for await (const part of stream) parts.push(part as Buffer);
            files.set(entry.fileName, Buffer.concat(parts));
            zip.readEntry();
          },
        );
      });
      zip.readEntry();
    });
  });
}
