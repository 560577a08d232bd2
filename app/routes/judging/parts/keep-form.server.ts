import { data, redirect } from "@remix-run/node";
import { valuesIn } from "#app/modules/judging/forms.ts";
import type { FoundJudge } from "#app/modules/judging/judge-links.server.ts";
import { isComplete } from "#app/modules/judging/judging.ts";
import { loadJudgeSheet } from "#app/modules/judging/load-judge-sheet.server.ts";
import { saveWholeEntry } from "#app/modules/judging/save-scores.server.ts";
import { db } from "#app/platform/db.server.ts";

/**
 * Keeps what a form without scripts holds of an entry, and leads to the next one that has no score; what was left open
 * can be given later.
 *
 * @throws Response 410 where the link takes no scores any more.
 */
export async function keepForm(
  judge: FoundJudge,
  { entry, comment }: { entry: number; comment: string },
  fields: FormData,
  here: string,
) {
  const sheet = await loadJudgeSheet(db(), judge);
  if (!sheet) throw new Response(null, { status: 410 });
  const values = valuesIn(fields, sheet.criteria);
  const saved = await saveWholeEntry(judge, { entryId: entry, values, comment });
  if (!saved.ok) throw new Response(null, { status: 410 });
  const at = sheet.entries.findIndex(({ id }) => id === entry);
  for (const { outcome } of saved.answers) {
    if (outcome === "saved" || outcome === "late") continue;
    return data({ said: { refused: outcome, number: sheet.entries[at]?.number ?? 0 } }, 409);
  }
  const next = [...sheet.entries.slice(at + 1), ...sheet.entries.slice(0, at)].find(
    (each) => !each.isOwn && !isComplete(sheet.criteria, each.values),
  );
  return redirect(next ? `${here}?entry=${next.number}` : here);
}
