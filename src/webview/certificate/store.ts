/** What the page knows, and how the host's messages and the learner change it. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { CertificateToHost, HostToCertificate } from '../../protocol/certificate.ts';
import { connect } from '../kit/vscode.ts';
import { sheetPicture } from './pictureData.ts';
import { drawSheet, type SheetPicture } from './sheet.ts';
import { toPng } from './toPng.ts';
import { fileName, sheetWords } from './words.ts';

export const snapshot = signal<HostToCertificate>();
export const name = signal('');
/** Id of the picture that the learner chose. */
const chosen = signal('');
export const problem = signal('');

/** What was chosen, else the newest. */
export const picture = computed(() => {
  const { pictures = [] } = snapshot.value ?? {};
  return pictures.find(({ id }) => id === chosen.value) ?? pictures[0];
});

interface Drawn {
  id: string;
  /** Undefined where it could not be read. */
  picture?: SheetPicture;
}
const drawn = signal<Drawn>();

export const alternative = computed(() =>
  sheetWords(name.value, snapshot.value?.chapters ?? [], picture.value),
);

/** The sheet; undefined until its picture is there. The one before stays while another picture is read. */
export const svg = computed(() => {
  const { chapters } = snapshot.value ?? {};
  if (!chapters || (picture.value && !drawn.value)) return undefined;
  return drawSheet({
    name: name.value.trim(),
    date: new Date().toLocaleDateString(undefined, { dateStyle: 'long' }),
    chapters,
    alternative: alternative.value,
    picture: picture.value && drawn.value?.picture,
  });
});

/** The address of the sheet as it is on show: what is saved is what is seen. */
export const sheetAddress = signal<string>();

const host = connect<HostToCertificate, CertificateToHost>(receive);

export function post(message: CertificateToHost): void {
  host.post(message);
}

export function rename(next: string): void {
  name.value = next;
  keep();
}

export function choose(id: string): void {
  chosen.value = id;
  keep();
}

export async function saveAsSvg(): Promise<void> {
  if (svg.value) post({ type: 'saveSvg', suggestedName: fileName(name.value), svg: svg.value });
}

export async function saveAsPng(): Promise<void> {
  if (!svg.value) return;
  const png = await toPng(svg.value);
  post({ type: 'savePng', suggestedName: fileName(name.value), png });
}

/** Reads the picture, and draws the sheet whenever something on it changes. */
export function startDrawing(): void {
  effect(() => {
    const wanted = picture.value;
    if (!wanted || wanted.id === drawn.peek()?.id) return;
    void read(wanted);
  });
  effect(() => {
    if (svg.value === undefined) return;
    const address = URL.createObjectURL(new Blob([svg.value], { type: 'image/svg+xml' }));
    sheetAddress.value = address;
    return () => URL.revokeObjectURL(address);
  });
}

async function read(wanted: HostToCertificate['pictures'][number]): Promise<void> {
  const { id } = wanted;
  try {
    const read = await sheetPicture(wanted);
    if (picture.peek()?.id === id) drawn.value = { id, picture: read };
  } catch {
    problem.value = `The picture “${wanted.name}” of ${wanted.title} cannot be read any more.`;
    if (picture.peek()?.id === id) drawn.value = { id };
  }
}

function receive(message: HostToCertificate): void {
  const isFirst = snapshot.value === undefined;
  batch(() => {
    snapshot.value = message;
    if (!isFirst) return; // what the learner types here is newer
    name.value = message.name;
    chosen.value = message.chosen;
  });
}

function keep(): void {
  post({ type: 'keep', name: name.value, chosen: chosen.value });
}
