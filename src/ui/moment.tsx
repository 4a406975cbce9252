/** A moment in the words given; the exact one for machines, and on hover as `title` ("5 minutes ago" → the date). */
export function Moment({ iso, text, title }: { iso: string; text: string; title?: string }) {
  return (
    <time dateTime={iso} title={title} className="whitespace-nowrap tabular-nums">
      {text}
    </time>
  );
}
