/** Makes one DOM tree like another by changing only what differs: what stays is not laid out anew. */

export function patch(present: Element, wanted: Element): void {
  if (present.isEqualNode(wanted)) return;
  patchAttributes(present, wanted);
  let node: ChildNode | null = present.firstChild;
  let other: ChildNode | null = wanted.firstChild;
  while (other) {
    const after: ChildNode | null = node?.nextSibling ?? null;
    const next: ChildNode | null = other.nextSibling;
    patchNode(present, node, other);
    node = after;
    other = next;
  }
  while (node) {
    const after: ChildNode | null = node.nextSibling;
    node.remove();
    node = after;
  }
}

function patchNode(parent: Element, node: ChildNode | null, wanted: ChildNode): void {
  if (node instanceof Element && wanted instanceof Element && node.tagName === wanted.tagName) {
    patch(node, wanted);
  } else if (node instanceof Text && wanted instanceof Text) {
    if (node.data !== wanted.data) node.data = wanted.data;
  } else if (node) node.replaceWith(wanted);
  else parent.append(wanted);
}

function patchAttributes(present: Element, wanted: Element): void {
  for (const name of present.getAttributeNames()) {
    if (!wanted.hasAttribute(name)) present.removeAttribute(name);
  }
  for (const name of wanted.getAttributeNames()) {
    const value = wanted.getAttribute(name) ?? '';
    if (present.getAttribute(name) === value) continue;
    // The page's policy forbids style attributes, not styles set by code.
    if (name === 'style') styleOf(present).cssText = styleOf(wanted).cssText;
    else present.setAttribute(name, value);
  }
}

function styleOf(element: Element): CSSStyleDeclaration {
  return (element as Element & ElementCSSInlineStyle).style;
}
