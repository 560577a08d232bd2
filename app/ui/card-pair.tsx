import type { ReactNode } from "react";

interface CardPairProps {
  /** The card behind. */
  back: ReactNode;
  /** The card in front. */
  front: ReactNode;
}

/** Two cards fanned out, for a cover. A picture: nothing in it is read out or pressed. */
export function CardPair({ back, front }: CardPairProps) {
  return (
    <div className="card-pair" aria-hidden="true">
      {back}
      {front}
    </div>
  );
}
