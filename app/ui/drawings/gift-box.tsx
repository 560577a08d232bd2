import { Drawing } from "./drawing.tsx";

/** A gift, tied. */
export function GiftBoxDrawing() {
  return (
    <Drawing>
      <path d="M30 142h180" />
      <path className="sheet" d="M68 78h104v64H68z" />
      <path className="sheet" d="M60 56h120v22H60z" />
      <path className="tint" d="M110 56h20v86h-20z" />
      <path d="M110 78h20" />
      <path
        className="tint"
        d="M120 54c-8-20-26-30-38-24-11 6-6 22 8 24 10 1.5 20 1 30 0ZM120 54c8-20 26-30 38-24 11 6 6 22-8 24-10 1.5-20 1-30 0Z"
      />
      <path d="M120 54c-8-8-17-14-26-13M120 54c8-8 17-14 26-13M120 54l-15 22M120 54l15 22" />
      <path className="sheet" d="M113 48h14v11h-14z" />
      <path d="M126 57c10 6 18 20 21 35" />
      <path className="tint" d="m147 90 8 7-1 21-16-1 1-21z" />
      <path d="M147 96.5h.1M143 104h7M143 109h5" />
      <path d="M44 40v10M39 45h10M196 34v8M192 38h8M206 60v6M203 63h6" />
    </Drawing>
  );
}
