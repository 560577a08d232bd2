import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  /** For SMTP_URL; the same after a stop and a start. */
  readonly url: string;
  /** What has arrived, in order. */
  readonly arrived: ParsedMail[];
  /** Recipients that the server knows nobody by. */
  readonly unknown: Set<string>;
  /** Called for each letter before it is taken; a promise holds the letter up. */
  onLetter: ((mail: ParsedMail) => void | Promise<void>) | undefined;
  start: () => Promise<void>;
  /** Hangs up on everybody and takes no more calls. */
  stop: () => Promise<void>;
};

/** A mail server that speaks SMTP on a port of its own and keeps what it gets. Not started yet. */
export async function mailServer(): Promise<MailServer> {
  const port = await freePort();
  let running: SMTPServer | undefined;
  const server: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    arrived: [],
    unknown: new Set(),
    onLetter: undefined,
    async start() {
      running = new SMTPServer({
        authOptional: true,
        disabledCommands: ["STARTTLS"],
        onRcptTo({ address }, _session, done) {
          if (!server.unknown.has(address)) return done();
          done(Object.assign(new Error("No such mailbox"), { responseCode: 550 }));
        },
        onData(stream, _session, done) {
          simpleParser(stream)
            .then(async (mail) => {
              await server.onLetter?.(mail);
              server.arrived.push(mail);
              done();
            })
            .catch(done);
        },
      });
      running.on("error", () => {});
      const listener = running.listen(port, "127.0.0.1");
      if (!listener.listening) await once(listener, "listening");
    },
    async stop() {
      const closing = running;
      running = undefined;
      if (!closing) return;
      for (const connection of closing.connections) connection.close();
      await new Promise<void>((resolve) => closing.close(() => resolve()));
    },
  };
  return server;
}

/** Letters so far, waited for: `count` of them, or a failure after ten seconds. */
export async function letters(server: MailServer, count: number): Promise<ParsedMail[]> {
  const until = Date.now() + 10_000;
  while (server.arrived.length < count) {
    if (Date.now() > until) {
      throw new Error(`${server.arrived.length} of ${count} letters arrived in ten seconds`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return server.arrived;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
