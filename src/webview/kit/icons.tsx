/** The few symbols of our buttons, drawn on a 16 × 16 grid in the colour of the text. */
const shapes = {
  stop: <path d="M4 4h8v8H4z" />,
  play: <path d="M4 2.5v11l9-5.5z" />,
  pause: <path d="M4 3h3v10H4zM9 3h3v10H9z" />,
  again: (
    <path d="M8 2.5a5.5 5.5 0 1 0 5.4 6.6l-1.5-.3A4 4 0 1 1 8 4c1 0 2 .4 2.7 1.1L9 7h5V2l-2.2 2.1A5.5 5.5 0 0 0 8 2.5z" />
  ),
  pin: (
    <path d="M9.5 1.5 14.5 6.5 13.4 7.6 12.7 7.3 10 10l-.2 2.8-1.1 1.1L5.9 11.1 2.5 14.5H1.5V13.5L4.9 10.1 2.1 7.3 3.2 6.2 6 6l2.7-2.7L8.4 2.6z" />
  ),
  save: (
    <path d="M7.25 2h1.5v6.2l2.2-2.2 1.05 1.05L8 11.1 4 7.05 5.05 6l2.2 2.2zM2.5 12.5h11V14h-11z" />
  ),
  close: (
    <path d="m4.05 3 3.95 3.95L11.95 3 13 4.05 9.05 8 13 11.95 11.95 13 8 9.05 4.05 13 3 11.95 6.95 8 3 4.05z" />
  ),
  zoomIn: <path d="M7.25 3h1.5v4.25H13v1.5H8.75V13h-1.5V8.75H3v-1.5h4.25z" />,
  zoomOut: <path d="M3 7.25h10v1.5H3z" />,
  loop: (
    <path d="M11 1.5 14 4.25 11 7V5H5.5A2.5 2.5 0 0 0 3 7.5H1.5a4 4 0 0 1 4-4H11zM5 14.5 2 11.75 5 9v2h5.5A2.5 2.5 0 0 0 13 8.5h1.5a4 4 0 0 1-4 4H5z" />
  ),
  warning: <path d="M8 1.5 15 14H1zm-.75 4.5v4h1.5V6zm0 5v1.5h1.5V11z" fill-rule="evenodd" />,
};

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="currentColor"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  );
}
