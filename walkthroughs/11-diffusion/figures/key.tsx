/** What a colour of the plane stands for. */
interface Props {
  token: string;
  text: string;
}

export function Key({ token, text }: Props) {
  return (
    <li>
      <i class="key-line" style={{ '--key': `var(--vscode-${token})` }} /> {text}
    </li>
  );
}
