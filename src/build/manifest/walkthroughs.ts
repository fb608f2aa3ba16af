import type { Chapter } from '../../curriculum/chapter.ts';
import {
  type ConceptPlace,
  conceptName,
  exampleName,
  examplesOf,
} from '../../curriculum/course.ts';
import type { Guide, GuideStep } from '../../curriculum/guide.ts';
import type { CommandName } from '../../host/contributes/commandTable.ts';
import { doneKey } from '../../host/contributes/contextKeys.ts';
import { link } from './link.ts';

/** The first steps, and one walkthrough a chapter. The Welcome page lists the first steps and the chapter the learner is in. */
export function walkthroughs(course: readonly Chapter[], start: Guide): object[] {
  return [guide(start), ...course.map(chapterWalkthrough)];
}

function guide({ id, title, description, steps }: Guide): object {
  return { id, title, description, steps: steps.map(guideStep) };
}

function guideStep(step: GuideStep): object {
  const { label, command, argument } = step.button;
  return {
    id: step.id,
    title: step.title,
    description: [markup(step.text), button(label, command as CommandName, argument)].join('\n\n'),
    media: { svg: `media/${step.image}`, altText: step.alt },
    ...(step.doneWhen && { completionEvents: [`onContext:${step.doneWhen}`] }),
  };
}

function chapterWalkthrough(chapter: Chapter): object {
  return {
    id: chapter.id,
    title: `${chapter.number} ${chapter.title}`,
    description: chapter.description,
    when: `genai101.chapter == ${chapter.id}`,
    steps: chapter.concepts.map((concept) => conceptStep({ chapter, concept })),
  };
}

function conceptStep(place: ConceptPlace<Chapter>): object {
  const { chapter, concept } = place;
  const { text, image, alt, button: opener } = concept.step;
  const [example] = examplesOf(place);
  const opens =
    opener.opens === 'example' && example
      ? button(opener.label, 'openExample', exampleName(example))
      : button(opener.label, 'explain', conceptName(place));
  return {
    id: concept.id,
    title: concept.title,
    description: [markup(linkExamples(text, place)), opens].join('\n\n'),
    media: { svg: `walkthroughs/${chapter.folder}/${image}`, altText: alt },
    completionEvents: [`onContext:${doneKey(chapter.id, concept.id)}`],
  };
}

/** A step has one button; the scripts that its text names are links within the sentence. */
function linkExamples(text: string, place: ConceptPlace): string {
  return examplesOf(place).reduce(
    (linked, example) =>
      linked.replace(
        `\`${example.example.file}\``,
        button(example.example.file, 'openExample', exampleName(example)),
      ),
    text,
  );
}

/** Walkthroughs know bold, italics and code, but write the last two with two characters each. */
function markup(text: string): string {
  return text
    .replace(/`([^`]+)`/g, '``$1``')
    .replace(/(?<![*\w])\*([^*\n]+)\*(?![*\w])/g, '__$1__');
}

/** Alone on its line, VS Code draws a link as a button. */
function button(label: string, command: CommandName, argument?: string): string {
  return `[${label}](${link(command, argument)})`;
}
