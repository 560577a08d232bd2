import { rm } from "node:fs/promises";
import path from "node:path";

// The demo on an empty folder of its own, for the journeys. `argv[2]` is the port.
const dataDir = path.resolve(".data/e2e");
await rm(dataDir, { recursive: true, force: true });
delete process.env.DATABASE_URL;
delete process.env.SMTP_URL;
process.env.NODE_ENV = "production";
process.env.PORT = process.argv[2];
process.env.HOST = "127.0.0.1";
process.env.APP_ORIGIN = `http://localhost:${process.argv[2]}`;
process.env.DATA_DIR = dataDir;
process.env.LOG_LEVEL = "warn";
await import("../../scripts/demo.ts");
