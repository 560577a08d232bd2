import { readFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { testDatabase } from "../../support/database.ts";

const database = testDatabase();

test("works on where its module is loaded anew in the same process", async () => {
  const schema = await readFile("prisma/schema.prisma", "utf8");
  for (const _ of ["once", "again"]) {
    vi.resetModules();
    const { withSchemaEngine } = await import("#app/platform/migrations/schema-engine.server.ts");
    const { stdout } = await withSchemaEngine(database.url, schema, (engine) =>
      engine.diff({
        from: { tag: "empty" },
        to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
        script: true,
        exitCode: false,
        shadowDatabaseUrl: null,
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    expect(stdout).toContain('CREATE TABLE "member"');
  }
});
