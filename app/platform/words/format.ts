import type { Locale } from "./locale.ts";

/** A signed or plain number of points, with the language's separators: 12,480. */
export function formatPoints(points: number, locale: Locale): string {
  return formatter(locale).format(points);
}

/** A change in points with its sign, using the real minus: +128, −1,200. */
export function formatChange(points: number, locale: Locale): string {
  const size = formatPoints(Math.abs(points), locale);
  if (points === 0) return size;
  return points > 0 ? `+${size}` : `\u2212${size}`;
}

/** Money from minor units, of which a currency has as many as it has: 128600 CNY → ¥1,286.00. */
export function formatMoney(minor: number, currency: string, locale: Locale): string {
  const { format, units } = money(currency, locale);
  // The same minus as a change in points has.
  return format.format(minor / units).replace("-", "\u2212");
}

/** How many decimals a currency has: CNY 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  return money(currency, "en").digits;
}

/** A sum in the unit that its currency is named after, for cells that spreadsheets count with: 128605 CNY → 1286.05. */
export const majorUnits = (minor: number, currency: string): number =>
  minor / money(currency, "en").units;

/** A sum as people say it in a sentence: 120000 CNY → ¥1,200, in Chinese 1,200 元; 45 of its cents stay. */
export function formatSpokenMoney(minor: number, currency: string, locale: Locale): string {
  const { spoken, spokenWhole, units } = money(currency, locale);
  const text = (minor % units === 0 ? spokenWhole : spoken).format(minor / units);
  // The currency's name in full is 人民币; a price is said in 元. No line breaks before it.
  return text.replace(/人民币$/, "元").replace(/(?<=\d)(?=\p{Script=Han})/u, "\u00a0");
}

function money(currency: string, locale: Locale) {
  return memo(`money ${currency} ${locale}`, () => {
    const style = { style: "currency", currency } as const;
    const format = new Intl.NumberFormat(locale, { ...style, currencyDisplay: "narrowSymbol" });
    const currencyDisplay = locale === "zh-CN" ? "name" : "narrowSymbol";
    const whole = { maximumFractionDigits: 0 };
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return {
      format,
      spoken: new Intl.NumberFormat(locale, { ...style, currencyDisplay }),
      spokenWhole: new Intl.NumberFormat(locale, { ...style, currencyDisplay, ...whole }),
      digits,
      units: 10 ** digits,
    };
  });
}

/** A day in the club's time zone: 21 Nov 2026, 2026年11月21日. */
export function formatDay(instant: Date | string, locale: Locale, timeZone: string): string {
  return dates(locale, timeZone, "day").format(new Date(instant));
}

/** A day and the time of it, in the club's time zone. */
export function formatMoment(instant: Date | string, locale: Locale, timeZone: string): string {
  return dates(locale, timeZone, "moment").format(new Date(instant));
}

/** A day near enough to be known by its weekday: Wednesday, 25 November; 11月25日星期三. */
export function formatWeekday(instant: Date | string, locale: Locale, timeZone: string): string {
  return dates(locale, timeZone, "weekday").format(new Date(instant));
}

/** A month as a heading: November 2026, 2026年11月. */
export function formatMonth(instant: Date | string, locale: Locale, timeZone: string): string {
  return dates(locale, timeZone, "month").format(new Date(instant));
}

/** The day before the first instant at which something no longer holds: its last whole day. */
export function formatLastDay(endsAt: Date | string, locale: Locale, timeZone: string): string {
  return formatDay(new Date(new Date(endsAt).getTime() - 1), locale, timeZone);
}

/** From when to when: Sun, 14 Mar 2027, 13:00–15:00; the day of its end is said where it is another. */
export function formatSpan(
  from: Date | string,
  to: Date | string,
  locale: Locale,
  timeZone: string,
): string {
  const day = (instant: Date | string) =>
    dates(locale, timeZone, "date").format(new Date(instant)) + (locale === "en" ? ", " : " ");
  const [startDay, endDay] = [day(from), day(to)];
  const [start, end] = [formatTime(from, locale, timeZone), formatTime(to, locale, timeZone)];
  return startDay === endDay
    ? `${startDay}${start}–${end}`
    : `${startDay}${start} – ${endDay}${end}`;
}

/** The time of day: 13:00. */
export function formatTime(instant: Date | string, locale: Locale, timeZone: string): string {
  return dates(locale, timeZone, "time").format(new Date(instant));
}

const NEAR_MS = 6 * 86_400_000;

/** A moment of these days as people say it, Tuesday 11:00; one that is further away with its day. */
export function formatNear(
  instant: Date | string,
  now: Date | string,
  locale: Locale,
  timeZone: string,
): string {
  const away = Math.abs(new Date(instant).getTime() - new Date(now).getTime());
  if (away >= NEAR_MS) return formatMoment(instant, locale, timeZone);
  const day = dates(locale, timeZone, "dayOfWeek").format(new Date(instant));
  return `${day} ${formatTime(instant, locale, timeZone)}`;
}

const SHAPES = {
  day: { year: "numeric", month: "short", day: "numeric" },
  moment: { year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
  month: { year: "numeric", month: "long" },
  weekday: { weekday: "long", month: "long", day: "numeric" },
  dayOfWeek: { weekday: "long" },
  date: { weekday: "short", year: "numeric", month: "short", day: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, unknown>();

/** Making an Intl formatter costs far more than using one. */
function memo<T>(name: string, create: () => T): T {
  let made = formatters.get(name) as T | undefined;
  if (made === undefined) {
    made = create();
    formatters.set(name, made);
  }
  return made;
}

function formatter(locale: Locale): Intl.NumberFormat {
  return memo(`number ${locale}`, () => new Intl.NumberFormat(locale));
}

function dates(locale: Locale, timeZone: string, shape: keyof typeof SHAPES): Intl.DateTimeFormat {
  // British order for English: a day before its month, as everywhere the club's English is read.
  const language = locale === "en" ? "en-GB" : locale;
  return memo(`${shape} ${locale} ${timeZone}`, () => {
    return new Intl.DateTimeFormat(language, { ...SHAPES[shape], timeZone });
  });
}
