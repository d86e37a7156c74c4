import { describe, expect, it } from 'vitest';
import { idsIn, importText } from './small-taxonomy.ts';

describe('a way of working named in passing', () => {
  it.each([
    ['In that year I read through all of the plans and left a link to them in version control.', 'version-control'],
    ['- a long list of what the team looked at with me, and which of it ended up under version control', 'version-control'],
  ])('is no skill: %s', (text, id) => {
    expect(idsIn(text)).not.toContain(id);
  });

  it.each([
    ['something was done', 'I introduced version control and deployed it for nine teams.', 'version-control'],
    ['it is written as a name', 'In that year I worked with Version Control.', 'version-control'],
    ['it is listed beside others', 'I worked with version control, backup and Ansible.', 'version-control'],
    ['a short note says it', '- version control', 'version-control'],
    ['it comes again', 'We had version control. With version control we slept well.', 'version-control'],
    ['it is what the text says was never done', 'We never used version control.', 'version-control'],
  ])('is one where %s', (_, text, id) => {
    expect(idsIn(text)).toContain(id);
  });

  it.each([
    ['it only dates something else', 'That tool came during the backup project and left soon.', 'backup'],
    ['it is a feature of a product', "We used Ansible's version control feature for a while.", 'version-control'],
    ['it is where something should not be', 'Expiry dates belong in the alerts, not in a backup.', 'backup'],
    ['the same in French', 'Cet outil est arrivé pendant la gestion de configuration commune.', 'config-mgmt'],
    ['the same in German', 'Ablaufdaten gehören in die Alarme, nicht in ein Backup.', 'backup'],
  ])('is none where %s', (_, text, id) => {
    expect(idsIn(text)).not.toContain(id);
  });

  it('does not concern technologies', () => {
    expect(idsIn('In that year I left a link to all the plans with terraform.')).toContain('terraform');
  });
});

describe('a title over names', () => {
  it('is no skill where it only announces languages', () => {
    expect(idsIn('# Notes\n\n## Programming\n\n- Python\n- Bash\n', 'a.md')).toEqual(['bash', 'python']);
  });

  it('is one where it names a way of working', () => {
    expect(idsIn('# Notes\n\n## Backup\n\n- Bareos, nightly\n', 'a.md')).toContain('backup');
  });
});

describe('words beside the work', () => {
  it('are no skills in the name of an employer', () => {
    const cv = '# CV\n\n## Experience\n\n### System administrator – Managed Hosting Nordwind\n\n2015 – 2019\n\n- I ran Kafka.\n';
    const { skills, positions } = importText(cv, 'cv.md');
    expect(positions).toMatchObject([{ organisation: 'Managed Hosting Nordwind', skills: ['kafka'] }]);
    expect(skills.map(({ id }) => id)).toEqual(['kafka']);
  });

  it('are no skills in a line or row of contact details', () => {
    expect(idsIn('Contact: my Ansible mailing list, or beside the backup room\n\n- Redis')).toEqual(['redis']);
    const table = '| Area | Name | Level | Remark |\n|---|---|---|---|\n| Data | Redis | 3 | |\n| Contact | | | in the Kafka corner |\n';
    expect(idsIn(table, 'a.md')).toEqual(['redis']);
  });

  it('are the field of study in a row of a table as in a line', () => {
    const table = '| Area | Name | Level |\n|---|---|---|\n| Data | Redis | 3 |\n| Diploma | | |\n| Studies | Master in backup, 2015 | |\n';
    const { skills, education } = importText(table, 'a.md');
    expect(skills.map(({ id }) => id)).toEqual(['redis']);
    expect(education).toMatchObject([{ name: 'Master in backup', period: { from: '2015' } }]);
  });
});
