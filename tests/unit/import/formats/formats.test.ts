import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../core/import/index.ts';
import type { DecodedDocument } from '../../../../core/import/types.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A block as its kind, depth and text. */
function shape({ text, blocks = [] }: DecodedDocument): string[] {
  return blocks.map(({ kind, depth, start, end }) => `${kind} ${depth} ${text.slice(start, end)}`);
}

function rowsOf({ text, blocks = [] }: DecodedDocument): Record<string, string>[] {
  return blocks
    .filter(({ kind }) => kind === 'row')
    .map(({ cells }) => Object.fromEntries(cells.map(({ header, start, end }) => [header, text.slice(start, end)])));
}

function expectSound(document: DecodedDocument): void {
  let last = 0;
  for (const { start, end, cells, parent } of document.blocks ?? []) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(document.text.length);
    expect(parent).toBeLessThan((document.blocks ?? []).length);
    for (const cell of cells) {
      expect(cell.start).toBeGreaterThanOrEqual(start);
      expect(cell.end).toBeLessThanOrEqual(end);
    }
    last = end;
  }
}

describe('HTML', () => {
  it('is set as headings, nested lists, tables and pairs, without scripts and hidden parts', async () => {
    const document = await readDocument(
      utf8(`<!doctype html><html><head><title>x</title><style>p{}</style></head><body><h1>Ada &amp; co</h1><p>Runs <b>Ceph</b>.</p>
        <ul><li>Linux<ul><li>Debian</li></ul></li><li>BGP</li></ul><dl><dt>Cloud</dt><dd>AWS</dd></dl>
        <table><tr><th>Skill</th><th>Level</th></tr><tr><td>Go</td><td>3</td></tr></table>
        <script>alert(1)</script><p style="display:none">secret</p></body></html>`),
      'cv.html',
    );
    expectSound(document);
    expect(shape(document)).toEqual([
      'heading 1 Ada & co',
      'paragraph 0 Runs Ceph.',
      'item 0 Linux',
      'item 1 Debian',
      'item 0 BGP',
      'paragraph 0 Cloud: AWS',
      'row 0 Skill | Level',
      'row 0 Go | 3',
    ]);
    expect(rowsOf(document)[1]).toEqual({ Skill: 'Go', Level: '3' });
    expect(document.text).not.toContain('alert');
    expect(document.text).not.toContain('secret');
  });

  it('reads ratings drawn by icons and bars, and tables that only arrange the page', async () => {
    const document = await readDocument(
      utf8(
        '<html><table><tr><td><h2>Skills</h2><ul><li>Ceph <i class="fa fa-star"></i><i class="fa fa-star-o"></i></li><li>Go <progress value="3" max="5"></progress></li></ul></td><td>Side</td></tr></table></html>',
      ),
      'cv.html',
    );
    expect(shape(document)).toEqual(['heading 2 Skills', 'item 0 Ceph ★☆', 'item 0 Go 60 %', 'paragraph 0 Side']);
  });
});

describe('Word', () => {
  it('keeps headings, lists and tables', async () => {
    const document = await readDocument(docx(), 'cv.docx');
    expectSound(document);
    expect(document.format).toBe('docx');
    expect(shape(document)).toEqual(['heading 1 Skills', 'paragraph 0 Runs Ceph and Proxmox.', 'row 0 Skill | Level', 'row 0 BGP | 4']);
  });
});

