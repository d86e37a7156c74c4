import { describe, expect, it } from 'vitest';
import { importText, skillIn } from './small-taxonomy.ts';

describe('levels', () => {
  it('are unknown without a sign', () => {
    expect(skillIn('I use Ansible.', 'ansible').level).toEqual({ value: null, raw: null, reasons: [], claims: [] });
  });

  it.each([
    ['Débutant', 1],
    ['Confirmé', 3],
    ['Expert', 4],
    ['Grundkenntnisse', 1],
    ['sehr gut', 4],
    ['★★★☆☆', 3],
    ['80 %', 4],
    ['4/5', 4],
  ])('are read from a table: %s is %i', (cell, value) => {
    const { level } = skillIn(`| Skill | Level |\n|---|---|\n| Ansible | ${cell} |\n`, 'ansible', 'cv.md');
    expect(level.value).toBe(value);
    expect(level.raw).toContain(cell.split(' ')[0]);
    expect(level.reasons[0]).toContain('Level');
  });

  it.each([
    ['Ansible: beginner', 1],
    ['Ansible (intermediate)', 2],
    ['Ansible – advanced', 4],
    ['Ansible ★★★★☆', 4],
    ['Ansible ●●○○○', 2],
    ['Advanced: Ansible, Terraform', 4],
    ['Limited experience with Ansible', 2],
    ['Did a little bit of Ansible', 1],
    ['Solid operational experience with Ansible', 4],
    ['Expérience limitée en Ansible', 2],
  ])('are read from a line: %s is %i', (line, value) => {
    expect(skillIn(`- ${line}`, 'ansible').level.value).toBe(value);
  });

  it.each([
    ['- Level: Primarily user-level, runs apps through CI/CD', 2],
    ['- Core skill of mine — deep operational experience', 5],
    ['- Standard usage, nothing too fancy', 3],
    ['- Honestly: not very strong yet, needs depth.', 2],
    ['- Level: Solid operational experience', 4],
    ['- Strong, not a software engineer', 3],
  ])('of a heading are read from its lines: %s is %i', (line, value) => {
    expect(skillIn(`Kubernetes\n${line}\n`, 'kubernetes').level.value).toBe(value);
  });

  it('take the step above advanced as 5 where the document has both', () => {
    expect(skillIn('- Python: advanced\n- Bash: expert', 'bash').level.value).toBe(5);
  });

  it('are read from a heading that is a step of a scale', () => {
    const { skills } = importText('Expert\n- Ansible\n- Terraform\n\nBeginner\n- Kafka\n');
    expect(skills.map((skill) => skill.level.value)).toEqual([4, 4, 1]);
  });

  it('carry years, which suggest a level but never more than 4', () => {
    const skill = skillIn('12 years of Ansible', 'ansible');
    expect([skill.years, skill.level.value]).toEqual([12, 4]);
    expect(skillIn("10 ans d'expérience en Ansible", 'ansible').years).toBe(10);
    expect(skillIn('Ansible (3 years)', 'ansible').years).toBe(3);
    expect(skillIn('I am 35 years old and like Ansible', 'ansible').years).toBeNull();
  });

  it('name a conflict in their reasons', () => {
    const { level } = skillIn(
      '| Skill | Level |\n|---|---|\n| Ansible | Expert |\n\nLimited experience with Ansible.\n',
      'ansible',
      'cv.md',
    );
    expect(level.value).toBe(4);
    expect(level.reasons.join(' ')).toContain('says otherwise');
  });

  it('follow "same level as"', () => {
    expect(skillIn('MySQL\n- Level: standard usage\n\nPostgreSQL\n- Same level as MySQL\n', 'postgresql').level.value).toBe(3);
  });

  it('of a member say nothing of its family', () => {
    expect(skillIn('- Grafana Alloy: expert\n- Grafana', 'grafana').level.value).toBeNull();
  });
});
