import type { FormReply } from "./form-errors.ts";

/** What a form's answer keeps of what was typed into a field; undefined where nothing was sent. */
export function typedInto(reply: FormReply | undefined, field: string): string | undefined {
  const value = reply?.initialValue?.[field];
  return typeof value === "string" ? value : undefined;
}

/**
 * The answer to one of a page's forms, where it is that form's; undefined where another was sent.
 *
 * @param of the field that says of what, and what it holds, where there is such a form of each.
 */
export function replyTo(
  reply: FormReply | undefined,
  intent: string,
  of?: readonly [field: string, id: number | string],
): FormReply | undefined {
  if (typedInto(reply, "intent") !== intent) return undefined;
  return of && String(reply?.initialValue?.[of[0]]) !== String(of[1]) ? undefined : reply;
}
