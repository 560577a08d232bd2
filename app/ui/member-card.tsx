import type { ReactNode } from "react";
import { CardDial } from "./card-dial.tsx";
import { cx } from "./cx.ts";
import { QrIcon } from "./icons.tsx";
import type { Tier } from "./tier-mark.tsx";

export interface MemberCardProps {
  /** Unique on the page. */
  id: string;
  /** The club's name, as it stands on the card. */
  club: string;
  tier: Tier;
  tierName: string;
  /** Of any length, in any script. */
  name: string;
  /** As in `M00010009`: a letter and eight digits; shown in groups, copied as one. */
  number: string;
  /** "Member since 2019". */
  since: string;
  /** The QR code, square; see `QrPattern`. Without it the card does not turn. */
  qr?: ReactNode;
  /** Beside the QR code: what to do with it, and to turn up the screen's brightness. */
  qrHint?: ReactNode;
  /** What turning the card does ("Show the QR code"); a label that holds for both sides. */
  flipLabel?: string;
}

const han = /^\p{Script=Han}{2,4}$/u;

/**
 * The member's card, in brushed brass or steel. Pressing it turns it to its QR code.
 *
 * The state is a checkbox's, so it turns with JavaScript off and by keyboard; the side turned away is
 * hidden from assistive technology too.
 */
export function MemberCard(props: MemberCardProps) {
  const { id, club, tier, tierName, name, number, since, qr, qrHint, flipLabel } = props;
  return (
    <div className={cx("card", `card-${tier}`)}>
      {qr && (
        <input type="checkbox" id={id} className="card-toggle sr-only" aria-label={flipLabel} />
      )}
      <div className="card-turn">
        <div className="card-face card-front">
          <CardDial className="card-dial" />
          <div className="relative flex items-start justify-between gap-4">
            <p className="card-club">{club}</p>
            <p className="card-tier">{tierName}</p>
          </div>
          <p className="card-number relative">
            <GroupedNumber number={number} />
          </p>
          <div className="relative flex items-end justify-between gap-4">
            <div className="min-w-0">
              <p
                className={cx(
                  "card-name",
                  han.test(name) && "card-name-han",
                  name.length > 24 && "card-name-long",
                )}
              >
                <bdi>{name}</bdi>
              </p>
              <p className="card-small">{since}</p>
            </div>
            {qr && (
              <span className="card-press">
                <QrIcon size={22} />
              </span>
            )}
          </div>
        </div>
        {qr && (
          <div className="card-face card-back">
            <div className="card-rim">
              <div className="card-qr">{qr}</div>
            </div>
            <div className="card-aside">
              <div>{qrHint}</div>
              <p className="figure">{number}</p>
            </div>
          </div>
        )}
      </div>
      {qr && <label htmlFor={id} className="card-flip" aria-hidden="true" />}
    </div>
  );
}

/** `M 0001 0009`, spaced by margins so that a copy of it has no spaces in it. */
function GroupedNumber({ number }: { number: string }) {
  return [...number.matchAll(/^\D+|\d{1,4}/g)].map((group) => (
    <span key={group.index}>{group[0]}</span>
  ));
}
