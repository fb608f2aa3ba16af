import assert from 'node:assert/strict';
import { fitted, sizeFor, widthOf } from '../../../../src/webview/certificate/fit.ts';
import { drawSheet, type Sheet } from '../../../../src/webview/certificate/sheet.ts';
import { element, text } from '../../../../src/webview/certificate/xml.ts';
import { chapter } from './chapters.ts';

const data = 'data:image/png;base64,iVBORw0KGgo=';
const picture = { data, width: 800, height: 400, caption: ['“samples” at step 9', 'a.ts, seed 3'] };
const draw = (change: Partial<Sheet> = {}) =>
  drawSheet({
    name: 'Ada',
    date: '25 November 2026',
    chapters: [chapter(1, 4), chapter(2, 1)],
    alternative: 'A certificate',
    ...change,
  });
const numbers = (svg: string, attribute: string) =>
  [...svg.matchAll(new RegExp(` ${attribute}="([-\\d.]+)"`, 'g'))].map(([, value]) =>
    Number(value),
  );

describe('XML', () => {
  it('escapes what has a meaning in it', () => {
    assert.equal(text(`<a href="x">&'`), '&#60;a href=&#34;x&#34;&#62;&#38;&#39;');
    assert.equal(element('a', { b: '"<' }, text('<')), '<a b="&#34;&#60;">&#60;</a>');
  });

  it('leaves out what it cannot hold: control characters and halves of pairs', () => {
    assert.equal(text('a\u0000\u001b\ufffe\ud800b\nc😀'), 'ab c😀');
  });
});

describe('the sheet', () => {
  it('is an A4 page, landscape', () => {
    assert.match(
      draw(),
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg [^>]*width="297mm" height="210mm" viewBox="0 0 1188 840"/,
    );
  });

  it('is styled by attributes alone, with the fonts that every system has', () => {
    const svg = draw({ picture });
    assert.doesNotMatch(svg, /<style|\sstyle=|<script|\son\w+=|class=/);
    const fonts = new Set([...svg.matchAll(/font-family="([^"]*)"/g)].map(([, font]) => font));
    assert.deepEqual([...fonts].sort(), ['sans-serif', 'serif']);
  });

  it('holds its picture inside, pixel by pixel, in its proportions, with its source below', () => {
    const svg = draw({ picture });
    const image = /<image [^>]*>/.exec(svg)?.[0] ?? '';
    assert.match(image, /image-rendering="pixelated"/);
    assert.ok(image.includes(`href="${data}"`));
    const [width = 0, height = 0] = ['width', 'height'].map((name) => numbers(image, name)[0]);
    assert.equal(width / height, 2);
    assert.ok(svg.includes('“samples” at step 9') && svg.includes('a.ts, seed 3'));
    assert.doesNotMatch(draw(), /<image/);
    assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:/);
  });

  it('shows any name as it was written, as large as fits', () => {
    const name = `<script>alert("1")</script> & Co`;
    assert.ok(draw({ name }).includes(text(name)));
    const long = draw({ name: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(2).trim() });
    const size = Number(/font-size="([\d.]+)" font-style="italic"/.exec(long)?.[1]);
    assert.ok(size < 44 && size >= 16, String(size));
  });

  it('says “in the making” until all is done', () => {
    assert.match(draw(), /Certificate in the making/);
    assert.match(draw(), /is on the way: 5 of 8 ideas/);
    const done = draw({ chapters: [chapter(1, 4)] });
    assert.doesNotMatch(done, /in the making/);
    assert.match(done, /has completed the course: all 4 ideas/);
  });

  it('keeps every line of its table on the page, however many chapters there are', () => {
    for (const count of [0, 1, 6, 12, 40]) {
      const chapters = Array.from({ length: count }, (_, i) => chapter(i + 1, 2));
      const svg = draw({ chapters, picture });
      assert.equal(svg.match(/Chapter \d+</g)?.length ?? 0, count);
      assert.ok(Math.max(...numbers(svg, 'y')) < 800, String(count));
    }
  });
});

describe('texts of the sheet', () => {
  it('are cut where they would not fit, between whole characters', () => {
    assert.equal(fitted('short', 10, 100), 'short');
    const cut = fitted('😀'.repeat(50), 10, 100);
    assert.match(cut, /^(😀)+…$/u);
    assert.ok(widthOf(cut, 10) <= 100);
  });

  it('take a size within bounds', () => {
    assert.equal(sizeFor('a', 1000, 44, 16), 44);
    assert.equal(sizeFor('m'.repeat(500), 300, 44, 16), 16);
  });
});
