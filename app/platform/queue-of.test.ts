import { expect, test } from "vitest";
import { QueueFull, queueOf } from "./queue-of.ts";

function counted() {
  let running = 0;
  const seen = { most: 0, done: [] as number[] };
  const work = (name: number) => async () => {
    running++;
    seen.most = Math.max(seen.most, running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running--;
    seen.done.push(name);
    return name;
  };
  return { seen, work };
}

test("no more than so many things are done at once, in the order they came", async () => {
  const { seen, work } = counted();
  const inTurn = queueOf({ atOnce: 2, waiting: 100 });
  const names = Array.from({ length: 9 }, (_, name) => name);
  expect(await Promise.all(names.map((name) => inTurn(work(name))))).toEqual(names);
  expect(seen).toEqual({ most: 2, done: names });
});

test("what would wait too far back is turned away, and what waits is not", async () => {
  const { work } = counted();
  const inTurn = queueOf({ atOnce: 1, waiting: 1 });
  const answers = await Promise.allSettled([1, 2, 3].map((name) => inTurn(work(name))));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
  expect(answers[2]).toMatchObject({ reason: expect.any(QueueFull) });
});

test("work that fails makes room like any other", async () => {
  const inTurn = queueOf({ atOnce: 1, waiting: 0 });
  await expect(inTurn(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await inTurn(async () => "yes")).toBe("yes");
});
