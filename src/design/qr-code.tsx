import { create } from 'qrcode';

const quiet = 4;

/** A QR code as one SVG path, dark on white in every colour scheme, for cameras want it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text).modules;
  const whole = size + 2 * quiet;
  let path = '';
  for (let at = 0; at < size * size; at++) {
    if (data[at]) path += `M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z`;
  }
  return (
    <svg viewBox={`0 0 ${whole} ${whole}`} width="240" height="240" role="img" aria-label={label}>
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" shape-rendering="crispEdges" />
    </svg>
  );
}
