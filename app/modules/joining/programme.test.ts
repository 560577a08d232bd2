import { expect, test } from "vitest";
import { clubRulesSchema, defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { programmeOf } from "./programme.ts";

const rulesWith = (...names: string[]) =>
  clubRulesSchema.parse({
    earning: { programmes: Object.fromEntries(names.map((name) => [name, {}])) },
  });

test.each([
  ["the usual programme", defaultClubRules, "home"],
  ["the usual one wherever it stands", rulesWith("city", "home", "abroad"), "home"],
  ["the first by name where there is no usual one", rulesWith("town", "city"), "city"],
  ["a programme by name even where the club has none", rulesWith(), "home"],
])("%s", (_case, rules, programme) => {
  expect(programmeOf(rules)).toBe(programme);
});
