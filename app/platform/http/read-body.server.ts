/**
 * Reads a request's body, counting what arrives: how long it says it is does not matter.
 *
 * @param most in bytes.
 * @returns null as soon as there is more; the rest is not read.
 */
export async function readBody(request: Request, most: number): Promise<Buffer | null> {
  const announced = Number(request.headers.get("Content-Length") ?? 0);
  if (announced > most) return null;
  const pieces: Uint8Array[] = [];
  let length = 0;
  // In Node the body of a request can be iterated; the DOM's types do not say so.
  const body = request.body as unknown as AsyncIterable<Uint8Array> | null;
  for await (const piece of body ?? []) {
    length += piece.byteLength;
    if (length > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
