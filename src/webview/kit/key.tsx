/** What a line of a drawing stands for: one entry of a list of keys. */
import type { ComponentChildren } from 'preact';

interface Props {
  /** A colour of the theme, for example 'charts-blue'. */
  token: string;
  dashed?: boolean | undefined;
  children: ComponentChildren;
}

export function Key({ token, dashed = false, children }: Props) {
  return (
    <li>
      <i
        class={dashed ? 'key-line dashed' : 'key-line'}
        style={{ '--key': `var(--vscode-${token})` }}
      />{' '}
      {children}
    </li>
  );
}
