import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { db } from "#app/platform/db.server.ts";
import { enqueue } from "#app/platform/queue.server.ts";
import type { TableEncoding } from "#app/platform/table-encoding.ts";
import { doubtfulReadings } from "./import-problem.ts";
import type { ImportOptions, ImportProblem } from "./import-run.ts";

/** `no-doubt`: nothing was asked, or it was answered already. `file-gone`: it must be sent again. */
export type EncodingSettled = { ok: true } | { ok: false; refusal: "no-doubt" | "file-gone" };

/**
 * Says how a file is encoded that can be read in two ways, and puts it in line again. Two that answer at once
 * come one after the other, and the second finds no doubt.
 */
export async function settleEncoding(
  importId: number,
  encoding: TableEncoding,
  { by, address }: Actor,
): Promise<EncodingSettled> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`select id from import_run where id = ${importId} for update`;
    const run = await tx.importRun.findUnique({ where: { id: importId } });
    const readings = doubtfulReadings((run?.problem ?? null) as ImportProblem | null);
    if (run?.state !== "failed" || !readings?.some((each) => each.encoding === encoding)) {
      return { ok: false, refusal: "no-doubt" };
    }
    if (!(await tx.upload.findUnique({ where: { id: run.uploadId ?? 0, complete: true } }))) {
      return { ok: false, refusal: "file-gone" };
    }
    const options: ImportOptions = { ...(run.options as ImportOptions), encoding };
    await tx.importRun.update({
      where: { id: importId },
      data: { state: "waiting", finishedAt: null, problem: Prisma.DbNull, options },
    });
    await writeAudit(tx, {
      personId: by,
      action: "import.started",
      subject: `import:${importId}`,
      detail: { kind: run.kind, fileName: run.fileName, dryRun: run.dryRun },
      address,
    });
    await enqueue(tx, "run-import", { importId }, { jobKey: `run-import:${importId}` });
    return { ok: true };
  });
}
