/** Angles in degrees, clockwise from nine o'clock past twelve, as on a rev counter. */
function polar(angle: number, radius: number): string {
  const turn = (angle * Math.PI) / 180;
  const x = 100 - radius * Math.cos(turn);
  const y = 100 - radius * Math.sin(turn);
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

const ticks = Array.from({ length: 61 }, (_, tick) => {
  const angle = -45 + tick * 4.5;
  const inner = tick % 10 === 0 ? 76 : tick % 5 === 0 ? 82 : 86;
  return `M${polar(angle, inner)}L${polar(angle, 92)}`;
}).join("");

const rings = [97, 62, 58]
  .map((radius) => `M${polar(-45, radius)}A${radius} ${radius} 0 1 1 ${polar(225, radius)}`)
  .join("");

/** A rev counter engraved into the metal. Decoration only. */
export function CardDial({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 200 200" className={className} aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="1.1">
        <path d={rings} />
        <path d={ticks} />
        <path d={`M100 100L${polar(158, 70)}`} strokeWidth="2" />
        <circle cx="100" cy="100" r="7" />
      </g>
    </svg>
  );
}
