import { describe, expect, it } from 'vitest';
import type { TaxonomySkill } from '../../../core/content/taxonomy.ts';
import { buildMatcher, decodeDocument, importDocument } from '../../../core/import/index.ts';
import { idsIn, importText, skillIn } from './small-taxonomy.ts';

describe('finding skills', () => {
  it.each([
    ['Fluent Bit', 'fluent-bit'],
    ['fluent-bit', 'fluent-bit'],
    ['FluentBit', 'fluent-bit'],
    ['K8S', 'kubernetes'],
    ['Proxmox 8', 'proxmox'],
    ['PostgreSQL 15', 'postgresql'],
    ['python3', 'python'],
    ['CICD', 'ci-cd'],
    ['Intégration Continue', 'ci-cd'],
    ['repartition de charge', 'load-balancing'],
    ['load balancer', 'load-balancing'],
    ['C++', 'cpp'],
  ])('reads %s as %s', (written, id) => {
    expect(idsIn(`I worked with ${written} every day.`)).toEqual([id]);
  });

  it('takes slashes, commas and brackets as ends of a name', () => {
    expect(idsIn('Used Ansible/Terraform (Grafana, Kafka).')).toEqual(['ansible', 'grafana', 'kafka', 'terraform']);
  });

  it("prefers the longest name, and gives a technology inside a practice's name but no maker inside a product's", () => {
    expect(idsIn('We run Grafana Alloy on every host.')).toEqual(['alloy']);
    expect(idsIn('I look after Kubernetes networking.')).toEqual(['kubernetes', 'kubernetes-networking']);
    expect(idsIn('No experience with Kubernetes networking.')).toEqual(['kubernetes-networking']);
  });

  it('takes the pieces of a name cell in a table of levels for the names they are', () => {
    const names = importText('| Tool | Level |\n|---|---|\n| Hirschner, Moxi 5 | 3 |\n| zonos (COPADAT) | 2 |\n', 'notes.md').skills.map(
      ({ name }) => name,
    );
    expect(names).toEqual(['Hirschner', 'Moxi 5', 'zonos (COPADAT)']);
  });

  it('takes a tool that the text says is own work for a skill that was built', () => {
    const text =
      'Wrote labelkeeper in Go, a webhook for metrics.\n\n- bucketfox (my own quota reporter, Python)\n\nA REXX tool, Samename, which proposed renames.';
    const made = importText(text).skills.filter(({ id }) => id.startsWith('own-'));
    expect(made.map(({ name, stance }) => `${name} ${stance}`)).toEqual(['labelkeeper built', 'bucketfox built', 'Samename built']);
  });

  it('does not find names inside other words or cut words in two', () => {
    expect(idsIn('The kafkaesque bashing of a load. Balancing acts; graf ana.')).toEqual([]);
  });

  it('finds an everyday word only where structure or context says so', () => {
    expect(idsIn('We go home, R&D pays, a puppet on a string and a vector of growth.')).toEqual([]);
    expect(idsIn('Go and see the R rated film. Puppet shows.')).toEqual([]);
    expect(idsIn('Services in Go, Python and Bash')).toEqual(['bash', 'go', 'python']);
    expect(idsIn('Shipped logs through Vector to the archive.')).toEqual(['vector']);
    expect(idsIn('Golang services')).toEqual(['go']);
  });

  it('accepts lower-case names in a list whose other members are known', () => {
    expect(idsIn('- ansible, puppet, terraform')).toEqual(['ansible', 'puppet', 'terraform']);
  });

  it('accepts an ambiguous name as the whole of a heading', () => {
    expect(idsIn('Vector\n- a full pipeline\n\nGo\n- one tool')).toEqual(['go', 'vector']);
  });

  it('does not read addresses, but reads the words of a link', () => {
    expect(idsIn('See https://example.org/ansible and kafka@redis.example.com or github.com/terraform/x')).toEqual([]);
    expect(idsIn('# Links\n\n[Ansible roles](https://example.org/terraform)', 'a.md')).toEqual(['ansible']);
  });

  it('keeps the sign of a name that is another word without it', () => {
    expect(idsIn('Security was good.')).toEqual([]);
  });

  it('finds a misspelt name among others, with less confidence', () => {
    const skill = skillIn('Kubenetes and Ansible in production, with Terraform', 'kubernetes');
    expect(skill.surfaces).toEqual(['Kubenetes']);
    expect(skill.confidence).toBeLessThan(skillIn('Ansible in production', 'ansible').confidence);
    expect(idsIn('An ordinary sentence about the terrafirm of it.')).toEqual([]);
  });

  it('collects the forms as written and every place', () => {
    const skill = skillIn('Postgres at work.\n\nPostgreSQL at home. Postgres again.', 'postgresql');
    expect(skill.surfaces).toEqual(['Postgres', 'PostgreSQL']);
    expect(skill.evidence).toHaveLength(3);
  });

  it('does not read code', () => {
    expect(idsIn('# Notes\n\n```\nansible-playbook terraform\n```\n', 'a.md')).toEqual([]);
  });
});

describe('skills the taxonomy does not know', () => {
  it('are proposed from a table of skills with their level', () => {
    const { skills } = importText('| Outil | Niveau |\n| --- | --- |\n| Zorblat | Confirmé |\n| Ansible | Expert |\n', 'cv.md');
    expect(skills.map((skill) => [skill.id, skill.level.value])).toEqual([
      ['own-zorblat', 3],
      ['ansible', 4],
    ]);
  });

  it('are proposed from a list whose other members are known, doubtful', () => {
    const skill = skillIn('- Stack: Ansible, Terraform, Quuxify, Kafka', 'own-quuxify');
    expect(skill.confidence).toBeLessThan(0.5);
  });

  it('are not people, ordinary words or list ends', () => {
    expect(idsIn('- Ansible, Terraform, testing, meetings, etc.')).toEqual(['ansible', 'terraform']);
    expect(idsIn('Marta Kowal, born 1980-02-03, +33 6 12 34 56 78, marta@example.org\n\nTools\n- Brainstorming\n- Ansible')).toEqual([
      'ansible',
    ]);
  });
});

describe('a name that is an everyday word', () => {
  it('is not found a second time as an own skill where a list names it beside known ones', () => {
    const known = (id: string, name: string, part: Partial<TaxonomySkill> = {}): TaxonomySkill => ({
      id,
      name,
      kind: 'technology',
      aliases: [],
      exact: [],
      ambiguous: false,
      context: [],
      neighbours: [],
      category: 'c',
      ...part,
    });
    const own = buildMatcher([
      known('loki', 'Loki', { exact: ['Loki'], ambiguous: true, context: ['logs'] }),
      known('openstack', 'OpenStack'),
      known('ceph', 'Ceph'),
    ]);
    const text = '# Storage\n\n- Ran Loki for all logs\n- Deployment: Ceph for Loki/OpenStack, with Ceph, OpenStack\n';
    const { skills } = importDocument(decodeDocument(new TextEncoder().encode(text), 'a.md'), own);
    expect(skills.filter(({ name }) => name === 'Loki')).toHaveLength(1);
  });
});
