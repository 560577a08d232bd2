import type { Readable } from "node:stream";
import { DataStore, ERRORS, Upload } from "@tus/server";
import { log } from "#app/platform/log.server.ts";
import {
  appendToUpload,
  type BeginRefusal,
  beginUpload,
  findUpload,
  type OwnUpload,
} from "./receive-upload.server.ts";

/** What the protocol answers where an upload is not begun. */
const REFUSALS: Record<BeginRefusal, { status_code: number; body: string }> = {
  "no-such-event": ERRORS.FILE_NOT_FOUND,
  empty: ERRORS.INVALID_LENGTH,
  "too-large": ERRORS.ERR_MAX_SIZE_EXCEEDED,
  quota: { status_code: 429, body: "quota\n" },
  busy: { status_code: 503, body: "busy\n" },
};

/**
 * The uploads of one person to one event's album, as the tus protocol knows them (https://tus.io/protocols/resumable-upload,
 * 1.0.0, with its extension "creation"). Another's upload is none.
 */
export class UploadStore extends DataStore {
  override extensions = ["creation"];
  readonly #of: Omit<OwnUpload, "id">;

  constructor(of: Omit<OwnUpload, "id">) {
    super();
    this.#of = of;
  }

  override async create(file: Upload): Promise<Upload> {
    const { filename, mark } = file.metadata ?? {};
    const begun = await beginUpload(
      {
        eventId: this.#of.eventId,
        fileName: filename ?? "",
        mark: mark ?? "",
        bytes: file.size ?? 0,
      },
      this.#of.by,
    );
    if (!begun.ok) throw REFUSALS[begun.refusal];
    file.id = begun.id;
    return file;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const at = await appendToUpload({ ...this.#of, id }, offset, stream).catch((error: unknown) => {
      log().info({ err: error }, "a picture stopped arriving");
      throw ERRORS.ABORTED;
    });
    if (at === null) throw ERRORS.INVALID_OFFSET;
    return at;
  }

  override async getUpload(id: string): Promise<Upload> {
    const found = await findUpload({ ...this.#of, id });
    if (!found) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({ id, size: found.bytes, offset: found.received });
  }
}
