import type { CardCame } from "#app/modules/joining/join-club.server.ts";
import type { RegisteredCar } from "#app/modules/joining/joiners-car.server.ts";
import { useT } from "#app/platform/words/words.tsx";
import { useFigures } from "#app/site/use-figures.ts";
import { Notice } from "#app/ui/notice.tsx";

export type Joined = { card: CardCame; car: RegisteredCar };

const CARDS: readonly CardCame[] = ["new", "from-the-roll", "there-already"];
const CARS: readonly RegisteredCar[] = ["none", "held", "granted", "claimed-open"];

/** How somebody has just come to their card, as the page's address says it; null otherwise. */
export function readJoined(asked: URLSearchParams): Joined | null {
  const card = CARDS.find((each) => each === asked.get("joined"));
  return card ? { card, car: CARS.find((each) => each === asked.get("car")) ?? "none" } : null;
}

/** The first words above a new card: that it is there, what is on it, and how the car stands. */
export function JoinedNotice({ joined, available }: { joined: Joined; available: number }) {
  const t = useT();
  const { points } = useFigures();
  const { card, car } = joined;
  return (
    <div className="joined mb-8">
      <Notice tone="ok" title={t(`joined.${card}.title`)}>
        <p>{t(`joined.${card}.body`, { points: points(available), count: available })}</p>
        {card === "new" && <p className="mt-1">{t(`joined.car.${car}`)}</p>}
      </Notice>
    </div>
  );
}
