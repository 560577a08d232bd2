/**
 * A phone number of which the country and the last four digits are left (`+86 ••• 0894`): enough to tell two
 * people apart and to check a number that is named, too little to ring.
 *
 * @param phone E.164.
 */
export function maskPhone(phone: string): string {
  const country = /^\+(?:86|1|7|44|852|853|886|\d{2})(?=\d{6,})/.exec(phone)?.[0];
  return [country, "•••", phone.slice(-4)].filter(Boolean).join(" ");
}

/**
 * An e-mail address of which the first letter and the domain are left (`o•••@marque.test`): its owner knows it
 * again, and whoever reads it over their shoulder, or in a letter that went astray, cannot write to it.
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const [first = ""] = Array.from(email);
  return at < 1 ? "•••" : `${first}•••${email.slice(at)}`;
}

/**
 * A phone number in groups, as it is read aloud: `+86 188 0648 0894`. Numbers of countries whose grouping
 * we do not know keep their digits together.
 *
 * @param phone E.164, or already masked.
 */
export function groupPhone(phone: string): string {
  return phone.replace(/^\+86(\d{3})(\d{4})(\d{4})$/, "+86 $1 $2 $3");
}
