/** Which items of a long row are in sight: only these are in the page. */
export interface Window {
  first: number;
  /** One past the last. */
  end: number;
}

export function itemsInSight(
  scroll: number,
  viewport: number,
  itemSize: number,
  count: number,
  overscan = 3,
): Window {
  const first = Math.max(0, Math.floor(scroll / itemSize) - overscan);
  const end = Math.min(count, Math.ceil((scroll + viewport) / itemSize) + overscan);
  return { first: Math.min(first, count), end: Math.max(end, Math.min(first, count)) };
}

/** Where to scroll so that an item is in sight: not at all where it is, else as little as needed. */
export function scrollTo(
  index: number,
  scroll: number,
  viewport: number,
  itemSize: number,
  count: number,
): number {
  const start = index * itemSize;
  const room = Math.max(0, count * itemSize - viewport);
  const margin = Math.min(itemSize, Math.max(0, (viewport - itemSize) / 2));
  if (start - margin < scroll) return Math.max(0, start - margin);
  if (start + itemSize + margin > scroll + viewport) {
    return Math.min(room, start + itemSize + margin - viewport);
  }
  return Math.min(scroll, room);
}
