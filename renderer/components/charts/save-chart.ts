/** Properties that style sheets give to a drawing, and that it needs on its own. */
const CARRIED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'stroke-opacity',
  'font-size',
  'font-weight',
  'font-family',
  'text-anchor',
  'dominant-baseline',
];
/** Pixels of the picture for one of the screen. */
const SCALE = 2;

/** Saves the drawing inside an element as it looks now, as SVG or PNG. @throws Error where there is no drawing. */
export async function saveChart(within: HTMLElement, name: string, format: 'svg' | 'png'): Promise<void> {
  const svg = within.querySelector('svg');
  if (svg === null) throw new Error('There is no drawing here. Show it as a chart first.');
  const { text, width, height } = standalone(svg);
  const source = new Blob([text], { type: 'image/svg+xml' });
  if (format === 'svg') save(source, `${name}.svg`);
  else save(await toPng(source, width, height), `${name}.png`);
}

function standalone(svg: SVGSVGElement): { text: string; width: number; height: number } {
  const { width, height } = svg.getBoundingClientRect();
  const copy = document.importNode(svg, true);
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (original === undefined) continue;
    const style = getComputedStyle(original);
    const carried = CARRIED.map((property) => `${property}:${style.getPropertyValue(property)}`);
    element.setAttribute('style', carried.join(';'));
    element.removeAttribute('class');
    element.removeAttribute('tabindex');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('style', `fill:${getComputedStyle(document.body).getPropertyValue('--plumb-card')}`);
  copy.prepend(paper);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

async function toPng(source: Blob, width: number, height: number): Promise<Blob> {
  const url = URL.createObjectURL(source);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(width * SCALE);
    canvas.height = Math.ceil(height * SCALE);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture could not be made.')) : resolve(blob)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the address after this call.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
