/**
 * The one list of paths whose requests are no small forms: the API's bodies, and pages that take a file.
 * They look after types and sizes themselves. A new page with a file in its form joins here; `app/house.test.ts` finds one that did not.
 */
export const UPLOAD_PATHS = [
  /^\/api\//,
  /^\/admin\/imports$/,
  /^\/admin\/club\/logo$/,
  /^\/admin\/events\/[1-9]\d{0,9}\/cover$/,
  /^\/admin\/events\/[1-9]\d{0,9}\/contests\/[1-9]\d{0,9}\/entries(\/send)?$/,
  /^\/admin\/events\/[1-9]\d{0,9}\/album\/files(\/[\da-f-]{1,36})?$/,
  /^\/admin\/gifts\/[1-9]\d{0,9}\/photos$/,
  /^\/admin\/gifts\/import$/,
  /^\/admin\/members\/M\d{8}\/claim$/,
  /^\/my\/claims\/new$/,
  /^\/my\/contests$/,
];

/** Pages whose form takes long texts in two languages; Chinese letters take nine bytes of a form each. */
const LONG_FORM_PATHS = [/^\/admin\/events\/[1-9]\d{0,9}$/];

/** Whether a path takes other bodies than small forms. With a script a page's form goes to `….data`. */
export const takesUploads = (path: string): boolean => isAmong(UPLOAD_PATHS, path);

/** Whether the form of a path may be a long one. */
export const takesLongForm = (path: string): boolean => isAmong(LONG_FORM_PATHS, path);

function isAmong(paths: readonly RegExp[], path: string): boolean {
  const page = path.replace(/\.data$/, "").replace(/(?<=.)\/$/, "");
  return paths.some((pattern) => pattern.test(page));
}
