import type { Db } from "#app/platform/db.server.ts";
import { appOrigin, env } from "#app/platform/env.server.ts";
import { log } from "#app/platform/log.server.ts";
import { sendLetter as handOver } from "#app/platform/mailer.server.ts";
import { isTemplateName } from "../../../emails/compose-letter.tsx";
import type { LetterPictures } from "./letter-pictures.ts";
import type { LetterState } from "./letter-states.ts";
import { renderLetter } from "./render-letter.server.ts";

type Claimed = {
  person_id: number | null;
  recipient: string;
  template: string;
  locale: string;
  props: Record<string, unknown>;
  created_at: Date;
  stale: boolean;
};

/**
 * Sends a letter that waits; one that does not wait any more is left alone.
 *
 * @throws Error when it is worth another attempt; the queue makes it, after a growing pause.
 */
export async function sendLetter(
  db: Db,
  mailId: number,
  lastAttempt: boolean,
  pictures: LetterPictures = {},
): Promise<void> {
  const [letter] = await db.$queryRaw<Claimed[]>`
    update mail set state = 'sending', attempts = attempts + 1
    where id = ${mailId} and state in ('waiting', 'sending')
    returning person_id, recipient, template, locale, props, created_at,
              coalesce(props ? 'code' and (props->>'expiresAt')::timestamptz <= now(), false) as stale`;
  if (!letter) return;
  if (letter.stale) return finish(db, mailId, "stale");

  const delivery = await deliver(mailId, letter, pictures);
  switch (delivery.outcome) {
    case "sent":
      return finish(db, mailId, "sent");
    case "no-server":
      log().info({ mail: mailId, template: letter.template }, "no mail server: a letter is kept");
      return finish(db, mailId, "kept");
    case "refused":
      log().warn({ mail: mailId, template: letter.template }, "a letter was refused");
      return finish(db, mailId, "refused", delivery.reason);
    case "failed":
      await finish(db, mailId, lastAttempt ? "failed" : "waiting", delivery.reason);
      throw new Error(`Letter ${mailId} could not be sent: ${delivery.reason}`);
  }
}

/** By which a letter's text finds the picture that comes with it. */
const PICTURE = "picture.jpg";

async function deliver(mailId: number, letter: Claimed, pictures: LetterPictures) {
  const { hostname } = new URL(appOrigin());
  try {
    const photo = isTemplateName(letter.template)
      ? await pictures[letter.template]?.(letter.props)
      : null;
    const picture = photo ? { name: PICTURE, content: photo } : null;
    const { clubName, subject, html, text, unsubscribe } = await renderLetter({
      ...letter,
      personId: letter.person_id,
      picture: picture?.name,
    });
    return await handOver({
      from: { name: clubName, address: env().MAIL_FROM ?? `no-reply@${hostname}` },
      to: letter.recipient,
      subject,
      html,
      text,
      unsubscribe,
      picture,
      messageId: `<letter-${mailId}-${letter.created_at.getTime().toString(36)}@${hostname}>`,
    });
  } catch (error) {
    return { outcome: "failed", reason: (error as Error).message } as const;
  }
}

/** A code is a key: it stays with a letter only while that waits, or is kept to be read here. */
async function finish(
  db: Db,
  mailId: number,
  state: LetterState,
  reason: string | null = null,
): Promise<void> {
  const keepsCode = state === "waiting" || state === "kept";
  await db.$executeRaw`
    update mail
    set state = ${state}, last_error = ${reason},
        sent_at = case when ${state} = 'sent' then now() end,
        props = case when ${keepsCode} then props else props - 'code' end
    where id = ${mailId}`;
}
