import { create } from 'qrcode';

/** Light squares around a code, which readers need to find it (ISO/IEC 18004, §9.1). */
const quietZone = 4;

/** A QR code of a text as a drawing; its size is for the style sheet to give. */
export function qrCode(text: string, label: string): SVGSVGElement {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * quietZone;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'qr-code');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  svg.setAttribute('shape-rendering', 'crispEdges');
  const [light, dark] = ['light', 'dark'].map((name) => {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('class', name);
    svg.append(path);
    return path;
  });
  light!.setAttribute('d', `M0 0h${size}v${size}h-${size}z`);
  let squares = '';
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) squares += `M${column + quietZone} ${row + quietZone}h1v1h-1z`;
  dark!.setAttribute('d', squares);
  return svg;
}
