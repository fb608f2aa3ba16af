/** The certificate as one SVG: a sheet of A4, landscape, that needs nothing besides itself. */
import type { ChapterDone } from '../../protocol/certificate.ts';
import { fitted, sizeFor } from './fit.ts';
import { bold, ink, line, muted, paper, seal, words } from './sheetParts.ts';
import { drawTable } from './sheetTable.ts';
import { courseName, isComplete, statusWords, total, workWords } from './words.ts';
import { element, text } from './xml.ts';

/** Four units a millimetre. */
export const sheetSize = { width: 1188, height: 840 };

export interface SheetPicture {
  /** 'data:image/png;base64,…' */
  data: string;
  /** In pixels. */
  width: number;
  height: number;
  /** What it is and where it comes from. */
  caption: readonly string[];
}

export interface Sheet {
  name: string;
  /** As people write it. */
  date: string;
  chapters: readonly ChapterDone[];
  /** The sheet in one or two sentences. */
  alternative: string;
  picture?: SheetPicture | undefined;
}

const left = 72;
const right = sheetSize.width - left;
/** Below it are the picture and the chapters. */
const top = 356;
const pictureBox = { width: 376, height: 316 };

export function drawSheet(sheet: Sheet): string {
  const { width, height } = sheetSize;
  const { chapters, picture, alternative } = sheet;
  const tableLeft = picture ? left + pictureBox.width + 40 : left;
  const drawn = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: '297mm',
      height: '210mm',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
    },
    element('title', {}, text(alternative)),
    element('rect', { width, height, fill: paper }),
    frame(28, 2.5),
    frame(36, 0.8),
    ...header(sheet),
    ...(picture ? drawPicture(picture) : []),
    ...drawTable(chapters, { left: tableLeft, right, top, bottom: 736 }),
    ...footer(sheet.date),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn}\n`;
}

function frame(inset: number, thick: number): string {
  return element('rect', {
    x: inset,
    y: inset,
    width: sheetSize.width - 2 * inset,
    height: sheetSize.height - 2 * inset,
    fill: 'none',
    stroke: bold,
    'stroke-width': thick,
  });
}

function header({ name, chapters }: Sheet): string[] {
  const ideas = total(chapters, 'ideas');
  const title = isComplete(ideas) ? 'Certificate' : 'Certificate in the making';
  const room = right - left - 220;
  const size = sizeFor(name, room, 44, 16);
  return [
    heading(),
    words(title, left, 158, { size: 52, family: 'serif' }),
    words(fitted(name, size, room), left, 236, { size, family: 'serif', style: 'italic' }),
    line(left, left + room, 250),
    words(statusWords(ideas), left, 286, { size: 23 }),
    words(workWords(chapters), left, 318, { size: 16, fill: muted }),
    ...seal(ideas, right - 84, 176),
  ];
}

/** In one piece: how wide the first words are depends on the viewer's fonts. */
function heading(): string {
  return element(
    'text',
    { x: left, y: 94, 'font-family': 'sans-serif', 'font-size': 22 },
    element('tspan', { fill: bold, 'font-weight': 'bold' }, text(courseName)),
    element(
      'tspan',
      { fill: muted, 'font-size': 18, dx: 14 },
      'Machine learning for generative AI',
    ),
  );
}

function drawPicture({ data, width, height, caption }: SheetPicture): string[] {
  const scale = Math.min(pictureBox.width / width, pictureBox.height / height);
  const size = { width: width * scale, height: height * scale };
  const below = top + size.height;
  return [
    element('image', {
      x: left,
      y: top,
      ...size,
      preserveAspectRatio: 'none',
      'image-rendering': 'pixelated',
      href: data,
    }),
    element('rect', {
      x: left,
      y: top,
      ...size,
      fill: 'none',
      stroke: ink,
      'stroke-width': 0.8,
    }),
    ...caption.map((each, i) =>
      words(fitted(each, 14, pictureBox.width), left, below + 22 + 20 * i, { size: 14 }),
    ),
  ];
}

function footer(date: string): string[] {
  const honest = 'Made on the learner’s own computer from their own work. A record, not an exam.';
  return [
    line(left, right, 752),
    words(date, left, 780, { size: 16 }),
    words(honest, right, 780, { size: 14, fill: muted, anchor: 'end' }),
  ];
}
