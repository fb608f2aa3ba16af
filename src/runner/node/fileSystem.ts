/** `file://` for saving and loading models: a folder with model.json and weights.bin, as tfjs-node lays it out. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '../../engine/tf.ts';
import { ScriptProblem } from '../errors/problem.ts';

const SCHEME = 'file://';
const WEIGHTS = 'weights.bin';

export function registerFileScheme(): void {
  tf.io.registerSaveRouter(route);
  tf.io.registerLoadRouter(route);
}

function route(url: string | string[]): tf.io.IOHandler {
  // TensorFlow.js takes null as “not mine” and asks its next handler, though its types do not say so.
  if (typeof url !== 'string' || !url.startsWith(SCHEME)) return null as unknown as tf.io.IOHandler;
  return fileSystem(url.slice(SCHEME.length));
}

/** @param location a folder to save to, or a model.json to load */
export function fileSystem(location: string): tf.io.IOHandler {
  const place = path.resolve(location);
  return { save: (artifacts) => save(place, artifacts), load: () => load(place) };
}

async function save(folder: string, artifacts: tf.io.ModelArtifacts): Promise<tf.io.SaveResult> {
  const { weightData, weightSpecs = [] } = artifacts;
  if (artifacts.modelTopology instanceof ArrayBuffer) {
    throw new ScriptProblem(
      'A model with a binary topology (a frozen graph) cannot be saved to files.',
    );
  }
  await makeFolder(folder);
  const weights = Buffer.from(tf.io.CompositeArrayBuffer.join(weightData));
  const { modelTopology, format, generatedBy, convertedBy, ...optional } = artifacts;
  const { trainingConfig, signature, userDefinedMetadata, modelInitializer, initializerSignature } =
    optional;
  const model = {
    ...{ modelTopology, weightsManifest: [{ paths: [WEIGHTS], weights: weightSpecs }] },
    ...{ format, generatedBy, convertedBy, trainingConfig, signature, userDefinedMetadata },
    ...{ modelInitializer, initializerSignature },
  };
  await writeFile(path.join(folder, 'model.json'), JSON.stringify(model));
  await writeFile(path.join(folder, WEIGHTS), weights);
  return { modelArtifactsInfo: tf.io.getModelArtifactsInfoForJSON(artifacts) };
}

async function makeFolder(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there && !there.isDirectory()) {
    throw new ScriptProblem(`A model is saved as a folder, and ${folder} is a file.`);
  }
  await mkdir(folder, { recursive: true });
}

async function load(file: string): Promise<tf.io.ModelArtifacts> {
  const there = await stat(file).catch(() => undefined);
  if (!there) throw new ScriptProblem(`There is no model ${file}.`);
  if (there.isDirectory()) {
    throw new ScriptProblem(`${file} is a folder: load the model.json in it.`);
  }
  const model: tf.io.ModelJSON = JSON.parse(await readFile(file, 'utf8'));
  return tf.io.getModelArtifactsForJSON(model, (manifest) => loadWeights(file, manifest));
}

async function loadWeights(
  file: string,
  manifest: tf.io.WeightsManifestConfig,
): Promise<[tf.io.WeightsManifestEntry[], ArrayBuffer]> {
  const paths = manifest.flatMap((group) => group.paths);
  const buffers = await Promise.all(
    paths.map((part) => readPart(path.resolve(path.dirname(file), part))),
  );
  const specs = manifest.flatMap((group) => group.weights);
  return [specs, tf.io.CompositeArrayBuffer.join(buffers)];
}

async function readPart(file: string): Promise<ArrayBuffer> {
  const bytes = await readFile(file).catch(() => {
    throw new ScriptProblem(`The weights ${file} are missing.`);
  });
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}
