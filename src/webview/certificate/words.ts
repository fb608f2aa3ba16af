/** What the certificate says: only what was done. */
import type { ChapterDone, RunPicture, Tally } from '../../protocol/certificate.ts';
import { formatNumber, plural } from '../kit/format.ts';

export const courseName = 'GenAI 101';

type Part = 'ideas' | 'exercises' | 'questions' | 'examples';

export function total(chapters: readonly ChapterDone[], part: Part): Tally {
  const sum = (key: keyof Tally) => chapters.reduce((all, each) => all + each[part][key], 0);
  return { done: sum('done'), all: sum('all') };
}

export function isComplete({ done, all }: Tally): boolean {
  return all > 0 && done === all;
}

/** 'has completed the course: all 50 ideas' */
export function statusWords(ideas: Tally): string {
  if (isComplete(ideas)) return `has completed the course: all ${plural(ideas.all, 'idea')}`;
  const where = ideas.done > 0 ? 'is on the way' : 'is at the start';
  return `${where}: ${ideas.done} of ${plural(ideas.all, 'idea')}`;
}

/** '3 of 24 exercises solved · …' */
export function workWords(chapters: readonly ChapterDone[]): string {
  const words = (part: Part, verb: string) => {
    const { done, all } = total(chapters, part);
    return `${done} of ${all} ${part} ${verb}`;
  };
  return [
    words('exercises', 'solved'),
    words('questions', 'answered'),
    words('examples', 'run'),
  ].join(' · ');
}

/** What the picture is, and where it comes from, a line each. */
export function pictureWords(picture: RunPicture): string[] {
  const { title, script, name, step, seed } = picture;
  const source = `${script}, seed ${seed}`;
  return [`“${name}” at step ${formatNumber(step)}`, ...(title === script ? [] : [title]), source];
}

/** 'val psnr 20.1' */
export function resultWords({ result }: ChapterDone): string {
  return result ? `${result.metric} ${Number(result.value.toPrecision(3))}` : '';
}

/** The sheet for people who do not see it; the page tells the rest. */
export function sheetWords(name: string, chapters: readonly ChapterDone[], picture?: RunPicture) {
  const who = name.trim() || 'a person whose name is left open';
  const made = picture ? ` Their picture: ${pictureWords(picture).join(', ')}.` : '';
  const words = `${statusWords(total(chapters, 'ideas'))}. ${workWords(chapters)}.`;
  return `Certificate of ${courseName}: ${who} ${words}${made}`;
}

/** 'GenAI 101 certificate Ada' */
export function fileName(name: string): string {
  const words = `${courseName} certificate ${name}`.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words.replaceAll(' ', '-').slice(0, 80);
}
