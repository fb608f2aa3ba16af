/** Makes one DOM tree like another by changing only what differs: what stays is not laid out anew. */

export function patch(present: Element, wanted: Element): void {
  patchAttributes(present, wanted);
  const nodes = [...present.childNodes];
  const others = [...wanted.childNodes];
  others.forEach((other, i) => {
    const node = nodes[i];
    if (node instanceof Element && other instanceof Element && node.tagName === other.tagName) {
      patch(node, other);
    } else if (node instanceof Text && other instanceof Text) {
      if (node.data !== other.data) node.data = other.data;
    } else if (node) node.replaceWith(other);
    else present.append(other);
  });
  for (const extra of nodes.slice(others.length)) extra.remove();
}

function patchAttributes(present: Element, wanted: Element): void {
  for (const { name } of [...present.attributes]) {
    if (!wanted.hasAttribute(name)) present.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (present.getAttribute(name) === value) continue;
    // The page's policy forbids style attributes, not styles set by code.
    if (name === 'style') styleOf(present).cssText = styleOf(wanted).cssText;
    else present.setAttribute(name, value);
  }
}

function styleOf(element: Element): CSSStyleDeclaration {
  return (element as Element & ElementCSSInlineStyle).style;
}
