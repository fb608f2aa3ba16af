import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CourseFolder } from '../../../src/host/course/courseFolder.ts';

describe('the course folder', () => {
  let dir: string;
  const at = (...parts: string[]) => path.join(dir, ...parts);
  const mine = () => readFile(at('mine/08-a/one.ts'), 'utf8');
  const folder = (version = '1.0.0') =>
    new CourseFolder({
      shipped: at('shipped'),
      types: at('types'),
      folder: at('mine'),
      version,
    });
  const ship = async (text: string) => {
    await mkdir(at('shipped/08-a'), { recursive: true });
    await writeFile(at('shipped/08-a/one.ts'), text);
  };

  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'g101-folder-'));
    await mkdir(at('types/genai101'), { recursive: true });
    await writeFile(at('types/genai101/index.d.ts'), 'export declare const version: 1;\n');
    await ship('const a = 1;\n');
  });

  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('gets a copy with the types and the settings it needs', async () => {
    assert.equal(await folder().copy('08-a', 'one.ts'), at('mine/08-a/one.ts'));
    assert.equal(await mine(), 'const a = 1;\n');
    assert.equal(JSON.parse(await readFile(at('mine/package.json'), 'utf8')).type, 'module');
    assert.equal(
      JSON.parse(await readFile(at('mine/tsconfig.json'), 'utf8')).compilerOptions.strict,
      true,
    );
    await readFile(at('mine/node_modules/genai101/index.d.ts'));
  });

  it('never writes over an edited copy', async () => {
    await folder().copy('08-a', 'one.ts');
    await writeFile(at('mine/08-a/one.ts'), 'const a = 2;\n');
    await folder().copy('08-a', 'one.ts');
    assert.equal(await mine(), 'const a = 2;\n');
    await ship('const a = 3;\n');
    await folder('1.1.0').refresh();
    assert.equal(await mine(), 'const a = 2;\n');
  });

  it('takes over the new version of an example that nobody edited', async () => {
    await folder().copy('08-a', 'one.ts');
    await ship('const a = 3;\n');
    await folder('1.1.0').refresh();
    assert.equal(await mine(), 'const a = 3;\n');
    await ship('const a = 4;\n');
    await folder('1.2.0').copy('08-a', 'one.ts');
    assert.equal(await mine(), 'const a = 4;\n');
  });

  it('counts other line ends as no edit', async () => {
    await folder().copy('08-a', 'one.ts');
    await writeFile(at('mine/08-a/one.ts'), 'const a = 1;\r\n');
    await ship('const a = 3;\n');
    await folder('1.1.0').refresh();
    assert.equal(await mine(), 'const a = 3;\n');
  });

  it('gets new types with a new version', async () => {
    await folder().copy('08-a', 'one.ts');
    await writeFile(at('types/genai101/index.d.ts'), 'export declare const version: 2;\n');
    await folder('1.1.0').refresh();
    assert.match(await readFile(at('mine/node_modules/genai101/index.d.ts'), 'utf8'), /2/);
  });

  it('keeps the learner’s own package.json and tsconfig.json', async () => {
    await mkdir(at('mine'));
    await writeFile(at('mine/package.json'), '{"name":"own"}');
    await folder().copy('08-a', 'one.ts');
    assert.equal(await readFile(at('mine/package.json'), 'utf8'), '{"name":"own"}');
  });

  it('is not made before an example is opened', async () => {
    await folder('1.1.0').refresh();
    await assert.rejects(readFile(at('mine/package.json')), { code: 'ENOENT' });
  });

  it('survives a stamp cut short', async () => {
    await folder().copy('08-a', 'one.ts');
    await writeFile(at('mine/08-a/one.ts'), 'const a = 2;\n');
    await writeFile(at('mine/.genai101.json'), '{"versi');
    await folder().copy('08-a', 'one.ts');
    assert.equal(await mine(), 'const a = 2;\n');
  });
});
