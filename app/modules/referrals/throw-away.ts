/**
 * Mailboxes for ten minutes, as they are most often met: https://github.com/disposable-email-domains lists tens of
 * thousands. A sign and no proof, so those that everybody knows are enough.
 */
const THROW_AWAY = new Set([
  "10minutemail.com",
  "10minutemail.net",
  "20minutemail.com",
  "dispostable.com",
  "emailondeck.com",
  "fakeinbox.com",
  "getairmail.com",
  "getnada.com",
  "grr.la",
  "guerrillamail.com",
  "guerrillamail.net",
  "guerrillamail.org",
  "guerrillamailblock.com",
  "inboxbear.com",
  "linshiyouxiang.net",
  "mail.tm",
  "mailcatch.com",
  "maildrop.cc",
  "mailinator.com",
  "mailnesia.com",
  "mailsac.com",
  "minutemail.com",
  "mintemail.com",
  "mohmal.com",
  "moakt.com",
  "mytemp.email",
  "sharklasers.com",
  "spam4.me",
  "spamgourmet.com",
  "temp-mail.io",
  "temp-mail.org",
  "tempail.com",
  "tempmail.com",
  "tempmail.net",
  "tempmailo.com",
  "tempr.email",
  "throwawaymail.com",
  "trashmail.com",
  "trashmail.de",
  "yopmail.com",
]);

/** Whether an e-mail domain, or one that it lies in, gives mailboxes away for ten minutes. */
export function isThrowAway(domain: string): boolean {
  const labels = domain.toLowerCase().split(".");
  return labels.some((_, start) => THROW_AWAY.has(labels.slice(start).join(".")));
}
