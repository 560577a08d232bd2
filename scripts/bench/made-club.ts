import { importMembers } from "#app/modules/roster/import-members.server.ts";
import { importServiceOrders } from "#app/modules/service/import-service-orders.server.ts";
import { madeOrderFile } from "../../tests/support/order-file.ts";
import { randomFrom } from "../../tests/support/random.ts";
import { type MadeCar, madeCars, madeRoll } from "../../tests/support/roster-file.ts";

/** A club of invented members, brought in as a real one would be; the database has to be open. */
export async function makeClub(sizes: {
  members: number;
  orders: number;
}): Promise<{ cars: MadeCar[] }> {
  const { members, orders } = sizes;
  const cars = madeCars({ cars: Math.ceil(members * 1.2), members });
  const roll = await importMembers(() => named(madeRoll(cars)), { fileName: "members.csv" });
  if (!roll.ok) throw new Error(`The roll was refused: ${roll.problem.key}`);
  if (orders > 0) {
    const options = { letters: false };
    const file = madeOrderFile({ orders, cars }).source;
    const answer = await importServiceOrders(file, { fileName: "orders.csv", options });
    if (!answer.ok) throw new Error(`The orders were refused: ${answer.problem.key}`);
  }
  return { cars };
}

const surnames = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹"];
const given = [
  ..."伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国文辉力玉萍红梅志鹏飞云龙海燕晓东雪峰婷宇浩然佳琪欣怡子轩梓涵",
];

/** Names as they are spread in China, where the roster has one name for all: a search has to choose. */
async function* named(roll: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const random = randomFrom(11);
  const name = () =>
    random.pick(surnames) + random.pick(given) + (random.oneIn(4) ? "" : random.pick(given));
  for await (const line of roll) {
    yield Buffer.from(
      Buffer.from(line)
        .toString("utf8")
        .replace(/车主\d+/g, name),
    );
  }
}
