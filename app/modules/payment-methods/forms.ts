import { z } from "zod";
import { COUNTER_METHODS } from "./counter-method.ts";
import { ONLINE_METHODS } from "./online-method.ts";

const ticked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((values) => [values ?? []].flat());

/** Which ways of paying the club takes. Errors are keys of messages. */
export const PaymentMethodsForm = z
  .object({
    counter: ticked
      .transform((values) => COUNTER_METHODS.filter((method) => values.includes(method)))
      .refine((methods) => methods.length > 0, { error: "paymentMethods.error.counter" }),
    where: z.enum(["dashboard", "here"], { error: "paymentMethods.error.where" }),
    online: ticked.transform((values) =>
      ONLINE_METHODS.filter((method) => values.includes(method)),
    ),
    /** The mark of what the page showed. */
    seen: z.string().max(300).default(""),
  })
  .refine(({ where, online }) => where === "dashboard" || online.length > 0, {
    error: "paymentMethods.error.online",
    path: ["online"],
  });
