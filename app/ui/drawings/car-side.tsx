interface CarSideProps {
  /** Where its rear bumper meets the ground line. The car is 150 wide and stands 50 high. */
  x: number;
  ground: number;
  /** Wheels hanging, as on a lift. */
  hanging?: boolean;
}

/** The house's car, from the side, nose to the right. Part of a `Drawing`. */
export function CarSide({ x, ground, hanging = false }: CarSideProps) {
  const axle = hanging ? 42 : 39;
  return (
    <g transform={`translate(${x} ${ground - 49.5})`}>
      <path
        className="tint"
        d="M21 39H8.500C4.5 38.5 3 35 3.6 29.5 4 24.5 7 22 14 21l16-2C40 9 48 4.5 62 4.500h15C89 4.5 98 11 107 19.500c16 1.3 31 3.3 35.5 8 3.3 3.5 3.5 8 1.5 11.500h-15a13 13 0 0 0-26 0H47a13 13 0 0 0-26 0Z"
      />
      <path
        className="sheet"
        d="M37 19.500C44.5 11.8 51 8.8 60 8.800h9.500v10.700zM74 8.800h4c8.5 0 14 4 21 10.700H74z"
      />
      <path d="M71.8 19.500V36M62 24.500h5M92 24.500h5M52 36h46M4 29h7.500c1 0 1.5-.6 1.5-1.500v-6M143 28.500h-8c-2 0-3.5-1-4.5-4.5" />
      <g className="sheet">
        <circle cx="34" cy={axle} r="10" />
        <circle cx="116" cy={axle} r="10" />
        <circle cx="34" cy={axle} r="3.5" />
        <circle cx="116" cy={axle} r="3.5" />
      </g>
    </g>
  );
}
