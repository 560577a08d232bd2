import { z } from "zod";

/** What is pressed on the page where letters are stopped, or sent by a mail provider's one click. */
export const ChooseLettersForm = z.object({
  intent: z.enum(["stop", "resume"]).catch("stop"),
});
