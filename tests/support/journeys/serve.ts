// The demo, until the process that started it is gone, however that ended.
process.stdin.once("close", () => process.kill(process.pid, "SIGTERM")).resume();
await import("../../../scripts/demo.ts");
