import { cellText } from "#app/platform/cell-text.ts";

/** ¥10,000,000.00: no workshop invoice is larger, and sums of two fit the database's integers. */
const largestMinor = 1_000_000_000;

/**
 * The amount a cell holds in minor units (fen), as an integer; never through a floating-point number.
 * Null when the cell is not an amount; an empty cell is not one either.
 *
 * Reads `1674.82`, `1,084.38`, `￥1219.88`, `￥-357.24`, `-￥357.24`, `(357.24)`, `93`, `１２３．５`, `12 元`.
 * Separators have to stand at thousands, and a third decimal has to be nought.
 */
export function readAmount(cell: string): number | null {
  if (usual.test(cell)) return Number(cell.replace(".", ""));
  const bare = cellText(cell).replace(/[¥元\s]|CNY|RMB/gi, "");
  const match = amount.exec(bare);
  if (!match) return null;
  const [, open, sign, whole = "", fraction = "", close] = match;
  if ((open === "(") !== (close === ")") || (open && sign)) return null;
  const minor =
    Number(whole.replaceAll(",", "")) * 100 + Number(fraction.slice(0, 2).padEnd(2, "0"));
  if (minor > largestMinor) return null;
  return minor !== 0 && (open || sign === "-" || sign === "−") ? -minor : minor;
}

/** How most cells of an export are written; the rest is only asked of the others. */
const usual = /^\d{1,7}\.\d\d$/;
const amount = /^(\()?([-−+])?(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}0*))?(\))?$/;

/** One yuan, and ten: how far a cashier rounds down. */
const YUAN_MINOR = 100;
const TEN_YUAN_MINOR = 1_000;

/**
 * Whether what was paid is what an invoice comes to, or what the cashier made of it (抹零): less than one yuan was
 * let go, or less than ten where a round sum of tens was paid. More than that, or a yuan too many, is a slip. Of
 * money that goes back the sizes count. In minor units.
 */
export function isPaidSum(paid: number, invoiced: number): boolean {
  if (paid === invoiced) return true;
  const [size, of] = [Math.abs(paid), Math.abs(invoiced)];
  const letGo = of - size;
  if (letGo <= 0 || size === 0 || paid < 0 !== invoiced < 0) return false;
  return letGo < YUAN_MINOR || (letGo < TEN_YUAN_MINOR && size % TEN_YUAN_MINOR === 0);
}
