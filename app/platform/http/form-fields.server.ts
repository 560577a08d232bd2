import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { readBody } from "./read-body.server.ts";
import { takesLongForm } from "./upload-paths.ts";

/** A form's fields, as they travel; files have a way, and limits, of their own. */
export const FORM_BYTES = 65_536;

/** Of the few forms that take long texts in two languages: see {@link takesLongForm}. */
const LONG_FORM_BYTES = 524_288;

const MOST_FIELDS = 100;

/** How many bytes the form of a page can have. */
export const formBytesOf = (path: string): number =>
  takesLongForm(path) ? LONG_FORM_BYTES : FORM_BYTES;

/** What our own fields are called; dots are part of a name here and lead nowhere. */
const FIELD_NAME = /^[a-z][a-z0-9_.-]{0,99}$/i;

/** Said of what a schema has no message of its own for. */
const UNREADABLE = "form.error.unreadable";

const FORM = "application/x-www-form-urlencoded";

/**
 * Reads a form without files. It is the one way in which an action reads what a browser sent: capped by the
 * bytes that arrive and by the number of fields, and without names that mean something to JavaScript or to a
 * parser of nested names. Those that are left out are none of ours.
 *
 * @param most how many fields the form can have.
 * @throws Response 413 for what is too long, 415 for what is no such form, 400 for too many fields.
 */
export async function readFormFields(request: Request, most = MOST_FIELDS): Promise<FormData> {
  const type = request.headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  // A form in which nothing was chosen may come without a body, and then without a type.
  if (type !== undefined && type !== FORM) throw new Response(null, { status: 415 });
  const bytes = await readBody(request, formBytesOf(new URL(request.url).pathname));
  if (bytes === null) throw new Response(null, { status: 413 });
  const fields = new FormData();
  let count = 0;
  for (const [name, value] of new URLSearchParams(bytes.toString("utf8"))) {
    if (++count > most) throw new Response(null, { status: 400 });
    if (isFieldName(name)) fields.append(name, value);
  }
  return fields;
}

/** Whether a field of ours can be called so. */
export function isFieldName(name: string): boolean {
  return FIELD_NAME.test(name) && !(name in Object.prototype);
}

/**
 * Judges a form by its schema, which says what fields there are: others are not looked at and are not in the
 * reply. What is wrong is said by a message's key: the schema's own, or for what no browser of ours sends a
 * general one. Schemas are flat. The parser underneath would follow any name it is given, and make a list of a
 * thousand million places for `a[999999999]`.
 *
 * @param fields as {@link readFormFields} or a form with a picture gives them.
 */
export function parseForm<Schema extends z.ZodType>(fields: FormData, schema: Schema) {
  const known = new FormData();
  for (const name of fieldNames(schema)) {
    for (const value of fields.getAll(name)) known.append(name, value);
  }
  return parseWithZod(known, { schema, error: () => UNREADABLE });
}

/** The names of a form's fields: of an object, of the variants of a union, of what a transform begins with. */
function fieldNames(schema: z.core.$ZodType): Set<string> {
  if (schema instanceof z.ZodObject) return new Set(Object.keys(schema.shape));
  if (schema instanceof z.ZodPipe) return fieldNames(schema.in);
  if (schema instanceof z.ZodUnion) {
    return new Set(schema.options.flatMap((option) => [...fieldNames(option)]));
  }
  throw new Error("A form's schema is an object, or a union of objects.");
}
