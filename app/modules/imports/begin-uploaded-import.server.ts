import type { Actor } from "#app/modules/access/actor.ts";
import { db } from "#app/platform/db.server.ts";
import {
  type FormPart,
  FormTooLong,
  MalformedForm,
  readField,
} from "#app/platform/http/multipart.server.ts";
import { UploadForm } from "./forms.ts";
import type { ImportKind } from "./import-run.ts";
import { discardUpload, type ReceivedUpload, receiveUpload } from "./receive-upload.server.ts";
import { startImport } from "./start-import.server.ts";

export type UploadRefusal = "no-file" | "too-large" | "not-a-form" | "not-allowed";
export type BegunImport = { ok: true; importId: number } | { ok: false; refusal: UploadRefusal };

const notAForm: BegunImport = { ok: false, refusal: "not-a-form" };

/**
 * Takes in the form of the imports' page while it is being sent, and puts its file in line.
 *
 * @param parts the form's parts in any order; see `readForm`.
 * @param kinds what whoever sends it may bring in.
 * @throws what reading the parts throws when the connection breaks; nothing of it stays.
 */
export async function beginUploadedImport(
  parts: AsyncIterable<FormPart>,
  { by, address }: Actor,
  kinds: readonly ImportKind[],
): Promise<BegunImport> {
  let upload: ReceivedUpload = { ok: false, refusal: "no-file" };
  const fields: Record<string, string> = {};
  try {
    for await (const part of parts) {
      const { name, fileName, content } = part;
      if (fileName === null) fields[name] = await readField(part);
      else if (name === "file" && !upload.ok) {
        upload = await receiveUpload(db(), { fileName, by, content });
      }
    }
  } catch (error) {
    if (upload.ok) await discardUpload(db(), upload.uploadId);
    if (error instanceof FormTooLong) return { ok: false, refusal: "too-large" };
    if (error instanceof MalformedForm) return notAForm;
    throw error;
  }
  if (!upload.ok) return upload;
  const { uploadId } = upload;
  const form = UploadForm.safeParse(fields);
  if (!form.success) {
    await discardUpload(db(), uploadId);
    return notAForm;
  }
  const { kind, dryRun, invite, letters } = form.data;
  if (!kinds.includes(kind)) {
    await discardUpload(db(), uploadId);
    return { ok: false, refusal: "not-allowed" };
  }
  const options = kind === "members" ? { invite } : { letters };
  const started = await startImport({ kind, uploadId, startedBy: by, dryRun, options, address });
  return started.ok ? started : notAForm;
}
