/** What the marks of a GAN’s plane mean. */
export function FieldKeys({ arrows }: { arrows: boolean }) {
  return (
    <ul class="keys">
      <li>
        <span class="cross-mark" aria-hidden="true">
          ×
        </span>{' '}
        real
      </li>
      <li>
        <i class="made-mark" /> made
      </li>
      <li>
        <i class="field-mark" /> looks real to the discriminator
      </li>
      {arrows && <li>→ pull on the made points</li>}
    </ul>
  );
}
