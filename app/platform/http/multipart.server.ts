/** A part of a form as it arrives. */
export type FormPart = {
  name: string;
  /** Null for an ordinary field; empty when a file could have been chosen and was not. */
  fileName: string | null;
  /** The part's bytes; read or not, they are gone when the next part is asked for. */
  content: AsyncIterable<Uint8Array>;
};

/** The body is not a form, or ended before it was whole. */
export class MalformedForm extends Error {}

/** The body goes on beyond what any form of ours has. */
export class FormTooLong extends MalformedForm {}

const CRLF = "\r\n";
const LONGEST_HEAD = 16_384;
const MOST_PARTS = 100;

/** The largest file of an import, and as much again as a browser takes to send it on. */
const MOST_BYTES = 256_000_000;

/**
 * Reads a multipart form (RFC 7578) part by part as it arrives, in flat memory. The framework's own
 * reader keeps files whole or stumbles over a semicolon in a file's name.
 *
 * @param contentType the request's Content-Type, which names the boundary.
 * @param mostBytes of the whole body, counted as they arrive, whether anybody wants them or not.
 * @throws MalformedForm while reading, as soon as it is known; FormTooLong among them.
 */
export async function* readForm(
  body: AsyncIterable<Uint8Array> | null,
  contentType: string | null,
  mostBytes = MOST_BYTES,
): AsyncGenerator<FormPart, void, undefined> {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";]{1,70})"?/i.exec(
    contentType ?? "",
  )?.[1];
  if (!body || !boundary) throw new MalformedForm("The request is not a multipart form.");
  const input = new Input(body, mostBytes);
  const delimiter = Buffer.from(`${CRLF}--${boundary}`);
  await drain(input.until(delimiter));
  for (let parts = 0; ; parts++) {
    const after = (await input.take(2)).toString("latin1");
    if (after === "--") return;
    if (after !== CRLF) throw new MalformedForm("A boundary is followed by something else.");
    if (parts === MOST_PARTS) throw new MalformedForm("There are more parts than any form has.");
    const head = await collect(input.until(Buffer.from(CRLF + CRLF)), LONGEST_HEAD);
    const content = input.until(delimiter);
    yield { ...readHead(head), content };
    await drain(content);
  }
}

/** The text of an ordinary field. */
export async function readField(part: FormPart): Promise<string> {
  return collect(part.content, LONGEST_HEAD);
}

/** The bytes of a request, cut where a delimiter stands. */
class Input {
  #chunks: AsyncIterator<Uint8Array>;
  /** The first boundary has no line before it; here it gets one, and is like the others. */
  #buffer: Buffer = Buffer.from(CRLF);

  /** Bytes that may still arrive. */
  #left: number;

  constructor(body: AsyncIterable<Uint8Array>, mostBytes: number) {
    this.#chunks = body[Symbol.asyncIterator]();
    this.#left = mostBytes;
  }

  async take(count: number): Promise<Buffer> {
    while (this.#buffer.length < count) await this.#more();
    const taken = this.#buffer.subarray(0, count);
    this.#buffer = this.#buffer.subarray(count);
    return taken;
  }

  /** All bytes up to a delimiter, which is passed over. What the caller leaves unread can be asked for again. */
  until(delimiter: Buffer): AsyncIterableIterator<Uint8Array> {
    let ended = false;
    const next = async (): Promise<IteratorResult<Uint8Array>> => {
      while (!ended) {
        const at = this.#buffer.indexOf(delimiter);
        ended = at >= 0;
        // The end of what has arrived may be the beginning of a delimiter.
        const sure = ended ? at : this.#buffer.length - delimiter.length + 1;
        const value = this.#buffer.subarray(0, Math.max(sure, 0));
        this.#buffer = this.#buffer.subarray(value.length + (ended ? delimiter.length : 0));
        if (value.length > 0) return { value, done: false };
        if (!ended) await this.#more();
      }
      return { value: undefined, done: true };
    };
    return {
      next,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#chunks.next();
    if (done) throw new MalformedForm("The form ends in the middle.");
    this.#left -= value.byteLength;
    if (this.#left < 0) throw new FormTooLong("The form is longer than any that is taken.");
    this.#buffer = Buffer.concat([this.#buffer, value]);
  }
}

async function drain(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _bytes of content);
}

async function collect(content: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    length += piece.length;
    if (length > most) throw new MalformedForm("A field is longer than any we ask for.");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function readHead(head: string): Pick<FormPart, "name" | "fileName"> {
  const disposition = head
    .split(CRLF)
    .find((line) => /^content-disposition:\s*form-data\s*;/i.test(line));
  const name = disposition && /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
  if (!disposition || name === undefined) throw new MalformedForm("A part has no name.");
  const fileName = /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1];
  return {
    name: unescapeName(name),
    fileName: fileName === undefined ? null : unescapeName(fileName),
  };
}

/** Browsers write a quote or a line's end inside a name as %22, %0D and %0A, and nothing else so. */
function unescapeName(text: string): string {
  return text.replace(/%(22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped));
}
