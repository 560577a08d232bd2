import { useNavigation } from "@remix-run/react";

/** Whether a form of this page is being sent. */
export const useSending = (): boolean => useNavigation().formMethod === "POST";
