/** What a form's action answers: its errors by field, as keys of messages, and what was typed. */
export type FormReply = {
  error?: Record<string, string[] | null> | null;
  initialValue?: Record<string, unknown> | null;
};

/** What was typed into a form, field by field, so that nothing has to be typed twice. */
export function typedIn(reply: FormReply | undefined): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(reply?.initialValue ?? {}).flatMap(([field, value]) =>
      typeof value === "string" ? [[field, value]] : [],
    ),
  );
}
