/** `tf.node` as '@tensorflow/tfjs-node' 4.22 has it. */
import type {
  CustomCallback,
  InferenceModel,
  ModelPredictConfig,
  NamedTensorMap,
  Scalar,
  Tensor,
  Tensor3D,
  Tensor4D,
} from '@tensorflow/tfjs';

/**
 * Decodes a picture of any of these kinds: PNG, JPEG, GIF, BMP.
 * @param contents the bytes of the file
 * @param channels 0: as in the file; 1: grey; 3: RGB; 4: RGBA
 * @param dtype only 'int32' is supported
 * @param expandAnimations a GIF gives all its frames, with the shape [frames, height, width, 3]; else only the first
 * @returns int32 from 0 to 255, of shape [height, width, channels]
 */
export function decodeImage(
  contents: Uint8Array,
  channels?: number,
  dtype?: string,
  expandAnimations?: boolean,
): Tensor3D | Tensor4D;

/** Decodes a PNG into int32 from 0 to 255, of shape [height, width, channels]. See `decodeImage`. */
export function decodePng(contents: Uint8Array, channels?: number, dtype?: string): Tensor3D;

/** Decodes a BMP into int32 from 0 to 255, of shape [height, width, channels]. See `decodeImage`. */
export function decodeBmp(contents: Uint8Array, channels?: number): Tensor3D;

/** Decodes a GIF into int32 from 0 to 255, of shape [frames, height, width, 3]. */
export function decodeGif(contents: Uint8Array): Tensor4D;

/**
 * Decodes a JPEG into int32 from 0 to 255, of shape [height, width, channels].
 * @param channels 0: as in the file; 1: grey; 3: RGB
 * @param ratio makes the picture smaller by 1, 2, 4 or 8 while decoding
 * @param fancyUpscaling smooths the colour planes
 * @param tryRecoverTruncated decodes what there is of a file that was cut off
 * @param acceptableFraction how much of its lines such a file must have, 0 to 1
 * @param dctMethod '' for the default, 'INTEGER_FAST' or 'INTEGER_ACCURATE'
 */
export function decodeJpeg(
  contents: Uint8Array,
  channels?: number,
  ratio?: number,
  fancyUpscaling?: boolean,
  tryRecoverTruncated?: boolean,
  acceptableFraction?: number,
  dctMethod?: string,
): Tensor3D;

/**
 * Encodes a picture as JPEG.
 * @param image int32 from 0 to 255, of shape [height, width, channels]
 * @param format '' takes it from the number of channels
 * @param quality 0 to 100
 */
export function encodeJpeg(
  image: Tensor3D,
  format?: '' | 'grayscale' | 'rgb',
  quality?: number,
  progressive?: boolean,
  optimizeSize?: boolean,
  chromaDownsampling?: boolean,
  densityUnit?: 'in' | 'cm',
  xDensity?: number,
  yDensity?: number,
  xmpMetadata?: string,
): Promise<Uint8Array>;

/**
 * Encodes a picture as PNG.
 * @param image int32 from 0 to 255, of shape [height, width, channels]
 * @param compression 0 (none) to 9
 */
export function encodePng(image: Tensor3D, compression?: number): Promise<Uint8Array>;

/** Writes numbers that TensorBoard shows. */
export declare class SummaryFileWriter {
  /** Adds one number to the chart `name`. */
  scalar(name: string, value: Scalar | number, step: number, description?: string): void;
  /** Adds the distribution of a tensor's values to `name`. */
  histogram(
    name: string,
    data: Tensor,
    step: number,
    bucketCount?: number,
    description?: string,
  ): void;
  /** Writes what is still in memory. */
  flush(): void;
}

/**
 * Opens event files for TensorBoard.
 * @param logdir the folder they are written in
 * @param maxQueue events kept in memory before they are written, 10 by default
 * @param flushMillis milliseconds after which they are written all the same, 120,000 by default
 * @param filenameSuffix the end of the files' names, '.v2' by default
 */
export function summaryFileWriter(
  logdir: string,
  maxQueue?: number,
  flushMillis?: number,
  filenameSuffix?: string,
): SummaryFileWriter;

export interface TensorBoardCallbackArgs {
  /** When losses and metrics are written: after each 'epoch' (the default), or after each 'batch' too. */
  updateFreq?: 'batch' | 'epoch';
  /** Every how many epochs the weights' distributions are written; 0, the default, is never. */
  histogramFreq?: number;
}

/** What `tensorBoard` makes. */
export declare class TensorBoardCallback extends CustomCallback {
  readonly logdir: string;
  constructor(logdir?: string, args?: TensorBoardCallbackArgs);
}

/**
 * A callback for `model.fit` that writes losses and metrics as event files for TensorBoard.
 *
 * ```ts
 * await model.fit(xs, ys, { epochs: 10, callbacks: tf.node.tensorBoard('logs') });
 * ```
 */
export function tensorBoard(logdir?: string, args?: TensorBoardCallbackArgs): TensorBoardCallback;

export interface MetaGraph {
  tags: string[];
  signatureDefs: {
    [key: string]: {
      inputs: { [key: string]: SavedModelTensorInfo };
      outputs: { [key: string]: SavedModelTensorInfo };
    };
  };
}

export interface SavedModelTensorInfo {
  dtype: string;
  tfDtype: string;
  shape: number[];
  name: string;
}

/** A model in TensorFlow's SavedModel format; it needs the native engine. */
export declare class TFSavedModel implements InferenceModel {
  get inputs(): InferenceModel['inputs'];
  get outputs(): InferenceModel['outputs'];
  dispose(): void;
  predict(
    inputs: Tensor | Tensor[] | NamedTensorMap,
    config?: ModelPredictConfig,
  ): Tensor | Tensor[] | NamedTensorMap;
  execute(
    inputs: Tensor | Tensor[] | NamedTensorMap,
    outputs: string | string[],
  ): Tensor | Tensor[];
}

/** Loads a SavedModel from its folder. It needs the native engine; elsewhere it throws and says so. */
export function loadSavedModel(
  path: string,
  tags?: string[],
  signature?: string,
): Promise<TFSavedModel>;

/** What a SavedModel takes and gives. It needs the native engine. */
export function getMetaGraphsFromSavedModel(path: string): Promise<MetaGraph[]>;

/** How many SavedModels are loaded. */
export function getNumOfSavedModels(): number;
