import { describe, expect, it } from 'vitest';
import { findPeriod } from '../../../core/import/periods.ts';
import { importText } from './small-taxonomy.ts';

describe('periods', () => {
  it.each([
    ['2008/10 à 2021/11', '2008-10', '2021-11'],
    ['März 2016 – heute', '2016-03', null],
    ['since 2018', '2018', null],
    ['2018–20', '2018', '2020'],
    ['Jan–Mar 2020', '2020-01', '2020-03'],
    ['Sept. 2012 au 31 août 2015', '2012-09', '2015-08'],
    ['01.03.2016–31.12.2018', '2016-03', '2018-12'],
    ['bis 2019', null, '2019'],
  ])('%s is from %s to %s', (text, from, to) => {
    expect(findPeriod(text)).toMatchObject({ from, to, isRange: true });
  });

  it.each(['Debian 2014.1', 'in 2019', 'port 2049'])('%s is no range', (text) => {
    expect(findPeriod(text)?.isRange ?? false).toBe(false);
  });
});

describe('positions', () => {
  it('are read with title, organisation and dates, and what stands under them knows when and for whom it was', () => {
    const result = importText(
      '# CV\n\n## Experience\n\n### SRE, Fjord Hosting\n\nMarch 2019 – present\n\n- I ran Kafka.\n- We ran Redis.\n',
      'cv.md',
    );
    expect(result.positions).toMatchObject([{ title: 'SRE', organisation: 'Fjord Hosting', period: { from: '2019-03', to: null } }]);
    const evidence = (id: string) => result.skills.find((skill) => skill.id === id)?.evidence[0];
    expect(evidence('kafka')).toMatchObject({ organisation: 'Fjord Hosting', period: { from: '2019-03', to: null }, work: 'own' });
    expect(evidence('redis')).toMatchObject({ work: 'team' });
  });

  it('are not sentences with a time in them', () => {
    expect(importText('I worked as an engineer there from 2012 to 2015 and liked it.').positions).toEqual([]);
  });
});

describe('education, certificates and languages', () => {
  const text =
    '## Education\n\n- BSc Physics, University of Aarhus, 2004–2008\n\n## Certifications\n\n- CKA (2023)\n- RHCE planned for 2027\n\n## Languages\n\n- Danish: native\n- Deutsch (B2)\n';

  it('are read from their sections, without what is only planned', () => {
    const { education, certifications, languages } = importText(text, 'cv.md');
    expect(education).toMatchObject([{ name: 'BSc Physics, University of Aarhus', period: { from: '2004', to: '2008' } }]);
    expect(certifications.map(({ name }) => name)).toEqual(['CKA']);
    expect(languages).toMatchObject([
      { language: 'da', level: 'native' },
      { language: 'de', level: 'B2' },
    ]);
  });

  it('of programming are no spoken languages', () => {
    expect(importText('## Languages\n\n- Python\n- Bash\n', 'cv.md').languages).toEqual([]);
  });
});

describe('personal data', () => {
  it.each([
    ['name', 'Ada Vind\nSRE\n\nI ran Kafka.', 'Ada Vind'],
    ['name', 'Curriculum vitae of Ada Vind\n', 'Ada Vind'],
    ['email', 'Write to ada@vind.example please.', 'ada@vind.example'],
    ['phone', 'Call +45 20 12 34 56 at noon.', '+45 20 12 34 56'],
    ['phone', 'Tél. 06 12 34 56 78', '06 12 34 56 78'],
    ['birth', 'Geboren am 3. Mai 1984 in Kiel', '3. Mai 1984'],
    ['address', 'Wohnhaft: Lange Straße 12, 10115 Berlin', 'Lange Straße 12, 10115 Berlin'],
    ['address', '12 rue des Lilas 75011 Paris', '12 rue des Lilas 75011 Paris'],
    ['link', 'https://www.linkedin.com/in/ada-vind', 'https://www.linkedin.com/in/ada-vind'],
  ])('is recognised: %s in %j', (kind, text, personal) => {
    expect(importText(text).personal).toContainEqual(expect.objectContaining({ kind, text: personal }));
  });

  it.each(['10.0.0.1 and 192.168.10.254', '2008 - 2021', '10,000 users', 'PostgreSQL 9.6.24', 'Site Reliability Engineer'])(
    'is not seen in %j',
    (text) => {
      expect(importText(text).personal).toEqual([]);
    },
  );
});

describe('a scale of the document’s own', () => {
  it('gives its marks their meaning', () => {
    const result = importText(
      'Legend: A = beginner, B = confirmed in daily use, C = expert\n\n| Skill | Level |\n| --- | --- |\n| Kafka | A |\n| Redis | C |\n',
      's.md',
    );
    expect(result.legend?.steps.map(({ raw }) => raw)).toEqual(['A', 'B', 'C']);
    expect(result.skills.map(({ id, level }) => [id, level.value])).toEqual([
      ['kafka', 1],
      ['redis', 4],
    ]);
    expect(result.skills[0]?.level.reasons[0]).toContain('own scale');
  });

  it('of numbers goes as far as it says', () => {
    const level = (text: string) => importText(text, 's.md').skills[0]?.level.value;
    expect(level('Ratings from 0 to 10.\n\n| Skill | Rating |\n| --- | --- |\n| Kafka | 8 |\n')).toBe(4);
    expect(level('| Skill | Level |\n| --- | --- |\n| Kafka | 0 |\n| Redis | 3 |\n')).toBe(0);
  });

  it('names every place that says a level, so that a contradiction is seen', () => {
    const { level } = importText('- Kafka: expert\n- Kafka (beginner)\n').skills[0] ?? {};
    expect(new Set(level?.claims.map(({ value }) => value)).size).toBe(2);
  });
});
