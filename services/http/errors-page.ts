/**
 * `specs/errors.md` as a page of its own. Knows what that file uses: headings, paragraphs and `code`;
 * a heading that is a code can be linked to by it, as the `type` of every problem does.
 */
export function errorsPage(markdown: string): string {
  const blocks = markdown.split(/\n{2,}/).map((block) => block.trim());
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Crossdock errors and findings</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<style>${style}${backStyle}</style>
</head>
<body>${backBar}<main>
${blocks.filter(Boolean).map(block).join('\n')}
</main></body>
</html>
`;
}

/** The way back to the portal, on pages that stand outside of its frame. */
export const backBar = '<nav class="back" aria-label="Crossdock"><a href="/">← Back to Crossdock</a></nav>';
export const backStyle = `.back{padding:.7rem 1.2rem;font:14px/1.4 system-ui,sans-serif;border-bottom:1px solid #8886}.back a{color:inherit;text-decoration:none;font-weight:550}.back a:hover{text-decoration:underline}
html.framed .back,html.framed .swagger-ui .topbar{display:none}html.dark-mode,html.dark-mode body{background:#111516;color:#e7eced}`;

const style = `:root{color-scheme:light dark}body{font:16px/1.55 system-ui,sans-serif;margin:0}main{max-width:46rem;margin:0 auto;padding:2rem 1rem 6rem}
h2{margin-top:3rem}h3{margin:2rem 0 .25rem;font-size:1rem;scroll-margin-top:3rem}p{margin:.25rem 0}code{font:.95em ui-monospace,monospace}:target{outline:2px solid;outline-offset:.4rem}`;

function block(text: string): string {
  const [, marks, heading] = /^(#{1,3}) (.*)$/.exec(text) ?? [];
  if (!marks || heading === undefined) return `<p>${inline(text)}</p>`;
  const [, code] = /^`([^`]+)`/.exec(heading) ?? [];
  const level = marks.length;
  return `<h${level}${code ? ` id="${escaped(code)}"` : ''}>${inline(heading)}</h${level}>`;
}

const inline = (text: string) => escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
