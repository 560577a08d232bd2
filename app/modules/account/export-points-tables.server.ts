import { walkStatement } from "#app/modules/points/walk-statement.server.ts";
import { db } from "#app/platform/db.server.ts";
import { code } from "./export-cell.ts";
import type { ExportTable } from "./export-table.ts";

const statement: ExportTable = {
  columns: [
    "at",
    "entry",
    "entryKind",
    "what",
    "points",
    "balance",
    "statusPoints",
    "state",
    "explanation",
  ],
  async *rows({ member, say }) {
    if (!member) return;
    for await (const page of walkStatement(db(), member.accountId)) {
      yield page.map((entry) => {
        const { what, state, explanation } = say(entry);
        return {
          at: entry.valueAt,
          entry: entry.entryId,
          entryKind: code(entry.kind),
          what,
          points: entry.points,
          balance: entry.balance,
          statusPoints: entry.statusPoints,
          state,
          explanation,
        };
      });
    }
  },
};

const gold: ExportTable = {
  columns: ["from", "until", "cause", "reason"],
  async *rows({ member }) {
    if (!member) return;
    const periods = await db().tierPeriod.findMany({
      where: { memberId: member.id },
      orderBy: { startsAt: "asc" },
    });
    yield periods.map(({ startsAt, endsAt, cause, reason }) => ({
      from: startsAt,
      until: endsAt,
      cause: code(cause),
      reason,
    }));
  },
};

const claims: ExportTable = {
  columns: ["at", "orderNumber", "visitedOn", "note", "photo", "state", "reason", "decidedAt"],
  async *rows({ member }) {
    if (!member) return;
    const filed = await db().pointsClaim.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
    });
    yield filed.map((claim) => ({
      at: claim.createdAt,
      orderNumber: claim.orderNumber,
      visitedOn: claim.visitedOn?.toISOString().slice(0, 10) ?? null,
      note: claim.note,
      photo: claim.photoId !== null,
      state: code(claim.state),
      reason: claim.reason,
      decidedAt: claim.decidedAt,
    }));
  },
};

const carClaims: ExportTable = {
  columns: ["at", "plate", "vin", "orderNumber", "state", "reason", "decidedAt"],
  async *rows({ member }) {
    if (!member) return;
    const filed = await db().carClaim.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
      include: { car: true },
    });
    yield filed.map(({ createdAt, car, orderNumber, state, reason, decidedAt }) => ({
      at: createdAt,
      plate: car.plate,
      vin: car.vin,
      orderNumber,
      state: code(state),
      reason,
      decidedAt,
    }));
  },
};

const adjustments: ExportTable = {
  columns: ["at", "points", "reason", "state", "decidedAt"],
  async *rows({ member }) {
    if (!member) return;
    const asked = await db().adjustmentRequest.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
    });
    yield asked.map(({ requestedAt, points, reason, state, decidedAt }) => ({
      at: requestedAt,
      points,
      reason,
      state: code(state),
      decidedAt,
    }));
  },
};

/** What the club holds of their points and what they asked for. */
export const POINTS_TABLES = { statement, gold, claims, "car-claims": carClaims, adjustments };
