import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { db } from "#app/platform/db.server.ts";
import { loadNotificationChoices } from "./load-notification-choices.server.ts";
import { renderLetter } from "./render-letter.server.ts";

const PAGE_SIZE = 500;

const letterChoices: ExportTable = {
  name: "letter-choices",
  columns: ["kind", "wanted"],
  async *rows({ personId }) {
    const choices = await loadNotificationChoices(db(), personId);
    yield Object.entries(choices).map(([kind, { wanted }]) => ({ kind: code(kind), wanted }));
  },
};

const letters: ExportTable = {
  name: "letters",
  columns: ["at", "to", "subject", "sentAt"],
  async *rows({ personId }) {
    for (let after = 0; ; ) {
      const page = await db().mail.findMany({
        where: { personId, id: { gt: after } },
        orderBy: { id: "asc" },
        take: PAGE_SIZE,
      });
      if (page.length === 0) return;
      after = page.at(-1)?.id ?? after;
      yield await Promise.all(
        page.map(async (mail) => ({
          at: mail.createdAt,
          to: mail.recipient,
          subject: await subjectOf(mail),
          sentAt: mail.sentAt,
        })),
      );
    }
  },
};

/** A letter of a version that is no more is named by its template. */
async function subjectOf(mail: Parameters<typeof renderLetter>[0]) {
  try {
    return (await renderLetter(mail)).subject;
  } catch {
    return mail.template;
  }
}

/** Which letters they want, and which they got. */
export const exportTables: readonly ExportTable[] = [letterChoices, letters];
