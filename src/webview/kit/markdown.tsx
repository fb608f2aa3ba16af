/** The little Markdown of our texts: paragraphs, **terms** and `code`. */
export function Markdown({ text }: { text: string }) {
  return (
    <div class="prose">
      {text.split(/\n\s*\n/).map((paragraph, i) => (
        <p key={i}>{inline(paragraph)}</p>
      ))}
    </div>
  );
}

function inline(paragraph: string) {
  return paragraph.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part, i) => {
    if (part.startsWith('**')) return <strong key={i}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`')) return <code key={i}>{part.slice(1, -1)}</code>;
    return part;
  });
}
