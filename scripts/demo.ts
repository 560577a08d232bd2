import path from "node:path";

// The demo club on a database of its own, beside the real one and never in it.
process.env.DATA_DIR = path.join(process.env.DATA_DIR || ".data", "demo");
process.env.MARQUE_DEMO = "on";
await import("../server.ts");
