import { readEmail } from "#app/modules/person/email.ts";
import { readMemberNumber } from "#app/modules/person/member-number.ts";
import { readPhone } from "#app/modules/person/phone.ts";
import { readPlate } from "#app/modules/vehicle/plate.ts";
import { readVin } from "#app/modules/vehicle/vin.ts";

/**
 * What somebody at the desk may have meant by what they typed or scanned. Several readings can hold at
 * once: eight digits are a member number, the end of a phone number and the end of a VIN.
 */
export type SearchTerms = {
  /** The typed text, tidied; empty when there was nothing to look for. */
  text: string;
  cardToken: string | null;
  memberNumber: string | null;
  /** `M` and at least three digits of a number. */
  memberNumberStart: string | null;
  /** In the one spelling of `readEmail`. */
  email: string | null;
  emailStart: string | null;
  /** E.164. */
  phone: string | null;
  /** At least four digits. */
  phoneEnd: string | null;
  vin: string | null;
  vinEnd: string | null;
  /** In the one spelling of `readPlate`. */
  plate: string | null;
  plateEnd: string | null;
  /** Any part of a name. */
  namePart: string | null;
  /** How a Chinese name may sound: the words together, and each by itself. See `nameSounds`. */
  nameSound: { whole: string; words: string[] } | null;
};

/** Longer than any name, address or link that can be found; the rest of a pasted page is dropped. */
const MOST_CHARACTERS = 200;
/** Twelve syllables of six letters: see `nameSounds`. */
const LONGEST_SOUND = 72;
const CARD_TOKEN = /^[A-Za-z0-9_-]{16,64}$/;

/** Reads a search box. Anything at all may be typed into it: nothing is refused, only not found. */
export function readSearch(typed: string): SearchTerms {
  const text = tidy(typed);
  const compact = text.toUpperCase().replace(/[\s\-–—.·•・()/_]/g, "");
  const tail = /^[A-Z0-9]{4,17}$/.test(compact) ? compact : null;
  return {
    text,
    cardToken: readCardToken(text),
    memberNumber: readMemberNumber(compact) ?? readMemberNumber(`M${compact}`),
    memberNumberStart: /^M\d{3,7}$/.test(compact) ? compact : null,
    email: readEmail(text),
    emailStart: /^[!-~]{3,}$/.test(text) ? text.toLowerCase() : null,
    phone: readPhone(text),
    phoneEnd: readPhoneEnd(text),
    vin: readVin(text).vin,
    vinEnd: tail,
    plate: readPlate(text),
    plateEnd: tail,
    namePart: /\p{L}/u.test(text) ? text : null,
    nameSound: readSound(text),
  };
}

/** Pinyin as it is typed, with or without blanks, tones and apostrophes; one letter alone means too many. */
function readSound(text: string): SearchTerms["nameSound"] {
  const plain = text
    .normalize("NFD")
    .toLowerCase()
    .replace(/u\u0308/g, "v");
  const words = plain
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/['’]/g, " ")
    .split(" ");
  const letters = words.filter((word) => word !== "");
  if (!letters.every((word) => /^[a-z]+$/.test(word))) return null;
  const whole = letters.join("");
  return whole.length > 1 && whole.length <= LONGEST_SOUND ? { whole, words: letters } : null;
}

/** Without what no column can hold (NUL, half characters), and with ordinary widths and spaces. */
function tidy(typed: string): string {
  const text = typed
    .slice(0, 10 * MOST_CHARACTERS)
    .normalize("NFKC")
    .replace(/[\p{Cs}\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  return Array.from(text).slice(0, MOST_CHARACTERS).join("");
}

/** A card's QR code holds the token alone or at the end of a link to the club. */
function readCardToken(text: string): string | null {
  const last = /^https?:\/\/[^\s?#]+\/([^\s/?#]+)\/?(?:[?#]\S*)?$/i.exec(text)?.[1] ?? text;
  return CARD_TOKEN.test(last) ? last : null;
}

/** The last digits of a phone number, in groups or not; a domestic number's leading nought is dropped. */
function readPhoneEnd(text: string): string | null {
  if (!/^[\d\s\-–—.()/]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, "").replace(/^0(?=\d{9})/, "");
  return digits.length >= 4 && digits.length <= 15 ? digits : null;
}
