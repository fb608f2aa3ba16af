import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { withDerived } from '../../../src/build/manifest.ts';
import { exampleName, examples, findConcept, findExample } from '../../../src/curriculum/course.ts';
import { commandId } from '../../../src/host/contributes/commandId.ts';
import { commandTable } from '../../../src/host/contributes/commandTable.ts';
import { course } from '../../../walkthroughs/course.ts';
import { start } from '../../../walkthroughs/start.ts';

interface Step {
  id: string;
  description: string;
  media: { svg: string; altText: string };
}

const text = readFileSync('package.json', 'utf8');
const { contributes, capabilities } = JSON.parse(text);
const walkthroughs: {
  id: string;
  title: string;
  description: string;
  when?: string;
  steps: Step[];
}[] = contributes.walkthroughs;
const steps = walkthroughs.flatMap((each) => each.steps);
const links = [
  ...steps.map((step) => step.description),
  ...contributes.viewsWelcome.map((each: { contents: string }) => each.contents),
].flatMap((each) => [...each.matchAll(/\(command:([\w.]+)(?:\?([^)]*))?\)/g)]);

/** Reads conditions of the form `view == a && viewItem == b`, or with `=~ /pattern/`. */
function isShown(when: string, view: string, row: string): boolean {
  const [inView, onRow = ''] = when.split(' && ');
  if (inView !== `view == ${view}`) return false;
  const pattern = /^viewItem =~ \/(.+)\/$/.exec(onRow)?.[1];
  return pattern ? new RegExp(pattern).test(row) : onRow === `viewItem == ${row}`;
}

describe('package.json', () => {
  it('holds what the command table, the settings, the views and the course say', () => {
    assert.equal(text, withDerived(text), 'Run npm run build:manifest.');
  });

  it('declares each command once, in one category, with a title like a sentence', () => {
    const ids = contributes.commands.map((each: { command: string }) => each.command);
    const names = Object.keys(commandTable) as (keyof typeof commandTable)[];
    assert.deepEqual(ids, names.map(commandId));
    for (const command of contributes.commands) {
      assert.equal(command.category, 'GenAI 101');
      assert.match(command.title, /^[A-Z][\w -]+…?$/);
    }
  });

  it('takes no keyboard shortcut', () => {
    assert.equal(contributes.keybindings, undefined);
  });

  it('shows one or two inline actions on a row that has any', () => {
    const actions: { when: string; group: string }[] = contributes.menus['view/item/context'];
    const inline = actions.filter((each) => each.group.startsWith('inline'));
    const count = (view: string, row: string) =>
      inline.filter((each) => isShown(each.when, view, row)).length;
    assert.equal(count('genai101.course', 'chapter'), 1);
    assert.equal(count('genai101.course', 'concept'), 0);
    assert.equal(count('genai101.course', 'example'), 1);
    assert.equal(count('genai101.course', 'example.edited'), 1);
    assert.equal(count('genai101.runs', 'run.live'), 2);
    assert.equal(count('genai101.runs', 'run.ended'), 2);
  });

  it('describes each setting and gives it a default', () => {
    for (const [id, setting] of Object.entries<Record<string, unknown>>(
      contributes.configuration.properties,
    )) {
      assert.ok('default' in setting, id);
      assert.match(String(setting.markdownDescription), /\.$/, id);
    }
  });

  it('says what works in Restricted Mode and in virtual workspaces', () => {
    assert.equal(capabilities.untrustedWorkspaces.supported, 'limited');
    assert.ok(capabilities.untrustedWorkspaces.description);
    assert.ok(capabilities.virtualWorkspaces.description);
  });
});

describe('walkthroughs', () => {
  it('are the first steps and one for each chapter', () => {
    assert.deepEqual(
      walkthroughs.map((each) => each.id),
      [start.id, ...course.map((chapter) => chapter.id)],
    );
  });

  it('show at most two on the Welcome page: the first steps and the chapter the learner is in', () => {
    const always = walkthroughs.filter((each) => !each.when);
    assert.deepEqual(
      always.map((each) => each.id),
      ['start'],
    );
    const conditions = walkthroughs.slice(1).map((each) => each.when);
    assert.equal(new Set(conditions).size, course.length);
  });

  it('have at most eight steps, each with a picture and its description in words', () => {
    for (const each of walkthroughs) assert.ok(each.steps.length <= 8, each.id);
    for (const { id, media } of steps) {
      assert.ok(existsSync(media.svg), `${id}: ${media.svg} is missing`);
      assert.ok(media.altText.length > 30, id);
    }
  });

  it('are described in what VS Code shows of it: three short lines', () => {
    for (const { id, description } of walkthroughs) assert.ok(description.length <= 64, id);
  });

  it('give each step one button', () => {
    for (const { id, description } of steps) {
      assert.equal([...description.matchAll(/^\[[^\]]+\]\(command:[^)]+\)$/gm)].length, 1, id);
    }
  });

  it('link each concept to its example within the sentence', () => {
    for (const { id, description } of walkthroughs.slice(1).flatMap((each) => each.steps)) {
      assert.match(description, /\w \[[\w.-]+\.ts\]\(command:genai101\.openExample/, id);
    }
  });

  it('lead only to commands, concepts and examples that exist', () => {
    const ids = Object.keys(commandTable).map((name) => `genai101.${name}`);
    assert.ok(links.length > 10);
    for (const [, id, query] of links) {
      assert.ok(ids.includes(String(id)), id);
      const [argument] = query ? JSON.parse(decodeURIComponent(query)) : [];
      if (id === commandId('explain')) assert.ok(findConcept(course, argument), argument);
      if (argument && id !== commandId('explain')) {
        assert.ok(findExample(course, argument), argument);
      }
    }
  });

  it('lead to each example of the course', () => {
    const named = links.map(([, , query]) => query && JSON.parse(decodeURIComponent(query))[0]);
    for (const place of examples(course)) {
      assert.ok(named.includes(exampleName(place)), exampleName(place));
    }
  });

  it('draw with theme colours, as attributes: VS Code drops styles of a walkthrough’s picture', () => {
    for (const { media } of steps) {
      const svg = readFileSync(media.svg, 'utf8');
      assert.doesNotMatch(svg, /<style|\sstyle=|<script|\son\w+=/, media.svg);
      // A digit is white ink on black in every theme, as the network sees it.
      assert.doesNotMatch(svg, /="#(?!000"|fff")[0-9a-f]{3,8}"/i, media.svg);
    }
  });
});
