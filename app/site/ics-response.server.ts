/**
 * A calendar as a file. Nobody but the asker keeps it: a feed's address is a secret.
 *
 * @param name of the file, without its ending.
 */
export const icsResponse = (text: string, name: string): Response =>
  new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.ics"`,
      "Cache-Control": "private, no-store",
      "X-Robots-Tag": "noindex",
    },
  });
