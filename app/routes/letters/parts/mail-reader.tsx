import { Link } from "@remix-run/react";
import type { LetterReader } from "#app/modules/letters/letter-readers.server.ts";

/** Whom a letter went to: their name, which leads to their page, and the address in part. */
export function MailReader({ reader, to }: { reader: LetterReader | null; to: string }) {
  return (
    <>
      {reader && (
        <span className="block">
          <bdi>{reader.name}</bdi>{" "}
          {reader.number && (
            <Link
              to={`/admin/members/${reader.number}`}
              className="figure whitespace-nowrap text-accent underline"
            >
              {reader.number}
            </Link>
          )}
        </span>
      )}
      <bdi className="break-all text-ink-soft">{to}</bdi>
    </>
  );
}
