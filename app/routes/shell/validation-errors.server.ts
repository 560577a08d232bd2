import type { z } from "zod";

const MOST = 20;

/** What zod found, with the places as JSON Pointers; unknown fields are named one by one. */
export function validationErrors(error: z.ZodError): { at: string; message: string }[] {
  return error.issues
    .flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => ({
            at: pointer([...issue.path, key]),
            message: "There is no such field",
          }))
        : [{ at: pointer(issue.path), message: issue.message }],
    )
    .slice(0, MOST);
}

function pointer(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).slice(0, 80).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}
