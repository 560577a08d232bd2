interface QrPatternProps {
  /** Modules along one edge, without the quiet zone. */
  size: number;
  /** Row after row, `size × size` of them: true is dark. */
  modules: ArrayLike<boolean | number>;
  label: string;
}

/** A QR code as one path, with the four-module quiet zone that ISO/IEC 18004 asks for. */
export function QrPattern({ size, modules, label }: QrPatternProps) {
  let d = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!modules[row * size + column]) continue;
      let run = 1;
      while (column + run < size && modules[row * size + column + run]) run++;
      d += `M${column} ${row}h${run}v1h-${run}z`;
      column += run;
    }
  }
  const edge = size + 8;
  return (
    <svg
      viewBox={`-4 -4 ${edge} ${edge}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={`M-4-4h${edge}v${edge}h-${edge}z`} fill="#fff" />
      <path d={d} fill="#000" />
    </svg>
  );
}
