import { useEffect, useState } from "react";
import { useT } from "#app/platform/words/words.tsx";
import { Button } from "#app/ui/button.tsx";

/**
 * What only a browser with scripts can do for a link: the phone's own sheet of ways to share, and the clipboard. Each
 * is there where the browser has it; without them the link is text that can be copied.
 */
export function PhoneShare({ link, text }: { link: string; text: string }) {
  const t = useT();
  const [can, setCan] = useState({ share: false, copy: false });
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    setCan({ share: "share" in navigator, copy: "clipboard" in navigator });
  }, []);
  // Whoever closes the sheet again has decided not to share, which is no mistake.
  const share = () => navigator.share({ text, url: link }).catch(() => undefined);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      () => setCan({ ...can, copy: false }),
    );
  return (
    <>
      {can.share && (
        <li>
          <Button type="button" look="quiet" onClick={share}>
            {t("referrers.share.phone")}
          </Button>
        </li>
      )}
      {can.copy && (
        <li>
          <Button type="button" look="quiet" onClick={copy}>
            <span aria-live="polite">
              {t(copied ? "referrers.share.copied" : "referrers.share.copy")}
            </span>
          </Button>
        </li>
      )}
    </>
  );
}
