import { expect, test } from "vitest";
import { sentences } from "./sentences.ts";

test("sentences stand as the language writes them, without those that are not said", () => {
  expect(sentences("en", ["Moved.", false, null, "Too dear."])).toBe("Moved. Too dear.");
  expect(sentences("zh-CN", ["将获得 50 积分。", "14 天后可用。"])).toBe(
    "将获得 50 积分。14 天后可用。",
  );
  expect(sentences("en", ["Moved.", undefined])).toBe("Moved.");
});
