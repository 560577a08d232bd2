import { FormTooLong, MalformedForm, readField, readForm } from "./multipart.server.ts";

/** A form with at most one small file in it. */
export type PictureForm = {
  /** The ordinary fields. */
  fields: FormData;
  /** What was chosen as a file; null when nothing was. */
  picture: Buffer | "too-large" | null;
};

/** The largest file that is held in memory, in bytes: a good photo of a phone has half of it. */
export const PICTURE_BYTES = 10_000_000;

const MOST_FIELDS = 40;
const FIELDS_BYTES = 1_000_000;

/**
 * Reads a form with one picture in it. A file beyond the limit is read on without being kept, so that the
 * browser gets our words instead of a broken connection; one beyond ten times the limit is cut off.
 *
 * @throws Response 400 for what is no multipart form with at most one file, 413 for what never ends.
 */
export async function readPictureForm(
  request: Request,
  limit = PICTURE_BYTES,
): Promise<PictureForm> {
  // In Node the body of a request can be iterated; the DOM's types do not say so.
  const body = request.body as unknown as AsyncIterable<Uint8Array> | null;
  const fields = new FormData();
  let picture: PictureForm["picture"] = null;
  let count = 0;
  try {
    for await (const part of readForm(
      body,
      request.headers.get("Content-Type"),
      limit * 10 + FIELDS_BYTES,
    )) {
      if (++count > MOST_FIELDS) throw new MalformedForm("There are more fields than we ask for.");
      if (part.fileName === null) {
        fields.append(part.name, await readField(part));
        continue;
      }
      const file = await readFile(part.content, limit);
      if (file === null) continue;
      if (picture !== null) throw new MalformedForm("There is more than one file.");
      picture = file;
    }
  } catch (error) {
    if (error instanceof FormTooLong) throw new Response(null, { status: 413 });
    if (error instanceof MalformedForm) throw new Response(null, { status: 400 });
    throw error;
  }
  return { fields, picture };
}

async function readFile(
  content: AsyncIterable<Uint8Array>,
  limit: number,
): Promise<PictureForm["picture"]> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    length += piece.length;
    if (length > limit * 10) throw new Response(null, { status: 413 });
    if (length > limit) pieces = [];
    else pieces.push(Uint8Array.from(piece));
  }
  if (length === 0) return null;
  return length > limit ? "too-large" : Buffer.concat(pieces);
}
