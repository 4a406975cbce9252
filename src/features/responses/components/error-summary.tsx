/** What stopped a form, first on the page, each with a link to its field. */
export function ErrorSummary({
  title,
  problems,
}: {
  title: string;
  problems: { href: string; text: string }[];
}) {
  return (
    <div className="summary" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      {problems.map(({ href, text }) => (
        <p key={href}>
          <a href={href}>{text}</a>
        </p>
      ))}
    </div>
  );
}
