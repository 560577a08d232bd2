/** Invented members and cars, as many as wanted, and the roster that brings them (the shape of members.csv). */
import { memberNumberOf } from "#app/modules/person/member-number.ts";
import { randomFrom } from "./random.ts";

export type MadeCar = {
  vin: string;
  plate: string;
  model: string;
  /** The member who holds it, or null for a car of nobody in the club. */
  holder: MadeMember | null;
};

export type MadeMember = {
  number: string;
  tier: "silver" | "gold";
  programme: "home" | "region";
  opening: number;
};

const models = [
  "迈腾 330TSI",
  "捷达 VS5",
  "速腾 280TSI",
  "明锐 PRO",
  "雅阁 260TURBO",
  "卡罗拉 双擎",
];
const makers = ["LSV", "LFV", "LVG", "WBA", "JTH", "LHG", "LE4"];
const provinces = [..."京沪粤苏浙鲁川鄂湘豫"];
const vinLetters = [..."ABCDEFGHJKLMNPRSTUVWXYZ0123456789"];
const plateLetters = [..."ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"];

/**
 * Cars in a fixed order for a seed; the first `members` of them belong to members, whose numbers begin
 * at sequence `firstSequence`.
 */
export function madeCars(options: {
  cars: number;
  members: number;
  seed?: number;
  firstSequence?: number;
}): MadeCar[] {
  const { cars, members, seed = 1, firstSequence = 100_000 } = options;
  const random = randomFrom(seed);
  return Array.from({ length: cars }, (_, index) => ({
    vin: madeVin(index, random.pick(makers), () => random.pick(vinLetters)),
    plate: madePlate(index, random.pick(provinces)),
    model: random.pick(models),
    holder:
      index < members
        ? {
            number: memberNumberOf(firstSequence + index),
            tier: random.oneIn(5) ? "gold" : "silver",
            programme: random.oneIn(3) ? "region" : "home",
            opening: random.pick([0, 120, 500, 1340]),
          }
        : null,
  }));
}

/** The roster of the cars' holders: silver since joining, or gold from 1 July 2025 through 30 June 2027. */
export async function* madeRoll(cars: Iterable<MadeCar>): AsyncGenerator<Uint8Array> {
  yield Buffer.from(
    "\uFEFFmember_number,name,phone,email,tier,card_programme,joined_on,tier_since,tier_until,vin,plate,model,opening_points,opening_lapses_on,opening_points_2,opening_lapses_on_2\r\n",
  );
  let index = 0;
  for (const { holder, vin, plate, model } of cars) {
    if (!holder) continue;
    const phone = 13_000_000_000 + index;
    const gold = holder.tier === "gold";
    const since = gold ? "2025-07-01,2027-06-30" : "2024-01-10,";
    const opening = holder.opening > 0 ? `${holder.opening},2028-03-31` : ",";
    yield Buffer.from(
      `${holder.number},车主${index},${phone},made${index}@marque.test,${holder.tier},${holder.programme},2024-01-10,${since},${vin},${plate},${model},${opening},,\r\n`,
    );
    index++;
  }
}

/** A VIN whose last eight characters count the cars, so no two are alike; its check digit is put right. */
function madeVin(index: number, maker: string, letter: () => string): string {
  const before = maker + letter() + letter() + letter() + letter() + letter();
  const after = `R${String(index).padStart(7, "0")}`;
  for (const digit of "0123456789X") {
    const vin = `${before}${digit}M${after.slice(1)}`;
    if (checkSum(vin) % 11 === "0123456789X".indexOf(digit)) return vin;
  }
  throw new Error("One of eleven check digits always fits");
}

function checkSum(vin: string): number {
  const values = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  return [...vin].reduce(
    (sum, letter, i) => sum + (values.indexOf(letter) % 10) * (weights[i] ?? 0),
    0,
  );
}

/** A plate that counts the cars in base 34; one in four is a new-energy plate of eight characters. */
function madePlate(index: number, province: string): string {
  const newEnergy = index % 4 === 0;
  let tail = "";
  for (let rest = index; tail.length < 5; rest = Math.floor(rest / 34)) {
    tail = (plateLetters[rest % 34] ?? "A") + tail;
  }
  return `${province}${newEnergy ? "AD" : "B"}${tail}`;
}
