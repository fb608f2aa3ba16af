/** What npm's own configuration says about tfjs-node's mirrors: .npmrc is where its documentation puts them. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { codeOf } from './installError.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The keys of the user's .npmrc, as npm would hand them on: `npm_config_<key>`. */
export function npmConfig(env: Environment): Record<string, string> {
  const file = env.NPM_CONFIG_USERCONFIG ?? env.npm_config_userconfig ?? defaultFile(env);
  const config: Record<string, string> = {};
  for (const line of readLines(file)) {
    const [, key, value] = /^\s*([^#;=[\]\s]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key && value !== undefined) config[`npm_config_${key}`] = expand(unquoted(value), env);
  }
  return config;
}

function defaultFile(env: Environment): string {
  return path.join(env.HOME ?? env.USERPROFILE ?? homedir(), '.npmrc');
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function unquoted(value: string): string {
  return value.replace(/^(["'])(.*)\1$/, '$2');
}

/** npm puts variables in: `${NAME}`. */
function expand(value: string, env: Environment): string {
  return value.replace(/\$\{([^}]+)\}/g, (whole, name: string) => env[name] ?? whole);
}
