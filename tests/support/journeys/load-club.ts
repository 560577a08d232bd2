import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

// The demo on an empty folder of its own, for the journeys. `argv[2]` is the port.
// Not in the checkout: where others cannot enter that, the data would be kept elsewhere, and stay.
const checkout = createHash("sha256").update(process.cwd()).digest("hex").slice(0, 12);
const dataDir = path.join(os.tmpdir(), `marque-journeys-${checkout}`);
await rm(dataDir, { recursive: true, force: true });
await mkdir(dataDir, { mode: 0o755 });
delete process.env.DATABASE_URL;
delete process.env.SMTP_URL;
process.env.NODE_ENV = "production";
process.env.PORT = process.argv[2];
process.env.HOST = "127.0.0.1";
process.env.APP_ORIGIN = `http://localhost:${process.argv[2]}`;
process.env.DATA_DIR = dataDir;
process.env.LOG_LEVEL = "warn";
await import("../../scripts/demo.ts");
