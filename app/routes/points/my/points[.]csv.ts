import type { LoaderFunctionArgs } from "@remix-run/node";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { walkStatement } from "#app/modules/points/walk-statement.server.ts";
import { BYTE_ORDER_MARK } from "#app/platform/csv-line.ts";
import { db } from "#app/platform/db.server.ts";
import { streamedCsv } from "#app/platform/http/streamed-csv.server.ts";
import { readHolderRequest } from "#app/routes/shell/referrer-request.server.ts";
import { statementCsvHead, statementCsvLine } from "../parts/statement-csv.server.ts";

/** Members, and others who recommend friends: their whole statement as a file, written while it is read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId, member, t } = await readHolderRequest(request);
  const club = await loadClub();
  const now = new Date();

  async function* lines() {
    yield BYTE_ORDER_MARK + statementCsvHead(t);
    for await (const page of walkStatement(db(), accountId)) {
      yield page.map((entry) => statementCsvLine(entry, { t, now, club })).join("");
    }
  }

  return streamedCsv(context, lines(), `${member?.number ?? "points"}.csv`);
}
