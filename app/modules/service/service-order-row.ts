import { readStoreName } from "#app/modules/club/store-name.ts";
import { type ClubWords, noClubWords } from "#app/modules/rulebook/order-word.ts";
import { type Payer, paymentWord, readPayer } from "#app/modules/rulebook/payer.ts";
import { readWorkKind } from "#app/modules/rulebook/work-kind.ts";
import { readOdometer } from "#app/modules/vehicle/odometer.ts";
import { readOrderNumber } from "#app/modules/vehicle/order-number.ts";
import { readPlate } from "#app/modules/vehicle/plate.ts";
import { readVin } from "#app/modules/vehicle/vin.ts";
import { cellLabel, cellText, isDamaged } from "#app/platform/cell-text.ts";
import { hasLostDigits } from "#app/platform/lost-digits.ts";
import { isPaidSum, readAmount } from "./amount.ts";
import type { RowKind, ServiceOrder } from "./service-order.ts";
import { readSettledAt, type SettlementBounds } from "./settled-at.ts";

const orderFields = [
  "order_number",
  "store",
  "settled_at",
  "vin",
  "plate",
  "model",
  "odometer",
  "kind",
  "labour",
  "parts",
  "discount",
  "paid",
  "payment",
  "remark",
] as const;

export type OrderField = (typeof orderFields)[number];

/** The cells of one row as they stand in the file, by column. */
export type OrderCells = Record<OrderField, string>;

/** Why a row is no order; a row is rejected for the first that holds, in this order. */
const orderRejections = [
  "order_number_lost_digits",
  "missing_order_number",
  "damaged_text",
  "bad_date",
  "bad_amount",
  "amount_mismatch",
  "unknown_type",
  "no_vehicle",
  // Asked of rows that can be read: a person decides what they are about.
  "order_of_another_store",
  "number_of_another_car",
] as const;

export type OrderRejection = (typeof orderRejections)[number];

/** What somebody should look at in a row that was taken all the same. */
export type RowFlag =
  | "vin_wrong_check_digit"
  | "vin_malformed"
  | "vin_unverified"
  | "vin_lost_digits"
  | "unknown_payment";

export type RowReading =
  | { ok: true; order: ServiceOrder; flags: readonly RowFlag[] }
  | { ok: false; reason: OrderRejection; number: string | null; store: string | null };

const longestModel = 80;
const noFlags: readonly RowFlag[] = [];

/**
 * Reads one row of a workshop's export as an order, or names the one reason why it is none.
 *
 * A row without a store is rejected as one without a number: only both together say which order it is.
 * Empty labour, parts and discount are nought, as exports leave them; an empty sum paid is not. A VIN
 * that is misread, or may be, is flagged and left out, and the plate says which car it was.
 *
 * @param words what the club has said that words mean, beside those that everybody knows.
 */
export function readServiceOrderRow(
  cells: OrderCells,
  bounds: SettlementBounds,
  words: ClubWords = noClubWords,
): RowReading {
  const number = readOrderNumber(cells.order_number);
  const store = readStoreName(cells.store);
  const rejected = (reason: OrderRejection): RowReading => ({ ok: false, reason, number, store });

  if (hasLostDigits(cells.order_number)) return rejected("order_number_lost_digits");
  if (number === null || store === null) return rejected("missing_order_number");
  if (isDamaged(cells)) return rejected("damaged_text");

  const settled = readSettledAt(cells.settled_at, bounds);
  if (settled === null) return rejected("bad_date");

  const labour = readOptionalAmount(cells.labour);
  const parts = readOptionalAmount(cells.parts);
  const discount = readOptionalAmount(cells.discount);
  const paid = readAmount(cells.paid);
  if (labour === null || parts === null || discount === null || paid === null) {
    return rejected("bad_amount");
  }
  if (!isPaidSum(paid, labour + parts - discount)) return rejected("amount_mismatch");

  const kind = readWorkKind(cells.kind, words);
  if (kind === null) return rejected("unknown_type");

  const { flag, ...car } = readOrderCar(cells.vin, cells.plate);
  if (car.vin === null && car.plate === null) return rejected("no_vehicle");

  const payer = readPayer(cells.payment, words);
  const order: ServiceOrder = {
    store,
    number,
    rowKind: readRowKind(cells.remark, paid),
    settledAt: settled.at,
    settledDay: settled.day,
    ...car,
    model: cellLabel(cells.model, longestModel),
    odometerKm: readOdometer(cells.odometer),
    kind,
    labour,
    parts,
    discount,
    paid,
    payer,
    ...unknownWord(cells.payment, payer),
  };
  if (flag === null && payer !== "unknown") return { ok: true, order, flags: noFlags };
  const flags: RowFlag[] = flag === null ? [] : [flag];
  if (payer === "unknown") flags.push("unknown_payment");
  return { ok: true, order, flags };
}

/**
 * The car of an order. A VIN that no check digit confirms may be misread, and a workshop's typing often is: with
 * a plate beside it the plate says which car it was, unless the club knows a car of that VIN; without one the VIN
 * does.
 */
export function readOrderCar(
  vinCell: string,
  plateCell: string,
): Pick<ServiceOrder, "vin" | "plate" | "writtenVin"> & { flag: RowFlag | null } {
  const { vin, flag } = readVin(vinCell);
  const plate = readPlate(plateCell);
  if (flag === null) return { vin, plate, flag };
  if (flag === "unverified") {
    const car = plate === null ? { vin, plate } : { vin: null, plate, writtenVin: vin };
    return { ...car, flag: VIN_FLAGS[flag] };
  }
  const lost = flag === "malformed" && hasLostDigits(vinCell);
  return { vin: null, plate, flag: lost ? "vin_lost_digits" : VIN_FLAGS[flag] };
}

const VIN_FLAGS = {
  unverified: "vin_unverified",
  "wrong-check-digit": "vin_wrong_check_digit",
  malformed: "vin_malformed",
} as const;

function unknownWord(cell: string, payer: Payer): Pick<ServiceOrder, "paymentWord"> {
  const word = payer === "unknown" ? paymentWord(cell) : "";
  return word === "" ? {} : { paymentWord: word };
}

function readOptionalAmount(cell: string): number | null {
  return cell === "" || cellText(cell) === "" ? 0 : readAmount(cell);
}

/** The remark says what the row is; money goes back by its sign, whatever the remark. */
function readRowKind(remark: string, paid: number): RowKind {
  if (remark === "") return paid < 0 ? "refund" : "order";
  const text = cellText(remark).toLowerCase();
  if (/^(?:红冲|冲红|紅沖|沖紅|cancel)/.test(text)) return "cancellation";
  if (paid < 0) return "refund";
  return /^(?:更正|correct)/.test(text) ? "correction" : "order";
}
