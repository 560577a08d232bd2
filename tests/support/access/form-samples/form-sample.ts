import type { Cast, Persona } from "../personas.ts";

/** A form as somebody fills it in who means well; a test then spoils one field after the other. */
export type FormSample = {
  as: Persona;
  path: (cast: Cast) => string;
  fields: (cast: Cast) => Record<string, string>;
  /** Sent as a form with a file is. */
  multipart?: boolean;
};

/** A sample that says no more than it needs to: texts stand for what does not depend on the cast. */
export const sample = (
  as: Persona,
  path: string | FormSample["path"],
  fields: Record<string, string> | FormSample["fields"],
  multipart = false,
): FormSample => ({
  as,
  path: typeof path === "string" ? () => path : path,
  fields: typeof fields === "function" ? fields : () => fields,
  multipart,
});

/** A page of the owner who is not the one signed in. */
export const ofOthers = (page: string) => (cast: Cast) =>
  `/admin/members/${cast.others.number}/${page}`;
