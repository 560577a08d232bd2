/**
 * Makes workshop exports of the real one's shape, as large as wanted and the same for the same seed, and
 * says what has to come out of them. The answers are worked out here from what was put in, apart
 * from the code under test.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import iconv from "iconv-lite";
import type { TableSource } from "#app/platform/table-file.server.ts";
import {
  cancellationOf,
  correctionOf,
  type MadeOrder,
  madeOrder,
  rowsOf,
  spoil,
} from "./order-rows.ts";
import { type Random, randomFrom } from "./random.ts";
import type { MadeCar } from "./roster-file.ts";

export type OrderFileOptions = {
  /** Orders to begin with; repeats, corrections, cancellations and spoilt rows come on top (about 8 %). */
  orders: number;
  cars: readonly MadeCar[];
  seed?: number;
  encoding?: "gb18030" | "utf8" | "utf-16le";
  /** The days the orders are spread over, oldest first. */
  from?: string;
  through?: string;
};

export type OrderFileAnswers = {
  rows: Record<string, number>;
  rejectedByReason: Record<string, number>;
  ignoredLines: number;
  ordersHeld: number;
  ordersOfMembers: number;
  /** What the orders add to each member, of those who have any. */
  members: Map<string, { available: number; pending: number; status: number }>;
};

export type MadeOrderFile = { source: TableSource; answers: () => OrderFileAnswers };

const header =
  "工单号,门店,结算日期,车架号,车牌号,车型,进厂里程,维修类型,工时费,配件费,优惠金额,实收金额,付款方式,车主,手机号,服务顾问,备注";

/** A file that is made anew, line by line, each time it is read; nothing of it is kept in memory. */
export function madeOrderFile(options: OrderFileOptions): MadeOrderFile {
  return {
    source: () => encoded(linesOf(options, noAnswers()), options.encoding ?? "gb18030"),
    answers() {
      const answers = noAnswers();
      for (const _line of linesOf(options, answers));
      return answers;
    },
  };
}

/** Writes a made file to disk, in flat memory. */
export async function writeOrderFile(path: string, options: OrderFileOptions): Promise<void> {
  await pipeline(Readable.from(madeOrderFile(options).source()), createWriteStream(path));
}

function noAnswers(): OrderFileAnswers {
  return {
    rows: {},
    rejectedByReason: {},
    ignoredLines: 0,
    ordersHeld: 0,
    ordersOfMembers: 0,
    members: new Map(),
  };
}

async function* encoded(lines: Iterable<string>, encoding: string): AsyncGenerator<Uint8Array> {
  let text = encoding === "utf-16le" ? "\uFEFF" : "";
  for (const line of lines) {
    text += `${line}\r\n`;
    if (text.length < 32_768) continue;
    yield iconv.encode(text, encoding);
    text = "";
  }
  yield iconv.encode(text, encoding);
}

function* linesOf(options: OrderFileOptions, answers: OrderFileAnswers): Generator<string> {
  const { orders, cars, seed = 7, from = "2026-01-02", through = "2026-10-29" } = options;
  const random = randomFrom(seed);
  const firstDay = Date.parse(`${from}T00:00:00Z`);
  const days = (Date.parse(`${through}T00:00:00Z`) - firstDay) / 86_400_000;
  const ignored = (line: string) => {
    answers.ignoredLines++;
    return line;
  };
  const counted = (outcome: string, line: string) => {
    answers.rows[outcome] = (answers.rows[outcome] ?? 0) + 1;
    return line;
  };

  yield ignored(`湖畔车友会 维修结算单导出,期间: ${from} 起`);
  yield ignored("");
  for (let index = 0; index < orders; index++) {
    if (index % 800 === 0) yield ignored(header);
    if (random.oneIn(260)) yield ignored("");
    const day = new Date(firstDay + Math.floor((index * (days + 1)) / orders) * 86_400_000);
    const order = madeOrder(index, day, random.pick(cars), random);
    const [row, again] = rowsOf(order, random);

    if (random.oneIn(47)) {
      const { line, reason } = spoil(row, random);
      answers.rejectedByReason[reason] = (answers.rejectedByReason[reason] ?? 0) + 1;
      yield counted("rejected", line);
      continue;
    }
    yield counted("new", row);
    const fate = fateOf(random);
    if (fate === "repeated") yield counted("unchanged", again);
    const corrected = correctionOf(order);
    if (fate === "corrected") yield counted("corrected", rowsOf(corrected, random)[0]);
    if (fate === "cancelled") yield counted("reversed", rowsOf(cancellationOf(order), random)[0]);
    hold(answers, fate === "corrected" ? corrected : order, fate === "cancelled");
  }
  yield ignored('合计,,,,,,,,,,,"3,622,757.04"');
}

function fateOf(random: Random): "repeated" | "corrected" | "cancelled" | "kept" {
  const lot = random.int(1, 1000);
  if (lot <= 37) return "repeated";
  if (lot <= 53) return "corrected";
  return lot <= 60 ? "cancelled" : "kept";
}

/** Adds what an order leaves with its member: ¥10 a point, gold twice, half more for maintenance in the region. */
function hold(answers: OrderFileAnswers, order: MadeOrder, cancelled: boolean): void {
  answers.ordersHeld++;
  const { holder } = order.car;
  if (!holder) return;
  answers.ordersOfMembers++;
  if (cancelled) return;
  const base = order.earns ? Math.floor(order.paid / 1000) : 0;
  const points = base * (holder.tier === "gold" ? 2 : 1);
  const extra = holder.programme === "region" && order.maintenance ? Math.floor(points / 2) : 0;
  const sums = answers.members.get(holder.number) ?? { available: 0, pending: 0, status: 0 };
  sums.status += base;
  sums[order.onAccount ? "pending" : "available"] += points + extra;
  answers.members.set(holder.number, sums);
}
