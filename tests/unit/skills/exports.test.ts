import { describe, expect, it } from 'vitest';
import { csvText, skillsAsCsv } from '../../../core/skills/csv.ts';
import { skillsAsJsonResume } from '../../../core/skills/json-resume.ts';
import { levelName } from '../../../core/skills/level-step.ts';
import { skillsAsMarkdown } from '../../../core/skills/markdown.ts';
import type { ReportBackground, ReportSkill, SkillReport } from '../../../core/skills/report.ts';
import { statementWords } from '../../../core/skills/statement-words.ts';

function skill(name: string, more: Partial<ReportSkill> = {}): ReportSkill {
  return {
    name,
    category: 'storage',
    isOwn: false,
    level: 3,
    levelFrom: 'own rating',
    self: null,
    stance: 'operated',
    years: null,
    lastUsed: null,
    isGap: false,
    note: null,
    statements: [],
    caveats: [],
    ...more,
  };
}

const NO_BACKGROUND: ReportBackground = { positions: [], education: [], certifications: [], languages: [] };
const report = (...skills: ReportSkill[]): SkillReport => ({ profile: 'Ada', day: '2026-05-04', background: NO_BACKGROUND, skills });
const statement = (text: string) => ({ text, stance: 'operated', document: 'cv.md', section: null, organisation: 'Harbour Ltd' }) as const;

describe('Markdown', () => {
  it('says what is known and what is not', () => {
    const text = skillsAsMarkdown(
      report(
        skill('Ceph', { years: 1, lastUsed: 'now', statements: [statement('Ran 12 nodes')] }),
        skill('ZFS', { level: null, lastUsed: 2019 }),
      ),
    );
    expect(text).toContain('# Skills: Ada\n');
    expect(text).toContain(
      '## Storage\n\n### Ceph\n\nlevel 3.0 (own rating) · 1 year · in use now\n\n- Ran 12 nodes (operated, Harbour Ltd, cv.md)\n',
    );
    expect(text).toContain('### ZFS\n\nlevel unknown · last used 2019\n');
  });

  it('keeps the text of documents text: no markup, no HTML, no line of it becomes structure', () => {
    const text = skillsAsMarkdown(report(skill('*Ceph*', { statements: [statement('<b>x</b>\n# no heading\n[a](b) `c`')] })));
    expect(text).toContain('### \\*Ceph\\*');
    expect(text).toContain('- \\<b\\>x\\</b\\> \\# no heading \\[a\\](b) \\`c\\` (');
  });
});

describe('CSV', () => {
  it('has one row a skill, an empty cell for what is unknown, and quotes what needs it', () => {
    const [head, first] = skillsAsCsv(report(skill('Ceph, RBD', { level: null, note: 'a "note"' }))).split('\r\n');
    expect(head?.split(',').slice(0, 4)).toEqual(['\uFEFFskill', 'category', 'own_skill', 'level']);
    expect(first).toBe('"Ceph, RBD",storage,no,,,,operated,,,0,,no,,"a ""note""",');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx'])('hands a spreadsheet no formula: %s', (name) => {
    expect(csvText(['a'], [[name]])).toBe(`\uFEFFa\r\n'${name}\r\n`);
  });
});

describe('JSON Resume', () => {
  it('names the schema and every skill with experience, its level in words where it is known', () => {
    expect(skillsAsJsonResume(report(skill('Ceph', { level: 4.2 })))).toEqual({
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: { name: 'Ada' },
      work: [],
      education: [],
      certificates: [],
      skills: [{ name: 'Ceph', level: 'Advanced', keywords: [] }],
      languages: [],
      meta: { version: 'v1.0.0', lastModified: '2026-05-04T00:00:00' },
    });
  });

  it('tells of jobs, schools, certificates and languages, each once, with the dates that are known', () => {
    const job = { title: 'Engineer', organisation: 'Harbour Ltd', period: { from: '2019-03', to: null } };
    const background: ReportBackground = {
      positions: [job, { ...job }, { title: null, organisation: 'Tallow Works', period: { from: '2015', to: '2019-02' } }],
      education: [{ name: 'School of Tides', period: null }],
      certifications: [{ name: 'Knot master', period: { from: '2020', to: null } }],
      languages: [{ language: 'fr', level: 'B2', raw: null }],
    };
    expect(skillsAsJsonResume({ ...report(), background })).toMatchObject({
      work: [
        { name: 'Harbour Ltd', position: 'Engineer', startDate: '2019-03' },
        { name: 'Tallow Works', startDate: '2015', endDate: '2019-02' },
      ],
      education: [{ institution: 'School of Tides' }],
      certificates: [{ name: 'Knot master', date: '2020' }],
      languages: [{ language: 'French', fluency: 'B2' }],
    });
  });

  it('claims no gap, no wish, nothing required, nothing unknown and nothing at level 0', () => {
    const skills = [
      skill('a', { stance: 'gap' }),
      skill('b', { stance: 'todo' }),
      skill('c', { stance: 'required' }),
      skill('d', { stance: 'absent' }),
      skill('e', { level: null }),
      skill('f', { level: 0.5, self: 0 }),
    ];
    expect(skillsAsJsonResume(report(...skills)).skills).toEqual([]);
  });

  it('takes the person’s own rating for a skill whose documents only wish for it', () => {
    expect(skillsAsJsonResume(report(skill('a', { stance: 'todo', self: 3 }))).skills).toHaveLength(1);
  });
});

describe('words', () => {
  it('for a level never say more than its figure', () => {
    expect([2.4, 2.5, 2.6, 3, 4.5, 5].map(levelName)).toEqual(['Guided', 'Guided', 'Independent', 'Independent', 'Advanced', 'Authority']);
  });

  it('of a table’s row are its cells, of a list item what stands after its sign', () => {
    expect(statementWords('| Ceph | 3/5 |  | two sites |\n')).toBe('Ceph · 3/5 · two sites');
    expect(statementWords('- Ran it\n  for years')).toBe('Ran it for years');
  });
});
