import { Writable } from "node:stream";

/**
 * Gathers the page that React writes to it, without ever asking the writer to wait.
 *
 * React 18 fills views of two kilobytes and sends one whole when the next character does not fit: the one
 * or two bytes left over go out as NUL, in the middle of a Chinese sentence. No page has a NUL of its own.
 */
export function wholePage(done: (page: Buffer<ArrayBuffer>) => void): Writable {
  const pieces: Uint8Array[] = [];
  return new Writable({
    highWaterMark: Number.MAX_SAFE_INTEGER,
    write(piece: Uint8Array, _encoding, next) {
      let end = piece.length;
      while (end > 0 && piece[end - 1] === 0) end--;
      pieces.push(piece.subarray(0, end));
      next();
    },
    final(next) {
      done(Buffer.concat(pieces));
      next();
    },
  });
}
