/**
 * The one list of paths whose requests are no small forms: the API's bodies, and pages that take a file.
 * They look after types and sizes themselves. A new page with a file in its form joins here; `app/house.test.ts` finds one that did not.
 */
export const UPLOAD_PATHS = [
  /^\/api\//,
  /^\/admin\/imports$/,
  /^\/admin\/club\/logo$/,
  /^\/admin\/gifts\/[1-9]\d{0,9}\/photos$/,
  /^\/admin\/gifts\/import$/,
  /^\/admin\/members\/M\d{8}\/claim$/,
  /^\/my\/claims\/new$/,
];

/** Whether a path takes other bodies than small forms. With a script a page's form goes to `….data`. */
export function takesUploads(path: string): boolean {
  const page = path.replace(/\.data$/, "").replace(/(?<=.)\/$/, "");
  return UPLOAD_PATHS.some((pattern) => pattern.test(page));
}
