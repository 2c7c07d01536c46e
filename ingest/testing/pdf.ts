/** A small writer of PDF, so that tests make their own: Helvetica, lines broken by width with hyphens, one or two columns. */

interface Options {
  readonly title?: string;
  readonly columns?: 1 | 2;
  /** A line at the top of every page. */
  readonly head?: string;
}

const PAGE = { width: 595, height: 842, margin: 60, leading: 14, size: 11, gutter: 30 };
/** Half the size of the letters is about the width of one. */
const CHARACTER = PAGE.size * 0.5;

export function pdf(
  paragraphs: readonly string[],
  { title = '', columns = 1, head }: Options = {},
): Uint8Array {
  const width = (PAGE.width - 2 * PAGE.margin - (columns - 1) * PAGE.gutter) / columns;
  const lines = paragraphs.flatMap((p) => [...broken(p, Math.floor(width / CHARACTER)), '']);
  const perColumn = Math.floor((PAGE.height - 2 * PAGE.margin - 30) / PAGE.leading);
  const perPage = perColumn * columns;
  const pages: string[] = [];
  for (let at = 0; at < Math.max(1, lines.length); at += perPage) {
    const commands = head ? [place(`${head} ${pages.length + 1}`, PAGE.margin, PAGE.height - 30)] : [];
    for (const [n, line] of lines.slice(at, at + perPage).entries()) {
      const x = PAGE.margin + Math.floor(n / perColumn) * (width + PAGE.gutter);
      if (line !== '')
        commands.push(place(line, x, PAGE.height - PAGE.margin - 30 - (n % perColumn) * PAGE.leading));
    }
    pages.push(`BT /F1 ${PAGE.size} Tf ${commands.join(' ')} ET`);
  }
  return assemble(pages, title);
}

const WESTERN: Readonly<Record<string, string>> = {
  '–': '\x96',
  '—': '\x97',
  '‘': '\x91',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
};
/** A string in WinAnsi; letters that it lacks lose their marks. */
const string = (s: string): string =>
  `(${s
    .replace(/[–—‘’“”]/g, (c) => WESTERN[c] ?? c)
    .replace(/[^\0-\xff]/g, (c) => c.normalize('NFD').replace(/[^\0-\xff]/g, '') || '?')
    .replace(/[\\()]/g, '\\$&')})`;
const place = (line: string, x: number, y: number): string => `1 0 0 1 ${x} ${y} Tm ${string(line)} Tj`;

/** Lines of at most so many characters; long words are broken with a hyphen. */
function broken(paragraph: string, most: number): string[] {
  const lines: string[] = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1)!;
    const room = most - line.length - 1;
    if (word.length <= room || line === '') lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    else if (/^\p{Ll}{9,}[.,]?$/u.test(word) && room > 5) {
      lines[lines.length - 1] = `${line} ${word.slice(0, 4)}-`;
      lines.push(word.slice(4));
    } else lines.push(word);
  }
  return lines;
}

function assemble(pages: readonly string[], title: string): Uint8Array {
  const kids = pages.map((_, n) => `${5 + 2 * n} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title ${string(title)} >>`,
    ...pages.flatMap((content, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Contents ${6 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, n) => {
    const at = file.length;
    file += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
