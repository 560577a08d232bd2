import { type FormPart, MalformedForm } from "#app/platform/http/multipart.server.ts";
import {
  appendToUpload,
  type BeginRefusal,
  beginUpload,
  dropUpload,
  endUpload,
} from "./receive-upload.server.ts";

/** How much one form without a script brings, in bytes. */
export const FORM_BYTES = 1_000_000_000;

/** How many pictures were taken in, and what became of the rest. */
export type TakenForm = {
  taken: number;
  tooLarge: number;
  /** Why none further was taken; null where all were looked at. */
  stopped: Exclude<BeginRefusal, "empty" | "too-large"> | "broken" | null;
};

/**
 * Takes the pictures of a form as they arrive, one after the other and in flat memory. What is whole stays, whatever
 * happens to those behind it.
 */
export async function takePlainForm(
  parts: AsyncIterable<FormPart>,
  of: { eventId: number; by: number },
): Promise<TakenForm> {
  const taken: TakenForm = { taken: 0, tooLarge: 0, stopped: null };
  try {
    for await (const { fileName, content } of parts) {
      // Where nothing was chosen a browser sends a file without a name.
      if (!fileName || taken.stopped) continue;
      const begun = await beginUpload({ ...of, fileName, mark: "", bytes: null }, of.by);
      if (!begun.ok) {
        taken.stopped = begun.refusal as TakenForm["stopped"];
        continue;
      }
      const upload = { ...of, id: begun.id };
      const isWhole = await append(upload, content);
      if (isWhole && (await endUpload(upload))) taken.taken++;
      else {
        await dropUpload(upload);
        if (!isWhole) taken.tooLarge++;
      }
    }
  } catch (error) {
    if (!(error instanceof MalformedForm)) throw error;
    taken.stopped = "broken";
  }
  return taken;
}

/** False where it is longer than a picture may be: what does not fit is where nothing can be appended. */
async function append(
  upload: { id: string; eventId: number; by: number },
  content: FormPart["content"],
): Promise<boolean> {
  try {
    return (await appendToUpload(upload, 0, content)) !== null;
  } catch (error) {
    await dropUpload(upload);
    throw error;
  }
}
