/** What pages may send. A page shows what the learner's script made, so its messages are checked like a runner's. */
import * as v from 'valibot';
import type { CertificateToHost } from '../../protocol/certificate.ts';
import { lazily } from '../../protocol/lazily.ts';
import type {
  GalleryToHost,
  SamplesToHost,
  TrainingPreferences,
  TrainingToHost,
} from '../../protocol/views.ts';

const runId = { runId: v.string() };
const Finite = v.pipe(v.number(), v.finite());
const ready = v.object({ type: v.literal('ready') });
const openExample = v.object({ type: v.literal('openExample') });
const runAgain = v.object({ type: v.literal('runAgain'), ...runId });

const Preferences = v.object({
  logScale: v.boolean(),
  smoothing: v.pipe(v.number(), v.minValue(0), v.maxValue(0.99)),
});

const FromTraining: v.GenericSchema<unknown, TrainingToHost> = lazily(() =>
  v.variant('type', [
    ready,
    v.object({ type: v.literal('show'), ...runId }),
    v.object({ type: v.literal('stop'), ...runId }),
    runAgain,
    v.object({ type: v.literal('runTrial'), ...runId, trial: Finite }),
    v.object({ type: v.literal('tune'), ...runId, name: v.string(), value: Finite }),
    v.object({ type: v.literal('preferences'), preferences: Preferences }),
    v.object({ type: v.literal('openScript'), ...runId }),
    openExample,
    v.object({ type: v.literal('installNative') }),
  ]),
);

const FromSamples: v.GenericSchema<unknown, SamplesToHost> = lazily(() =>
  v.variant('type', [
    ready,
    v.object({ type: v.literal('openGallery'), ...runId, name: v.string() }),
    openExample,
  ]),
);

const FromGallery: v.GenericSchema<unknown, GalleryToHost> = lazily(() =>
  v.variant('type', [
    ready,
    v.object({
      type: v.literal('explore'),
      requestId: Finite,
      name: v.string(),
      values: v.array(Finite),
    }),
    v.object({
      type: v.literal('savePng'),
      suggestedName: v.string(),
      png: v.instance(Uint8Array<ArrayBuffer>),
    }),
    runAgain,
  ]),
);

const FromCertificate: v.GenericSchema<unknown, CertificateToHost> = lazily(() =>
  v.variant('type', [
    ready,
    v.object({
      type: v.literal('keep'),
      name: v.pipe(v.string(), v.maxLength(200)),
      chosen: v.string(),
    }),
    v.object({
      type: v.literal('open'),
      what: v.picklist(['concept', 'example', 'exercise']),
      name: v.string(),
    }),
    v.object({ type: v.literal('runExample'), example: v.string() }),
    v.object({ type: v.literal('saveSvg'), suggestedName: v.string(), svg: v.string() }),
    v.object({
      type: v.literal('savePng'),
      suggestedName: v.string(),
      png: v.instance(Uint8Array<ArrayBuffer>),
    }),
  ]),
);

/** What each page sends. */
export interface Messages {
  training: TrainingToHost;
  samples: SamplesToHost;
  gallery: GalleryToHost;
  certificate: CertificateToHost;
}

const schemas: { [Page in keyof Messages]: v.GenericSchema<unknown, Messages[Page]> } = {
  training: FromTraining,
  samples: FromSamples,
  gallery: FromGallery,
  certificate: FromCertificate,
};

/** The message; what is none is a fault of ours and is told in the log. */
export function check<Page extends keyof Messages>(
  page: Page,
  value: unknown,
): Messages[Page] | undefined {
  const result = v.safeParse(schemas[page], value);
  if (result.success) return result.output;
  console.error('[GenAI 101] A page sent what is no message:', result.issues[0]?.message);
  return undefined;
}

/** As they were kept, or those of a first time. */
export function preferencesFrom(kept: unknown): TrainingPreferences {
  const result = v.safeParse(Preferences, kept);
  return result.success ? result.output : { logScale: false, smoothing: 0 };
}
