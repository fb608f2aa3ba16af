/** The certificate's page from top to bottom. */
import { useState } from 'preact/hooks';
import { Icon } from '../kit/icons.tsx';
import { Chapters } from './chapters.tsx';
import { Pictures } from './pictures.tsx';
import {
  alternative,
  name,
  problem,
  rename,
  saveAsPng,
  saveAsSvg,
  sheetAddress,
  snapshot,
  svg,
} from './store.ts';

export function CertificateView() {
  if (!snapshot.value) return null;
  return (
    <main class="certificate">
      <h1>Certificate</h1>
      <Tools />
      {sheetAddress.value && <img class="sheet" src={sheetAddress.value} alt={alternative.value} />}
      <Pictures />
      <Chapters chapters={snapshot.value.chapters} />
    </main>
  );
}

function Tools() {
  return (
    <div class="certificate-tools">
      <label>
        Name on the certificate
        <input
          type="text"
          maxLength={80}
          autocomplete="off"
          value={name.value}
          onInput={(event) => rename(event.currentTarget.value)}
        />
      </label>
      <span class="buttons">
        <Save label="Save as PNG" save={saveAsPng} primary />
        <Save label="Save as SVG" save={saveAsSvg} />
      </span>
      <p class="muted">The name stays on this computer.</p>
      {problem.value && <p role="alert">{problem.value}</p>}
    </div>
  );
}

interface SaveProps {
  label: string;
  save: () => Promise<void>;
  primary?: boolean;
}

function Save({ label, save, primary = false }: SaveProps) {
  const [busy, setBusy] = useState(false);
  const onClick = async () => {
    setBusy(true);
    problem.value = '';
    try {
      await save();
    } catch (error) {
      problem.value = error instanceof Error ? error.message : String(error);
    }
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={primary ? 'primary' : ''}
      disabled={busy || svg.value === undefined}
      onClick={() => void onClick()}
    >
      <Icon name="save" />
      {label}
    </button>
  );
}
