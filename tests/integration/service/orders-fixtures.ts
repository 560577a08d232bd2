import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  allPoints,
  anExport,
  aRoll,
  bringOrders,
  bringRoll,
  type OrderFileRow,
} from "../../support/imports.ts";

export const vin = "WBAD25UT0J3095119";
export const owner = "M00010009";

/** The owner whose car has that VIN, and another one, have joined. */
export async function ownersJoin(): Promise<void> {
  await bringRoll(aRoll({ vin }, {}), { options: { asOf: "2026-01-01" } });
}

/** A file of orders comes in. */
export const bring = (...rows: OrderFileRow[]) => bringOrders(anExport(...rows));

export const pointsOf = async (number: string) => (await allPoints())[number];

export async function statementOf(number: string) {
  const { accountId } = await db().member.findUniqueOrThrow({ where: { number } });
  return loadStatement(db(), Number(accountId));
}
