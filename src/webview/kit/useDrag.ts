import { useRef } from 'preact/hooks';

/** Handlers for an element that is pointed into: `place` is called at the press, and while the pointer is held. */
export function useDrag(place: (event: PointerEvent, box: DOMRect) => void) {
  const dragging = useRef(false);
  const drag = (event: PointerEvent) => {
    if (!dragging.current || !(event.currentTarget instanceof Element)) return;
    place(event, event.currentTarget.getBoundingClientRect());
  };
  const up = () => {
    dragging.current = false;
  };
  return {
    onPointerDown(event: PointerEvent) {
      if (!(event.currentTarget instanceof Element)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      dragging.current = true;
      drag(event);
    },
    onPointerMove: drag,
    onPointerUp: up,
    onPointerCancel: up,
  };
}
