import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportPicture, ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";

const claims: ExportTable = {
  name: "claims",
  columns: ["at", "orderNumber", "visitedOn", "note", "photo", "state", "reason", "decidedAt"],
  async *rows({ member }) {
    if (!member) return;
    const filed = await db().pointsClaim.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
      include: { photo: { select: { mime: true } } },
    });
    yield filed.map((claim) => ({
      at: claim.createdAt,
      orderNumber: claim.orderNumber,
      visitedOn: claim.visitedOn?.toISOString().slice(0, 10) ?? null,
      note: claim.note,
      photo: claim.photo && photoName(claim.id, claim.photo.mime),
      state: code(claim.state),
      reason: claim.reason,
      decidedAt: claim.decidedAt,
    }));
  },
  async pictures({ member }) {
    if (!member) return [];
    const filed = await db().pointsClaim.findMany({
      where: { memberId: member.id, photoId: { not: null } },
      orderBy: { id: "asc" },
      select: { id: true, photo: { select: { id: true, mime: true } } },
    });
    return filed.flatMap(({ id, photo }): ExportPicture[] =>
      photo === null
        ? []
        : [{ name: photoName(id, photo.mime), read: () => readPicture(photo.id) }],
    );
  },
};

/** Where the photo of a claim lies in the archive. */
const photoName = (claimId: number, mime: string) =>
  `claims/${claimId}.${mime.replace(/^image\//, "").replace("jpeg", "jpg")}`;

async function readPicture(mediaId: number): Promise<Uint8Array> {
  const { content } = await db().media.findUniqueOrThrow({
    where: { id: mediaId },
    select: { content: true },
  });
  return content;
}

/** What they claimed for missing visits. */
export const exportTables: readonly ExportTable[] = [claims];
