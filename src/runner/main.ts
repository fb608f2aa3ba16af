/**
 * The runner: the child process that runs one script and reports on it.
 * This file only makes what follows load quickly: compiled code is kept between runs.
 */
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

// One folder a user: it holds code.
const folder = path.join(tmpdir(), `genai101-compiled-${process.getuid?.() ?? 'own'}`);
enableCompileCache(process.env.NODE_COMPILE_CACHE ?? folder);
const { start } = await import('./start.ts');
// Not awaited: a script may wait forever, and this module's own end must not depend on it.
void start();
