import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Which modules of the app write each of its tables, by the name of the table. */
export function tablesWritten(app: string): Map<string, Set<string>> {
  const tables = tablesByModel(readFileSync(path.join(app, "../prisma/schema.prisma"), "utf8"));
  const written = new Map<string, Set<string>>(
    [...tables.values()].map((name) => [name, new Set()]),
  );
  for (const [module, source] of sources(app)) {
    for (const table of writesIn(source, tables)) written.get(table)?.add(module);
  }
  return written;
}

/** Tables by what the client calls them: `pointsClaim` → `points_claim`. */
function tablesByModel(schema: string): Map<string, string> {
  return new Map(
    [...schema.matchAll(/^model (\w)(\w*) \{(.*?)^\}/gms)].map(([, first, rest, body]) => [
      `${first?.toLowerCase()}${rest}`,
      /@@map\("(\w+)"\)/.exec(body ?? "")?.[1] ?? `${first}${rest}`,
    ]),
  );
}

function* sources(app: string): Generator<[module: string, source: string]> {
  for (const entry of readdirSync(app, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/(?<!\.test)\.tsx?$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const [floor = "", noun = ""] = path.relative(app, file).split(path.sep);
    if (floor === "generated.server") continue;
    yield [floor === "modules" ? noun : floor, readFileSync(file, "utf8")];
  }
}

/** Tables that a file writes, by the client's methods or in SQL. */
function writesIn(source: string, tables: ReadonlyMap<string, string>): string[] {
  const byClient = [...source.matchAll(/\.(\w+)\s*\.(?:create|update|upsert|delete)\w*\(/g)];
  const inSql = [...source.matchAll(/\b(?:insert into|delete from|update)\s+"?([a-z_]+)"?\s/g)];
  const names = new Set(tables.values());
  return [
    ...byClient.flatMap(([, model = ""]) => tables.get(model) ?? []),
    ...inSql.flatMap(([, table = ""]) => (names.has(table) ? [table] : [])),
  ];
}
