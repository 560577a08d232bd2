import type { LoaderFunctionArgs } from "@remix-run/node";
import { renderToStaticMarkup } from "react-dom/server";
import { loadCardQr } from "#app/modules/home/load-card-qr.server.ts";
import { db } from "#app/platform/db.server.ts";
import { requireMember } from "#app/routes/shell/guards.server.ts";
import { QrPattern } from "#app/ui/qr-pattern.tsx";

/** Members: the QR code of their card, as a picture that this browser alone may keep for a day. */
export async function loader({ request }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const { size, modules } = await loadCardQr(db(), member.id);
  const picture = renderToStaticMarkup(
    <QrPattern size={size} modules={Array.from(modules, Number)} label={member.number} />,
  );
  return new Response(picture.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"'), {
    headers: {
      "Content-Type": "image/svg+xml",
      "Cache-Control": "private, max-age=86400",
      // Whoever signs in here next has another cookie, and so never sees this one's card.
      Vary: "Cookie",
    },
  });
}
