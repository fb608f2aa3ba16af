import { type ComponentChild, render } from 'preact';

/** Renders a view into the page's `#root`, all that the page holds besides its script and style sheet. */
export function mount(view: ComponentChild): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element #root to draw in.');
  render(view, root);
}
