/** One invented order, and the many ways an export writes it down. */
import type { Random } from "./random.ts";
import type { MadeCar } from "./roster-file.ts";

export type MadeOrder = {
  number: string;
  store: string;
  /** UTC midnight of the day; the time of day is the order's own. */
  day: Date;
  clock: string;
  dateStyle: number;
  car: MadeCar;
  carStyle: "whole" | "wrong-vin" | "no-vin" | "no-plate";
  km: number;
  kind: string;
  maintenance: boolean;
  payment: string;
  earns: boolean;
  onAccount: boolean;
  labour: number;
  parts: number;
  discount: number;
  paid: number;
  remark: string;
};

const stores = ["湖畔一店", "湖畔二店", "西岸店"];
const maintenanceKinds = ["常规保养", "首保", "保养", "定期保养"];
const otherEarningKinds = ["一般维修", "机电维修", "维修", "精品", "装潢"];
const otherKinds = ["事故车", "钣喷", "事故", "索赔", "三包索赔", "返修", "内部", "PDI"];
const ownersWays = ["现金", "微信", "支付宝", "刷卡"];

export function madeOrder(index: number, day: Date, car: MadeCar, random: Random): MadeOrder {
  const lot = random.int(1, 100);
  const kinds = lot <= 52 ? maintenanceKinds : lot <= 80 ? otherEarningKinds : otherKinds;
  const payLot = random.int(1, 100);
  const onAccount = payLot <= 4;
  const byOwner = !onAccount && (lot <= 80 ? payLot <= 97 : payLot <= 30);
  const labour = random.int(8_000, 60_000);
  const parts = random.int(3_000, 180_000);
  const discount = random.oneIn(2) ? random.int(0, 5_000) : 0;
  const yymm = day.toISOString().slice(2, 7).replace("-", "");
  return {
    number: `RO${yymm}${String(index + 1).padStart(7, "0")}`,
    store: random.pick(stores),
    day,
    clock: `${String(random.int(8, 17)).padStart(2, "0")}:${String(random.int(0, 59)).padStart(2, "0")}`,
    dateStyle: random.int(0, 6),
    car,
    carStyle: random.pick(carStyles),
    km: random.int(900, 180_000),
    kind: random.pick(kinds),
    maintenance: kinds === maintenanceKinds,
    payment: onAccount ? "挂账" : random.pick(byOwner ? ownersWays : ["保险", "厂家"]),
    earns: lot <= 80 && (byOwner || onAccount),
    onAccount,
    labour,
    parts,
    discount,
    paid: labour + parts - discount,
    remark: "",
  };
}

const carStyles = [...Array<"whole">(28).fill("whole"), "wrong-vin", "no-vin", "no-plate"] as const;

export function correctionOf(order: MadeOrder): MadeOrder {
  return { ...order, labour: order.labour - 3000, paid: order.paid - 3000, remark: "更正" };
}

export function cancellationOf(order: MadeOrder): MadeOrder {
  const { labour, parts, discount, paid, number } = order;
  return {
    ...order,
    labour: -labour,
    parts: -parts,
    discount: -discount,
    paid: -paid,
    remark: `红冲 ${number}`,
  };
}

/** Two lines that say the same of one order: plates, amounts, numbers and phones are written by chance. */
export function rowsOf(order: MadeOrder, random: Random): [string, string] {
  return [rowOf(order, random), rowOf(order, random)];
}

function rowOf(order: MadeOrder, random: Random): string {
  const { car, carStyle } = order;
  const vin =
    carStyle === "wrong-vin" ? withWrongDigit(car.vin) : carStyle === "no-vin" ? "" : car.vin;
  const phone = String(13_000_000_000 + (order.km % 100_000));
  return [
    random.pick([
      order.number,
      order.number,
      order.number,
      `\t${order.number}`,
      `"=""${order.number}"""`,
    ]),
    order.store,
    dateOf(order),
    random.oneIn(50) ? vin.toLowerCase() : vin,
    carStyle === "no-plate" ? "" : plateOf(car.plate, random),
    car.model,
    String(order.km),
    order.kind,
    amountOf(order.labour, random),
    amountOf(order.parts, random),
    order.discount === 0 && random.oneIn(2) ? "" : amountOf(order.discount, random),
    random.oneIn(5)
      ? `￥${amountOf(order.paid, random).replaceAll(/[",]/g, "")}`
      : amountOf(order.paid, random),
    order.payment,
    "王小明",
    random.pick([phone, `+86 ${phone}`, `${phone.slice(0, 3)}****${phone.slice(7)}`]),
    "",
    order.remark,
  ].join(",");
}

function dateOf({ day, clock, dateStyle }: MadeOrder): string {
  const iso = day.toISOString().slice(0, 10);
  const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const serial = Math.round((day.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000);
  const spellings = [
    `${iso} ${clock}`,
    `${iso} ${clock}:00`,
    String(serial),
    iso.replaceAll("-", ""),
    `${y}年${m}月${d}日`,
    `${y}/${m}/${d}`,
    `${y}.${m}.${d}`,
  ];
  return spellings[dateStyle] ?? iso;
}

function plateOf(plate: string, random: Random): string {
  const [head, tail] = [plate.slice(0, 2), plate.slice(2)];
  const fullWidth = [...tail]
    .map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .join("");
  return random.pick([
    plate,
    plate,
    `${head}·${tail}`,
    `${head} ${tail.toLowerCase()}`,
    `${head}${fullWidth}`,
  ]);
}

function amountOf(minor: number, random: Random): string {
  const size = Math.abs(minor);
  const fen = String(size % 100).padStart(2, "0");
  const sign = minor < 0 ? "-" : "";
  const yuan = Math.floor(size / 100);
  if (fen === "00" && random.oneIn(2)) return `${sign}${yuan}`;
  if (yuan >= 1000 && random.oneIn(3)) return `"${sign}${yuan.toLocaleString("en-US")}.${fen}"`;
  return `${sign}${yuan}.${fen}`;
}

function withWrongDigit(vin: string): string {
  return vin.slice(0, 8) + (vin[8] === "0" ? "1" : "0") + vin.slice(9);
}

const spoilt = [
  ["missing_order_number", 0, ["", "\t"]],
  ["bad_date", 2, ["", "待定", "2026-13-40"]],
  ["bad_amount", 11, ["--", "abc", "1.2.3"]],
  ["amount_mismatch", 11, ["1.00"]],
  ["unknown_type", 7, ["试驾", "其它??"]],
  ["no_vehicle", 3, [""]],
] as const;

/** The line with one thing wrong, and the reason it has to be rejected for. */
export function spoil(line: string, random: Random): { line: string; reason: string } {
  const row = splitRow(line);
  const [reason, position, values] = random.pick(spoilt);
  row[position] = random.pick<string>(values);
  if (reason === "no_vehicle") row[4] = "";
  return { line: row.join(","), reason };
}

/** The cells of a line as written, quotes and all. */
function splitRow(line: string): string[] {
  return [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map((match) => match[1] ?? "");
}
