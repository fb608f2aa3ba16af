/**
 * Computes the derived parts of package.json: what the extension contributes, from the command table,
 * the settings, the views and the curriculum. `npm run build:manifest` writes them; a test fails when they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { course } from '../../walkthroughs/course.ts';
import { start } from '../../walkthroughs/start.ts';
import { panelType } from '../host/contributes/views.ts';
import { commandContributions, menuContributions } from './manifest/commands.ts';
import { configuration } from './manifest/settings.ts';
import { viewContributions } from './manifest/views.ts';
import { walkthroughs } from './manifest/walkthroughs.ts';

const root = path.resolve(import.meta.dirname, '../..');
const file = path.join(root, 'package.json');

export function derived(): Record<string, unknown> {
  return {
    extensionKind: ['workspace'],
    activationEvents: [
      'onLanguage:typescript',
      'onLanguage:javascript',
      ...course.map((chapter) => `onWebviewPanel:${panelType(chapter.id)}`),
      'onWebviewPanel:genai101.gallery',
      'onWebviewPanel:genai101.certificate',
    ],
    capabilities: {
      untrustedWorkspaces: {
        supported: 'limited',
        description:
          'Reading the course and playing with its figures works. Running an example starts a program with your rights, so it waits until you trust the folder.',
        restrictedConfigurations: ['genai101.courseFolder', 'genai101.engine'],
      },
      virtualWorkspaces: {
        supported: 'limited',
        description:
          'The course and its examples work. Scripts of a folder that is not on a disk cannot be run.',
      },
    },
    contributes: {
      ...viewContributions(),
      commands: commandContributions(),
      menus: menuContributions(),
      walkthroughs: walkthroughs(course, start),
      configuration: configuration(),
      snippets: snippets(),
    },
  };
}

function snippets(): { language: string; path: string }[] {
  return globSync('snippets/*.json', { cwd: root })
    .sort()
    .map((each) => ({ language: path.basename(each, '.json'), path: `./${each}` }));
}

/** package.json with its derived parts as they should be. */
export function withDerived(text: string): string {
  return `${JSON.stringify({ ...JSON.parse(text), ...derived() }, null, 2)}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(file, withDerived(readFileSync(file, 'utf8')));
}
