import { z } from "zod";
import { importKinds } from "#app/modules/imports/import-run.ts";
import {
  discardUpload,
  type ReceivedUpload,
  receiveUpload,
} from "#app/modules/imports/receive-upload.server.ts";
import { startImport } from "#app/modules/imports/start-import.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { MalformedForm, readField, readForm } from "#app/platform/http/multipart.server.ts";

export type UploadRefusal = "no-file" | "too-large" | "not-a-form";
export type BegunImport = { ok: true; importId: number } | { ok: false; refusal: UploadRefusal };

const checkbox = z.literal("on").optional();
const UploadForm = z.object({
  kind: z.enum(importKinds),
  dryRun: checkbox,
  invite: checkbox,
  letters: checkbox,
});

/**
 * Takes in the form of the imports' page while it is being sent, and puts its file in line.
 *
 * @throws what reading the request throws when its connection breaks; nothing of it stays.
 */
export async function beginUploadedImport(
  request: Request,
  staff: { id: number },
  address: string,
): Promise<BegunImport> {
  let upload: ReceivedUpload = { ok: false, refusal: "no-file" };
  const fields: Record<string, string> = {};
  try {
    for await (const part of readForm(bodyOf(request), request.headers.get("Content-Type"))) {
      const { name, fileName, content } = part;
      if (fileName === null) fields[name] = await readField(part);
      else if (name === "file" && !upload.ok) {
        upload = await receiveUpload(db(), { fileName, by: staff.id, content });
      }
    }
  } catch (error) {
    if (upload.ok) await discardUpload(db(), upload.uploadId);
    if (error instanceof MalformedForm && !request.signal.aborted) return notAForm;
    throw error;
  }
  if (!upload.ok) return upload;
  const form = UploadForm.safeParse(fields);
  if (!form.success) {
    await discardUpload(db(), upload.uploadId);
    return notAForm;
  }
  const { kind, dryRun, invite, letters } = form.data;
  const started = await startImport({
    kind,
    uploadId: upload.uploadId,
    startedBy: staff.id,
    dryRun: dryRun === "on",
    options: kind === "members" ? { invite: invite === "on" } : { letters: letters === "on" },
  });
  if (!started.ok) return notAForm;
  await writeAudit(db(), {
    personId: staff.id,
    action: "import.started",
    subject: `import:${started.importId}`,
    detail: { kind, fileName: upload.fileName, dryRun: dryRun === "on" },
    address,
  });
  return { ok: true, importId: started.importId };
}

const notAForm: BegunImport = { ok: false, refusal: "not-a-form" };

/** In Node the body of a request can be iterated; the DOM's types do not say so. */
const bodyOf = (request: Request) => request.body as unknown as AsyncIterable<Uint8Array> | null;
