/** The gallery from top to bottom. */
import { Chooser } from './chooser.tsx';
import { ExplorerView } from './explorer.tsx';
import { Filmstrip } from './filmstrip.tsx';
import { Stage } from './stage.tsx';
import { frames, run, selected } from './store.ts';
import { Toolbar } from './toolbar.tsx';
import { Transport } from './transport.tsx';

export function GalleryView() {
  if (!run.value) return null;
  return (
    <div class="gallery">
      <Chooser />
      <Content />
    </div>
  );
}

function Content() {
  const choice = selected.value;
  if (!choice)
    return <p class="empty muted">No samples yet. They appear here as the script shows them.</p>;
  if (choice.kind === 'explorer') return <ExplorerView key={choice.name} name={choice.name} />;
  if (frames.value.list.length === 0) return <p class="empty muted">No frames.</p>;
  return (
    <>
      <Toolbar />
      <Stage />
      <Transport />
      <Filmstrip />
    </>
  );
}
