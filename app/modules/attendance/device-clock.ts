import type { CheckInList } from "./check-in-list.ts";

/** Less than this the clocks agree: a list takes a moment to arrive. */
const AGREES_MS = 60_000;

/**
 * What the club's clock says when the device's says `device`, by when the list was read there and when it arrived here.
 * Phones are found days off: by their own clock somebody would leave before they came.
 */
export function correctedTime(device: Date, list: CheckInList | null): Date {
  if (!list?.arrivedAt) return device;
  const behind = new Date(list.asOf).getTime() - new Date(list.arrivedAt).getTime();
  return Math.abs(behind) < AGREES_MS ? device : new Date(device.getTime() + behind);
}