describe('JSON and YAML résumés', () => {
  it('set a job with its dates, and a skill with its level before its list', async () => {
    const resume = {
      basics: { name: 'Ada Vind', email: 'ada@vind.example' },
      work: [{ name: 'Fjord Hosting', position: 'SRE', startDate: '2019-03', highlights: ['Ran Ceph.'] }],
      skills: [{ name: 'Storage', level: 'Advanced', keywords: ['Ceph', 'ZFS'] }],
      languages: [{ language: 'Danish', fluency: 'Native speaker' }],
    };
    const document = await readDocument(utf8(JSON.stringify(resume)), 'resume.json');
    expectSound(document);
    expect(document.text).toContain('SRE, Fjord Hosting');
    expect(document.text).toContain('2019-03 – present');
    expect(document.text).toContain('• Storage (Advanced): Ceph, ZFS');
    expect(document.text).toContain('• Danish: Native speaker');
  });

  it('reads the same from YAML, and refuses what is none with the place of the error', async () => {
    const document = await readDocument(
      utf8('skills:\n  - name: Ceph\n    level: 4\n  - Proxmox: expert\nnotes: [BGP, OSPF]\n'),
      'me.yaml',
    );
    expect(shape(document)).toEqual([
      'heading 1 Skills',
      'item 0 Ceph: 4',
      'item 0 Proxmox: expert',
      'heading 1 Notes',
      'item 0 BGP',
      'item 0 OSPF',
    ]);
    await expect(readDocument(utf8('{"skills": ['), 'resume.json')).rejects.toMatchObject({ code: 'invalid' });
    await expect(readDocument(utf8('a: [b'), 'me.yaml')).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('org-mode', () => {
  it('reads headings with states, lists, tables with a head, and no drawers', async () => {
    const source =
      '#+TITLE: Notes\n* Skills :tag:\n:PROPERTIES:\n:ID: 1\n:END:\n- /Ceph/ and =ZFS=\n  - [[https://x.example][BGP]]\n| Skill | Level |\n|-------+-------|\n| Go | 2 |\n** TODO Learn eBPF\n';
    const document = await readDocument(utf8(source), 'notes.org');
    expectSound(document);
    expect(shape(document)).toEqual([
      'heading 1 Notes',
      'heading 1 Skills',
      'item 0 Ceph and ZFS',
      'item 1 BGP',
      'row 0 Skill | Level',
      'row 0 Go | 2',
      'heading 2 TODO: Learn eBPF',
    ]);
    expect(rowsOf(document)[1]).toEqual({ Skill: 'Go', Level: '2' });
  });
});

describe('LaTeX', () => {
  it('reads the usual commands of a CV', async () => {
    const source = String.raw`\documentclass{moderncv}\name{Ada}{Vind}\begin{document}
\section{Experience}
\cventry{2019--2022}{SRE}{Fjord Hosting}{Aarhus}{}{Ran Ceph \& Proxmox. % not this
\begin{itemize}\item Wrote r\'eseau notes\item \textbf{BGP} at \href{https://x.example}{the edge}\end{itemize}}
\section{Skills}\cvitem{Storage}{Ceph, ZFS}\cvskill{Go}{3}
\begin{tabular}{ll}Skill & Level\\ Rust & basic\\ \end{tabular}
\end{document}`;
    const document = await readDocument(utf8(source), 'cv.tex');
    expectSound(document);
    expect(shape(document)).toEqual([
      'paragraph 0 Name: Ada Vind',
      'heading 1 Experience',
      'heading 3 SRE, Fjord Hosting, Aarhus, 2019–2022',
      'paragraph 0 Ran Ceph & Proxmox.',
      'item 0 Wrote réseau notes',
      'item 0 BGP at the edge',
      'heading 1 Skills',
      'item 0 Storage: Ceph, ZFS',
      'item 0 Go: 3/5',
      'row 0 Skill | Level',
      'row 0 Rust | basic',
    ]);
  });
});

describe('tables', () => {
  it.each([
    ['commas', 'm.csv', 'Skill,Level\n"Ceph, RBD",4\n'],
    ['semicolons', 'm.csv', 'Skill;Level\n"Ceph, RBD";4\n'],
    ['tabs', 'm.tsv', 'Skill\tLevel\nCeph, RBD\t4\n'],
  ])('with %s give each cell the head of its column', async (_, name, source) => {
    const document = await readDocument(utf8(source), name);
    expectSound(document);
    expect(rowsOf(document)[1]).toEqual({ Skill: 'Ceph, RBD', Level: '4' });
  });

  it('that are ragged or turned by a quarter are read too', async () => {
    expect(rowsOf(await readDocument(utf8('Skill,Level\nCeph\nGo,3,x\n'), 'm.csv'))[2]).toMatchObject({ Skill: 'Go', Level: '3' });
    const turned = await readDocument(utf8('Tool,Ceph,Go,BGP\nLevel,4,2,3\n'), 'm.csv');
    expect(turned.text).toContain('Ceph');
  });
});

describe('LinkedIn', () => {
  it('sets the files of an export as sections', async () => {
    const zip = zipSync({
      'Profile.csv': strToU8('First Name,Last Name,Headline\nAda,Vind,SRE\n'),
      'Skills.csv': strToU8('Name\nCeph\nBGP\n'),
      'Positions.csv': strToU8(
        'Company Name,Title,Description,Location,Started On,Finished On\nFjord Hosting,SRE,"Ran Ceph.",Aarhus,Mar 2019,\n',
      ),
      'messages.csv': strToU8('FROM,TO\nx,y\n'),
    });
    const document = await readDocument(zip, 'export.zip');
    expectSound(document);
    expect(document.format).toBe('linkedin');
    expect(shape(document)).toEqual([
      'heading 1 Profile',
      'paragraph 0 Name: Ada Vind',
      'paragraph 0 SRE',
      'heading 1 Skills',
      'item 0 Ceph',
      'item 0 BGP',
      'heading 1 Positions',
      'heading 2 SRE, Fjord Hosting',
      'paragraph 0 Mar 2019 – present, Aarhus',
      'paragraph 0 Ran Ceph.',
    ]);
  });
});

describe('encodings', () => {
  it('of UTF-16 without a mark and of Windows are told apart', async () => {
    const words = 'Administrateur système chez Fjord';
    const utf16 = new Uint8Array([...words].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]));
    expect((await readDocument(utf16, 'cv.txt')).text).toBe(words);
    const windows = new Uint8Array([...words].map((sign) => sign.charCodeAt(0)));
    expect((await readDocument(windows, 'cv.txt')).text).toBe(words);
  });
});

/** The smallest Word document with a heading, a paragraph and a table. */
function docx(): Uint8Array {
  const p = (text: string, style = ''): string =>
    `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`;
  const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/styles.xml': strToU8(
      `<?xml version="1.0"?><w:styles ${ns}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ),
    'word/_rels/document.xml.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document ${ns}><w:body>${p('Skills', 'Heading1')}${p('Runs Ceph and Proxmox.')}<w:tbl>${row('Skill', 'Level')}${row('BGP', '4')}</w:tbl></w:body></w:document>`,
    ),
  });
}
