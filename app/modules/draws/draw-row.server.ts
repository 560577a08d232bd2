import type { Db } from "#app/platform/db.server.ts";

export type DrawState = "draft" | "frozen" | "drawn" | "called-off";
export type DrawMethod = "computed" | "by-hand";

/**
 * Reads a draw with its prizes and keeps everybody else who changes it waiting until the transaction ends: whoever
 * comes second sees what the first one did.
 *
 * @returns null where there is none.
 */
export async function lockDraw(tx: Db, drawId: number) {
  await tx.$queryRaw`select id from draw where id = ${drawId} for update`;
  const draw = await tx.draw.findUnique({
    where: { id: drawId },
    include: { prizes: { orderBy: { place: "asc" } } },
  });
  return draw && { ...draw, state: draw.state as DrawState, method: draw.method as DrawMethod };
}

export type LockedDraw = NonNullable<Awaited<ReturnType<typeof lockDraw>>>;

/** Which prize each piece is, in the order in which they are drawn. */
export const piecesOf = <Prize extends { id: number; count: number }>(
  prizes: readonly Prize[],
): Prize[] => prizes.flatMap((prize) => Array.from({ length: prize.count }, () => prize));
