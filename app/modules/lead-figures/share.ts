import { percentOf } from "#app/modules/finance/minor-share.ts";

/** Of fewer than these a per cent says more than anybody knows: the two numbers stand instead. */
export const LEAST_FOR_PERCENT = 5;

/** A part of a whole, as two numbers that were counted. */
export type Share = { part: number; whole: number };

/** The share in per cent, to a tenth; null of a whole that is nothing, or too little to speak of per cent. */
export const percentOfShare = ({ part, whole }: Share): number | null =>
  whole < LEAST_FOR_PERCENT ? null : percentOf(part, whole);
