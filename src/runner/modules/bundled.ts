/** Modules that exist only inside the runner: TensorFlow.js and 'genai101', each one instance under all its names. */

const SCHEME = 'genai101:';
const STORE = Symbol.for('genai101.modules');

type Modules = Map<string, object>;

const modules: Modules = new Map();

export function provideModules(provided: Record<string, object>): void {
  for (const [name, namespace] of Object.entries(provided)) modules.set(name, namespace);
  Object.defineProperty(globalThis, STORE, { value: modules, configurable: true });
}

export function isBundled(name: string): boolean {
  return modules.has(name);
}

/** The bundled package that a deep path reaches into. */
export function packageOfDeepPath(specifier: string): string | undefined {
  return [...modules.keys()].find((name) => specifier.startsWith(`${name}/`));
}

export function bundledUrl(name: string, byRequire: boolean): string {
  return `${SCHEME}${name}${byRequire ? '?require' : ''}`;
}

/** The source of a bundled module; undefined where the URL is none. */
export function bundledSource(
  url: string,
): { format: 'module' | 'commonjs'; source: string } | undefined {
  if (!url.startsWith(SCHEME)) return undefined;
  const [name = '', query] = url.slice(SCHEME.length).split('?');
  const held = `globalThis[Symbol.for('genai101.modules')].get(${JSON.stringify(name)})`;
  if (query === 'require') return { format: 'commonjs', source: `module.exports = ${held};` };
  return { format: 'module', source: moduleSource(held, Object.keys(modules.get(name) ?? {})) };
}

/** Names that only exist as types are exported too, as nothing: a script may import them without the word `type`. */
function moduleSource(held: string, names: string[]): string {
  const lines = [`const held = ${held};`, 'export default held;'];
  names
    .filter((name) => name !== 'default')
    .forEach((name, i) => {
      lines.push(`const v${i} = held[${JSON.stringify(name)}]; export { v${i} as ${name} };`);
    });
  const present = new Set(names);
  const types = TYPE_NAMES.filter((name) => !present.has(name));
  if (types.length > 0)
    lines.push(`let type; export { ${types.map((name) => `type as ${name}`).join(', ')} };`);
  return lines.join('\n');
}

const TYPE_NAMES: readonly string[] = [
  ...['Scalar', 'Tensor1D', 'Tensor2D', 'Tensor3D', 'Tensor4D', 'Tensor5D', 'Tensor6D'],
  ...['TensorLike', 'TensorContainer', 'NamedTensorMap', 'TensorInfo', 'NumericTensor'],
  ...['DataType', 'DataTypeMap', 'TypedArray', 'Shape', 'ShapeMap', 'DataToGPUOptions'],
  ...['Logs', 'ModelFitArgs', 'ModelFitDatasetArgs', 'ModelCompileArgs', 'ModelEvaluateArgs'],
  ...['ModelPredictArgs', 'SequentialArgs', 'CustomCallbackArgs', 'MetricFunction', 'GradSaveFunc'],
  ...['PixelData', 'MemoryInfo', 'TimingInfo', 'BackendTimingInfo', 'ProfileInfo', 'Platform'],
  ...['Loggable', 'Numbers', 'Draw', 'ExploreRange', 'TuneRange', 'ShowImagesOptions'],
  ...['ShowAudioOptions', 'ShowCurveOptions', 'ShowMatrixOptions', 'ShowPointsOptions'],
  ...['Objective', 'TrialsOptions'],
  ...['KernelConfig', 'KernelFunc', 'GradConfig', 'GradFunc', 'NamedAttrMap', 'RecursiveArray'],
];
