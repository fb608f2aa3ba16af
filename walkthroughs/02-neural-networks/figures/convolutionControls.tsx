/** What can be set of a convolution: its kernel by name, stride, padding, activation and pooling. */
import type { Signal } from '@preact/signals';
import { Touch } from '../../../src/webview/kit/formula.tsx';
import { Slider } from '../../../src/webview/kit/slider.tsx';
import { Switch } from '../../../src/webview/kit/switch.tsx';
import { presets } from './convolutionMaths.ts';

export interface ConvolutionSettings {
  kernel: readonly number[];
  stride: number;
  padding: number;
  /** ReLU after the sum. */
  bend: boolean;
  pooling: string;
}

interface Props {
  settings: ConvolutionSettings;
  onChange: (part: Partial<ConvolutionSettings>) => void;
  active: Signal<string | undefined>;
}

export function ConvolutionControls({ settings, onChange, active }: Props) {
  const { kernel, stride, padding, bend, pooling } = settings;
  const preset = Object.entries(presets).find(([, weights]) =>
    weights.every((weight, i) => weight === kernel[i]),
  );
  return (
    <>
      <div class="bar">
        <Touch term="w" active={active}>
          <Switch
            label="Kernel"
            options={Object.keys(presets).map((name) => [name, name] as const)}
            value={preset?.[0] ?? ''}
            onChoose={(name) => onChange({ kernel: presets[name] ?? kernel })}
          />
        </Touch>
      </div>
      <div class="bar">
        <Touch term="s" active={active} class="grow">
          <Slider
            label="Stride s"
            min={1}
            max={3}
            integer
            value={stride}
            onInput={(value) => onChange({ stride: value })}
          />
        </Touch>
        <Touch term="p" active={active} class="grow">
          <Slider
            label="Padding p"
            min={0}
            max={2}
            integer
            value={padding}
            onInput={(value) => onChange({ padding: value })}
          />
        </Touch>
        <label class="choice">
          <input
            type="checkbox"
            checked={bend}
            onChange={(event) => onChange({ bend: event.currentTarget.checked })}
          />
          ReLU
        </label>
        <Switch
          label="Pooling 2 × 2"
          options={['max', 'average', 'none'].map((kind) => [kind, kind] as const)}
          value={pooling}
          onChoose={(kind) => onChange({ pooling: kind })}
        />
      </div>
    </>
  );
}
