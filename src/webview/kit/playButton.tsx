/** Starts and pauses what moves by itself; the primary button while it stands still. */
interface Props {
  playing: boolean;
  onClick: () => void;
  /** What it says while nothing moves. */
  start?: string;
  disabled?: boolean;
}

export function PlayButton({ playing, onClick, start = 'Play', disabled = false }: Props) {
  return (
    <button
      type="button"
      class={playing ? 'pace' : 'pace primary'}
      disabled={disabled}
      onClick={onClick}
    >
      {playing ? 'Pause' : start}
    </button>
  );
}
