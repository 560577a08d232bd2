import type { FormReply } from "./form-errors.ts";

/** What a form's answer keeps of what was typed into a field; undefined where nothing was sent. */
export function typedInto(reply: FormReply | undefined, field: string): string | undefined {
  const value = reply?.initialValue?.[field];
  return typeof value === "string" ? value : undefined;
}
