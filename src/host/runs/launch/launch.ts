/** What it takes to start and watch a run: loaded with the first one. */
import { History } from '../store/history.ts';
import { debugRunner } from './debugRunner.ts';
import { forkRunner } from './forkRunner.ts';
import { newHead, runRequest } from './request.ts';
import { readyScript } from './script.ts';
import { Watch } from './watch.ts';

export const launch = { History, Watch, debugRunner, forkRunner, newHead, readyScript, runRequest };
