import { lapseRedemptions } from "#app/modules/redemptions/lapse-redemptions.server.ts";
import { remindOfWaitingGifts } from "#app/modules/redemptions/remind-of-waiting-gifts.server.ts";
import { db } from "#app/platform/db.server.ts";
import { startPlatform } from "#app/platform/start.server.ts";

// Lets the time end in which a gift waits at a store, beside the site that DATA_DIR is of: some days before it the
// hourly tasks remind its owner, and after it they let it lapse.
const id = Number(process.argv[2]);
const platform = await startPlatform();
const endsIn = (milliseconds: number) =>
  db().redemption.update({
    where: { id },
    data: { collectBy: new Date(Date.now() + milliseconds) },
  });
await endsIn(3 * 86_400_000);
await remindOfWaitingGifts();
await endsIn(-1_000);
await lapseRedemptions();
await platform.stop();
