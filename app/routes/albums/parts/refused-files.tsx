import { Form } from "@remix-run/react";
import type { KeptAlbum } from "#app/modules/albums/load-kept-album.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

/** What of the reader's files became no picture of its own, and why; until they have read it. */
export function RefusedFiles({ album }: { album: KeptAlbum }) {
  const t = useT();
  const { refused, duplicates } = album;
  if (refused.length === 0 && duplicates === 0) return null;
  return (
    <div className="mt-5 max-w-3xl">
      <Notice tone={refused.length > 0 ? "refusal" : "info"}>
        {duplicates > 0 && <p>{t("albumKeeping.duplicates", { count: duplicates })}</p>}
        {refused.length > 0 && (
          <ul className="max-h-60 overflow-auto">
            {refused.map(({ id, fileName, refusal }) => (
              <li key={id}>
                <bdi className="break-all">{fileName}</bdi>: {t(`albumKeeping.refused.${refusal}`)}
              </li>
            ))}
          </ul>
        )}
        <Form method="post" className="mt-3">
          <Button name="intent" value="dismiss" look="quiet">
            {t("albumKeeping.dismiss")}
          </Button>
        </Form>
      </Notice>
    </div>
  );
}
