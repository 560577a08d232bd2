import { useT } from "#app/platform/words/words.tsx";

/**
 * The card's QR code. A picture of its own that the browser keeps: the page stays light, and the code is
 * there the moment the card has turned. The number in its address keeps two members' pictures apart.
 */
export function CardQr({ number }: { number: string }) {
  const t = useT();
  return <img src={`/my/card.svg?${number}`} alt={t("card.qr", { number })} />;
}
