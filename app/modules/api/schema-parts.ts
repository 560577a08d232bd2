import { z } from "zod";

/** Text that somebody can read: the database could not keep half a pair of characters. */
export const well = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cs}\p{Cc}\uFFFD]*$/u, "is not well-formed text, or holds control characters");

/** The same where it may be empty. */
export const note = (longest: number) => well(longest).or(z.literal("")).default("");

export const instant = z.iso.datetime();
export const languages = z.strictObject({ en: z.string(), zh: z.string() });
