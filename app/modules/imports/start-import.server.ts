import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import type { ImportKind, ImportOptions } from "./import-run.ts";
import { createRun } from "./run-record.server.ts";

export type UploadedImport = {
  kind: ImportKind;
  uploadId: number;
  /** The person who started it. */
  startedBy: number;
  dryRun: boolean;
  options?: ImportOptions;
  /** The address the request came from. */
  address?: string;
};

export type StartedImport =
  | { ok: true; importId: number }
  | { ok: false; refusal: "upload-incomplete" };

/** Puts an uploaded file in line to be brought in; a worker does it, on any node. */
export async function startImport({
  kind,
  uploadId,
  startedBy,
  dryRun,
  options = {},
  address,
}: UploadedImport): Promise<StartedImport> {
  return db().$transaction(async (tx) => {
    const upload = await tx.upload.findUnique({ where: { id: uploadId, createdBy: startedBy } });
    if (!upload?.complete) return { ok: false, refusal: "upload-incomplete" };
    const { fileName } = upload;
    const run = { kind, fileName, dryRun, options, startedBy, uploadId };
    const importId = await createRun(tx, run);
    await writeAudit(tx, {
      personId: startedBy,
      action: "import.started",
      subject: `import:${importId}`,
      detail: { kind, fileName, dryRun },
      address,
    });
    await enqueue(tx, "run-import", { importId }, { jobKey: `run-import:${importId}` });
    return { ok: true, importId };
  });
}
