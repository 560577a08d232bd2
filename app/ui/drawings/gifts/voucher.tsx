import { Drawing } from "../drawing.tsx";

/** A voucher, its stub still on. */
export function VoucherDrawing() {
  return (
    <Drawing>
      <g transform="rotate(-6 120 84)">
        <path className="tint" d="M34 50h172v22a12 12 0 0 0 0 24v26H34V96a12 12 0 0 0 0-24z" />
        <path className="sheet" d="M54 60h94v52H54z" />
        <path d="M162 52v68" strokeDasharray="4 5" />
        <path d="M64 98h48M64 104h30M174 66h20M174 74h14M176 104h16" />
        <circle cx="90" cy="78" r="11" />
        <path d="m84.500 78 4 4.500 7-9M122 70h16M122 78h16M122 86h10" />
      </g>
      <path d="M40 24v10M35 29h10M206 132v8M202 136h8" />
    </Drawing>
  );
}
