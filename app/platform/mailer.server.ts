import { createTransport, type Transporter } from "nodemailer";
import { env } from "./env.server.ts";
import { singleton } from "./singleton.server.ts";

export type Letter = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The same for every attempt, so that a letter that arrives twice can be known for one. */
  messageId: string;
  /** How letters like it are stopped, and what to sort them by; null for an essential one. */
  unsubscribe: { kind: string; link: string } | null;
  /** A JPEG that is part of the letter, which names it `cid:<name>`; null for none. */
  picture: { name: string; content: Uint8Array } | null;
};

export type Delivery =
  | { outcome: "sent" }
  /** There is no mail server to send by. */
  | { outcome: "no-server" }
  /** The server will never take this letter: an address that does not exist, say. */
  | { outcome: "refused"; reason: string }
  /** Worth another attempt later. */
  | { outcome: "failed"; reason: string };

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** Hands a letter to the mail server at SMTP_URL. Never throws for what a mail server may do. */
export async function sendLetter(letter: Letter): Promise<Delivery> {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return { outcome: "no-server" };
  try {
    const { unsubscribe, picture, ...rest } = letter;
    await transport(SMTP_URL).sendMail({
      ...rest,
      ...(picture && { attachments: [inline(picture)] }),
      // Tells out-of-office robots and mailing lists that nobody reads an answer.
      headers: { "Auto-Submitted": "auto-generated", ...listHeaders(unsubscribe) },
    });
    return { outcome: "sent" };
  } catch (error) {
    const { message, responseCode, command } = error as Error & {
      responseCode?: number;
      command?: string;
    };
    // Only an answer about the recipient or the letter is final; a 5xx to a greeting or a sign-in is
    // about us, and is mended by whoever mends the server's settings.
    const aboutLetter = command === "RCPT TO" || command === "DATA";
    const final = aboutLetter && responseCode !== undefined && responseCode >= 500;
    return { outcome: final ? "refused" : "failed", reason: message.slice(0, 500) };
  }
}

/** Part of the letter itself: mail programs load nothing from elsewhere unless they are told to. */
const inline = ({ name, content }: NonNullable<Letter["picture"]>) => ({
  ...{ filename: name, cid: name, content: Buffer.from(content) },
  ...{ contentType: "image/jpeg", contentDisposition: "inline" as const },
});

/** By RFC 8058 a mail program offers to stop such letters by one press, and by RFC 2919 to sort them. */
function listHeaders(unsubscribe: Letter["unsubscribe"]): Record<string, string> {
  if (!unsubscribe) return {};
  return {
    "List-Id": `<${unsubscribe.kind}.${new URL(unsubscribe.link).hostname}>`,
    "List-Unsubscribe": `<${unsubscribe.link}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}

/** Closes idle connections; called when the process stops. */
export function closeMailer(): void {
  for (const each of transports().values()) each.close();
  transports().clear();
}

const transports = () => singleton("mailer", () => new Map<string, Transporter>());

/**
 * Whether letters may leave in the clear: only within this machine, or where the address says so by
 * `?requireTLS=false`. A mail server that offers no encryption is otherwise an error, not a fallback.
 */
export function demandsTls(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const within = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return !within && searchParams.get("requireTLS") !== "false";
}

function transport(url: string): Transporter {
  let open = transports().get(url);
  if (!open) {
    open = createTransport({
      url,
      requireTLS: demandsTls(url),
      pool: true,
      maxConnections: 2,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]);
    transports().set(url, open);
  }
  return open;
}
