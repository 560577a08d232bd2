import { giveDemoPassword } from "#app/modules/auth/give-demo-password.server.ts";
import { db } from "#app/platform/db.server.ts";
import { startPlatform } from "#app/platform/start.server.ts";

// Gives people of the demo club that DATA_DIR is of a password: first it is given, then their addresses.
const [password = "", ...emails] = process.argv.slice(2);
const platform = await startPlatform();
await giveDemoPassword(db(), emails, password);
await platform.stop();
