/** A process that measures the engines and prints what is known as JSON. Its one argument: `Surroundings` as JSON. */
import { measureEngines } from './measure.ts';

const findings = await measureEngines(JSON.parse(process.argv[2] ?? '{}'));
process.stdout.write(`${JSON.stringify(findings ?? {})}\n`);
