/**
 * How much work it is for each figure to answer: `npx tsx test/ui/pages/figureTimes.ts [chapter or concept …]` (after a build).
 * Every control is worked by key and by pointer in Chromium, one input after the other, in a panel where nothing else moves.
 * Measured is the CPU time of the page's main thread (scripts, style, layout, painting), which other work on the machine
 * does not change much. A frame has 16 ms. Linux only.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { concepts } from '../../../src/curriculum/course.ts';
import { course } from '../../../walkthroughs/course.ts';
import { launchChromium, openView } from './harness.ts';

interface Row {
  concept: string;
  control: string;
  /** ms of CPU: half of the inputs took less. */
  median: number;
  worst: number;
}

type Input = () => Promise<unknown>;
type Ready = (index: number) => Promise<unknown>;

const REPEATS = 9;
/** Inputs before those that count: the first ones run code that is not compiled yet. */
const WARM_UP = 4;
/** Controls of a kind: twenty pictures to choose from are all alike. */
const MOST = 8;
/** Until what an input set off has been drawn, in ms. */
const SETTLE = 120;

const wanted = process.argv.slice(2);
const browser = await launchChromium();
const rows: Row[] = [];
try {
  for (const { chapter, concept } of concepts(course)) {
    const names = [String(chapter.number), concept.id];
    if (wanted.length > 0 && !wanted.some((name) => names.includes(name))) continue;
    rows.push(...(await measureFigure(browser, chapter.folder, concept.id)));
  }
} finally {
  await browser.close();
}
console.table(
  rows.map(({ concept, control, median, worst }) => ({
    concept,
    control,
    'median, ms': median.toFixed(1),
    'worst, ms': worst.toFixed(1),
  })),
);

async function measureFigure(chromium: Browser, folder: string, concept: string): Promise<Row[]> {
  const page = await openFigure(chromium, folder, concept);
  const pids = await renderers(chromium);
  const found: Row[] = [];
  /** @param ready what comes before each input, and does not count */
  const measure = async (control: string, inputs: readonly Input[], ready?: Ready) => {
    const costs: number[] = [];
    for (const [i, input] of inputs.entries()) {
      await ready?.(i);
      costs.push(await costOf(page, pids, input));
    }
    const trains = await pause(page);
    costs.splice(0, Math.min(WARM_UP, inputs.length >> 1));
    costs.sort((a, b) => a - b);
    const [median = 0, worst = 0] = [costs[costs.length >> 1], costs.at(-1)];
    const name = trains ? `${control} (starts training, counted too)` : control;
    console.log(concept, '|', name, '|', median.toFixed(1), '|', worst.toFixed(1));
    found.push({ concept, control: name, median, worst });
  };
  for (const control of await visible(page, 'input[type=range]')) {
    await control.focus();
    await measure(await nameOf(control), keys(page, ['ArrowRight', 'ArrowLeft']));
  }
  for (const control of await visible(page, '[role=slider], .figure [role=application]')) {
    const name = await nameOf(control);
    await control.focus();
    await measure(`${name}, key`, keys(page, ['ArrowRight', 'ArrowLeft']));
    await measure(`${name}, pointer`, await drag(page, control));
  }
  for (const control of await visible(page, 'select')) {
    const options = await control.locator('option').count();
    const choose = (i: number) => () => control.selectOption({ index: (i + 1) % options });
    await measure(
      await nameOf(control),
      Array.from({ length: WARM_UP + REPEATS }, (_, i) => choose(i)),
    );
  }
  for (const control of await visible(page, 'button')) {
    const name = await nameOf(control);
    if (/^(Train|Play|Pause|Slide|Dream|Write$)/.test(name) || !(await control.isEnabled()))
      continue;
    await control.focus();
    await measure(name, keys(page, ['Enter']).slice(0, 7), await turns(page, control));
  }
  await page.context().close();
  return found;
}

async function openFigure(chromium: Browser, folder: string, conceptId: string): Promise<Page> {
  const view = await openView(chromium, { view: `panel-${folder}`, width: 1200, height: 900 });
  const empty = { type: 'snapshot', answers: [], figures: {}, runs: [] };
  await view.send({ ...empty, conceptId });
  await view.page.waitForSelector('.figure .data');
  await view.page.waitForTimeout(1500);
  return view.page;
}

/** Whether something played that had to be paused. */
async function pause(page: Page): Promise<boolean> {
  const buttons = await page.locator('.figure button', { hasText: /^Pause/ }).all();
  for (const button of buttons) await button.press('Enter');
  return buttons.length > 0;
}

async function costOf(page: Page, pids: readonly number[], input: Input): Promise<number> {
  const before = cpuTime(pids);
  await input();
  await page.waitForTimeout(SETTLE);
  return cpuTime(pids) - before;
}

async function renderers(chromium: Browser): Promise<number[]> {
  const session = await chromium.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** Of the main threads, in ms. */
function cpuTime(pids: readonly number[]): number {
  const nanoseconds = pids.map((pid) =>
    Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

function keys(page: Page, names: readonly string[]): Input[] {
  return Array.from(
    { length: WARM_UP + REPEATS },
    (_, i) => () => page.keyboard.press(names[i % names.length] ?? ''),
  );
}

/** A button that stays pressed: pressed again it does nothing, so another of its group takes turns with it. */
async function turns(page: Page, control: Locator): Promise<Ready | undefined> {
  const group = control.locator('xpath=../button[@aria-pressed]');
  if ((await group.count()) < 2) return undefined;
  const index = await control.evaluate((button) =>
    [...(button.parentElement?.querySelectorAll(':scope > button[aria-pressed]') ?? [])].indexOf(
      button,
    ),
  );
  return async (i) => {
    await group.nth(i % 2 === 0 ? index : index === 0 ? 1 : index - 1).focus();
    await page.waitForTimeout(SETTLE);
  };
}

/** The pointer is held over a control, and moved bit by bit. */
async function drag(page: Page, control: Locator): Promise<Input[]> {
  await control.scrollIntoViewIfNeeded();
  const box = await control.boundingBox();
  if (!box) return [];
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  const moves = Array.from(
    { length: WARM_UP + REPEATS },
    (_, i) => () => page.mouse.move(x + 4 * (i + 1), y + 3 * (i + 1)),
  );
  return [() => page.mouse.down(), ...moves, () => page.mouse.up()];
}

async function visible(page: Page, selector: string): Promise<Locator[]> {
  const all = await page.locator(`.figure ${selector}`).all();
  const shown = await Promise.all(all.map((control) => control.isVisible()));
  return all.filter((_, i) => shown[i]).slice(0, MOST);
}

async function nameOf(control: Locator): Promise<string> {
  const name = await control.evaluate((element) => {
    const label =
      'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : undefined;
    return element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
  });
  return name.trim().slice(0, 40);
}
