const LONGEST = 60;

/**
 * The last part of an event's address, from its English title: `Children's drawing contest: the car` becomes
 * `childrens-drawing-contest-the-car`. A title without a Latin letter gives `event`.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’\p{M}]/gu, "")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug || "event";
}

/**
 * The first of these addresses that nobody has: the title's, with its day, with its day and a number.
 *
 * @param day of the event on the club's clock.
 */
export function freeSlug(title: string, day: string, taken: ReadonlySet<string>): string {
  const plain = slugOf(title);
  const dated = `${plain}-${day}`;
  for (let number = 0; ; number++) {
    const slug = number === 0 ? plain : number === 1 ? dated : `${dated}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}
