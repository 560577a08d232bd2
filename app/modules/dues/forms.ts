import { z } from "zod";
import { RecordPaymentForm } from "#app/modules/payments/forms.ts";

/** An owner asks for a year, at the price that the page showed. */
export const AskForYearForm = RecordPaymentForm.pick({ amount: true });

/** A year that is being paid at a counter. */
export const SellYearForm = RecordPaymentForm;

export const DUES_INTENTS = z.enum(["ask", "cancel"]).catch("ask");
