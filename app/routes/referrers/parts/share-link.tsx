import { showShortCode } from "#app/modules/referrers/short-code.ts";
import type { Qr } from "#app/platform/qr.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useClub } from "#app/site/root-data.ts";
import { Sheet } from "#app/ui/page.tsx";
import { QrPattern } from "#app/ui/qr-pattern.tsx";
import { PhoneShare } from "./phone-share.tsx";

interface ShareLinkProps {
  link: string;
  code: string;
  qr: Qr;
  inWeChat: boolean;
}

/** What a referrer sends to friends: the link, its code and QR, and ways to send them. */
export function ShareLink({ link, code, qr, inWeChat }: ShareLinkProps) {
  const t = useT();
  const { name: club } = useClub();
  const message = t("referrers.share.message", { club, link });
  const mail = new URLSearchParams({
    subject: t("referrers.share.subject", { club }),
    body: message,
  });
  return (
    <Sheet>
      <div className="flex flex-wrap gap-x-5 gap-y-4">
        <div className="w-36 flex-none overflow-hidden rounded-md border border-rule">
          <QrPattern
            size={qr.size}
            modules={Array.from(qr.modules, Number)}
            label={t("referrers.qr")}
          />
        </div>
        <div className="min-w-0 flex-1 basis-52">
          <p className="caption">{t("referrers.address")}</p>
          <p className="font-semibold break-all select-all">{link}</p>
          <p className="caption mt-3">{t("referrers.code")}</p>
          <p className="figure text-lg select-all">{showShortCode(code)}</p>
        </div>
      </div>
      <ul className="mt-4 flex flex-wrap gap-2.5">
        <li>
          {/* A mail program reads a plus as a plus. */}
          <a
            className="button button-quiet"
            href={`mailto:?${mail.toString().replaceAll("+", "%20")}`}
          >
            {t("referrers.share.mail")}
          </a>
        </li>
        <li>
          <a
            className="button button-quiet"
            href={`https://wa.me/?${new URLSearchParams({ text: message })}`}
            rel="noreferrer"
          >
            {t("referrers.share.whatsApp")}
          </a>
        </li>
        <PhoneShare link={link} text={t("referrers.share.words", { club })} />
        <li>
          <a className="button button-quiet" href="/my/referrals/poster.pdf">
            {t("referrers.poster")}
          </a>
        </li>
      </ul>
      <p className="mt-3 text-[0.9375rem] text-ink-soft">
        {t(inWeChat ? "referrers.share.inWeChat" : "referrers.share.weChat")}
      </p>
    </Sheet>
  );
}
