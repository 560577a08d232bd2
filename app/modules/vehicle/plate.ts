import { cellText } from "#app/platform/cell-text.ts";

const provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/**
 * The kinds of mainland plates, from the province on: the common one with five characters after the office's
 * letter, or six on a new-energy car, the last of which may be a word for whose it is (police, trailer, learner,
 * Hong Kong, Macao, consulate, test, oversized, temporary), all by GA 36; emergency rescue by GA 36.1 with S or X
 * and two words; farm machinery by NY 345.1 with its office in two digits; consulates of before 2018 in digits.
 */
const mainland = new RegExp(
  `^[${provinces}](?:[A-Z][A-Z0-9]{4,5}[A-Z0-9警学挂港澳领试超临]|[SX]\\d{4}应急|\\d{2}[A-Z0-9]{5}|\\d{5,6}领)$`,
);
/** Those without a province in front: embassies, the armed police, the civil airports. */
const national = new RegExp(
  `^(?:使\\d{6}|\\d{6}使|WJ[${provinces}]?\\d{4,5}[A-Z0-9]?|民航[A-Z0-9]{5,6})$`,
);
const startsAsMainland = new RegExp(`^[${provinces}]`);

/** What is written where a car has no plate. */
const noPlate = new Set(["NA", "NONE", "NULL", "NO", "NEW", "TBD", "UNKNOWN"]);

/**
 * A registration plate as one spelling: upper case, ordinary width, no dot, dash or space
 * (`粤f·hgb4t` → `粤FHGB4T`). Null when the cell holds no plate.
 *
 * Mainland plates have to have their form. Of other countries' plates only the least is asked, two to
 * twelve letters and digits, so that a visitor's car is not turned away for its spelling.
 */
export function readPlate(cell: string): string | null {
  const plate = cellText(cell)
    .toUpperCase()
    .replace(/[\s\-‐-―.·•∙⋅・‧●_/]/g, "");
  if (mainland.test(plate) || national.test(plate)) return plate;
  if (startsAsMainland.test(plate) || noPlate.has(plate)) return null;
  const letters = /^[\p{L}\p{N}]{2,12}$/u.test(plate);
  const written = /\d/.test(plate) || /^[A-Z]+$/.test(plate);
  return letters && written ? plate : null;
}
