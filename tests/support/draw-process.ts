import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import { handOverPrize } from "#app/modules/draws/settle-win.server.ts";
import { db } from "#app/platform/db.server.ts";
import { startPlatform } from "#app/platform/start.server.ts";
import { BEFORE, VALUE, VALUE_DUE } from "./draws.ts";

/** A process that closes the lists of draws, draws them and hands their prizes over, one after the other, and can be killed. */
const [first = 0, second = 0, ...draws] = process.argv.slice(2).map(Number);
await startPlatform();
for (const drawId of draws) {
  await freezeDraw(drawId, { by: first, address: "" }, BEFORE);
  process.stdout.write(".");
  for (const by of [first, second]) {
    await readDrawValue({ drawId, typed: VALUE }, { by, address: "" }, VALUE_DUE);
    process.stdout.write(".");
  }
  for (const { id: winId } of await db().drawWin.findMany({ where: { drawId } })) {
    await handOverPrize({ drawId, winId }, { by: first, address: "" });
    process.stdout.write(".");
  }
}
process.exit(0);
