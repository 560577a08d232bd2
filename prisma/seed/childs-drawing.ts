/** Crayons of a box: a car's body, its roof, the sky. */
const BOXES = [
  ["#d8432f", "#f2b134", "#bfe3f2"],
  ["#2f6fd8", "#f27fa5", "#fdf1c7"],
  ["#3f9b52", "#f2d434", "#d9ecff"],
  ["#8a4fc0", "#f28f34", "#e9f7d8"],
  ["#e06a9b", "#4fb8c0", "#fff3dc"],
  ["#d88b2f", "#c0392b", "#dbeafe"],
  ["#17806d", "#e9c46a", "#ffe9e2"],
  ["#444b6e", "#ef8354", "#cfe8d5"],
] as const;

const WIDTH = 1_200;
const HEIGHT = 900;

/**
 * A family's car as a child draws it with crayons: no line straight, nothing quite closed, and the sun in a corner.
 *
 * @param child which child: another car, weather and crayons for each.
 * @returns an SVG.
 */
export function childsDrawing(child: number): string {
  const [body, roof, sky] = BOXES[child % BOXES.length] ?? BOXES[0];
  const shake = shaker(child + 7);
  const stroke = (colour: string, width = 14) =>
    `fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;
  const line = (points: [number, number][]) =>
    `M${points.map(([x, y]) => `${x + shake(9)} ${y + shake(9)}`).join(" L")}`;
  const scribble = (x: number, y: number, width: number, height: number, colour: string) => {
    const rows = Math.round(height / 16);
    const points = Array.from({ length: rows * 2 }, (_, at): [number, number] => [
      x + (at % 4 < 2 ? 0 : width) + shake(14),
      y + (at * height) / (rows * 2),
    ]);
    return `<path d="${line(points)}" ${stroke(colour, 13)} opacity="0.8"/>`;
  };
  const wheel = (x: number) =>
    `<path d="M${x - 62} 640 c${shake(8)} -90 130 -84 124 ${shake(6)} c0 86 -126 88 -122 ${shake(9)}" ${stroke("#2b2b2b", 22)}/>
     <circle cx="${x + shake(6)}" cy="${640 + shake(6)}" r="14" fill="#2b2b2b"/>`;
  const rays = Array.from({ length: 7 }, (_, at) => {
    const angle = (at / 6) * 1.6;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return `<path d="${line([
      [60 + 150 * x, 50 + 150 * y],
      [60 + 230 * x, 50 + 230 * y],
    ])}" ${stroke("#f0b429", 12)}/>`;
  }).join("");
  const grass = Array.from({ length: 26 }, (_, at) => {
    const x = at * 47 + shake(12);
    return `<path d="${line([
      [x, 790],
      [x + 12, 730 + shake(18)],
      [x + 26, 790],
    ])}" ${stroke("#5a9e3e", 9)}/>`;
  }).join("");
  const heads = Array.from({ length: 1 + (child % 3) }, (_, at) => {
    const x = 470 + at * 120;
    return `<circle cx="${x}" cy="${385 + shake(8)}" r="34" fill="#f7d7b5" stroke="#3b2f2a" stroke-width="7"/>
      <path d="${line([
        [x - 12, 380],
        [x - 11, 384],
      ])} ${line([
        [x + 12, 380],
        [x + 13, 384],
      ])}" ${stroke("#3b2f2a", 8)}/>
      <path d="M${x - 14} 396 q14 ${14 + shake(5)} 28 0" ${stroke("#c0392b", 6)}/>`;
  }).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#fffdf6"/>
    ${scribble(20, 20, 1_150, 150, sky)}
    <circle cx="60" cy="50" r="110" fill="#f7cf4d"/>${rays}
    ${scribble(210, 470, 780, 150, body)}
    ${scribble(400, 320, 380, 130, roof)}
    <path d="${line([
      [190, 470],
      [380, 460],
      [440, 310],
      [760, 305],
      [850, 455],
      [1_010, 480],
      [1_015, 640],
      [180, 645],
      [188, 472],
    ])}" ${stroke(body, 18)}/>
    <path d="${line([
      [600, 318],
      [604, 455],
    ])} ${line([
      [395, 462],
      [845, 458],
    ])}" ${stroke("#3b2f2a", 9)}/>
    ${heads}${wheel(350)}${wheel(840)}
    <path d="${line([
      [1_010, 520],
      [1_060, 515],
      [1_055, 555],
      [1_012, 560],
    ])}" ${stroke("#f0b429", 12)}/>
    ${grass}
  </svg>`;
}

/** Numbers that look like chance and are the same each time: by so much up or down. */
function shaker(seed: number): (by: number) => number {
  let state = seed * 2_654_435_761;
  return (by) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.round((state / 2_147_483_648 - 0.5) * 2 * by);
  };
}
