import { describe, expect, it } from 'vitest';
import { importText, skillIn } from './small-taxonomy.ts';

describe('how the text speaks of a skill', () => {
  it('is read at its place where small letters are longer than capitals', () => {
    expect(skillIn(`${'İ'.repeat(60)}\n\nWe got rid of Redis.\n\n${'x '.repeat(60)}`, 'redis').stance).toBe('dropped');
  });

  it.each([
    // Negations.
    ['No experience with Kubernetes.', 'kubernetes', 'absent'],
    ['I have never used Kafka.', 'kafka', 'absent'],
    ['At that time we had no Kubernetes.', 'kubernetes', 'absent'],
    ['Nothing was done without Terraform or Ansible, and I do not know Kafka.', 'kafka', 'absent'],
    ["Pas d'expérience en Kubernetes.", 'kubernetes', 'absent'],
    ["Je n'ai jamais utilisé Kafka.", 'kafka', 'absent'],
    ['Keine Erfahrung mit Kubernetes.', 'kubernetes', 'absent'],
    ['Kafka: no experience', 'kafka', 'absent'],
    ['I should have added BGP to the design.', 'bgp', 'absent'],
    // Left behind.
    ['Migrated from Fluentd to Vector because of its logs.', 'fluentd', 'dropped'],
    ['We got rid of Redis.', 'redis', 'dropped'],
    ['Replaced vSphere by Proxmox.', 'vsphere', 'dropped'],
    ['Migration de vSphere vers Proxmox', 'vsphere', 'dropped'],
    ['Redis was replaced by something else.', 'redis', 'dropped'],
    ['Took the shop from Hetzner to Kubernetes', 'hetzner', 'dropped'],
    ['Two hundred terabytes lay on Ceph, end of support announced.', 'ceph', 'dropped'],
    ['Les journaux étaient sur Kafka, en fin de vie depuis un an.', 'kafka', 'dropped'],
    ['Redis, vom Hersteller abgekündigt, stand im Keller.', 'redis', 'dropped'],
    // Due by a date.
    ['Kafka: required by November', 'kafka', 'todo'],
    ['Redis, à mettre en place avant fin mars', 'redis', 'todo'],
    ['- Ceph, umzusetzen bis Ende Juni', 'ceph', 'todo'],
    // What is paid for it.
    ['Halved the Redis bill within a year.', 'redis', 'mentioned'],
    ['I negotiated the vSphere licence costs.', 'vsphere', 'mentioned'],
    ['La facture de Kafka a doublé, nous payions.', 'kafka', 'mentioned'],
    // Comparisons.
    ['OVH was used like Hetzner: machines for clients.', 'hetzner', 'mentioned'],
    ['A Terraform-like tool of our own.', 'terraform', 'mentioned'],
    ['Our scheduler is similar to Kubernetes.', 'kubernetes', 'mentioned'],
    ['Un ordonnanceur équivalent à Kubernetes.', 'kubernetes', 'mentioned'],
    // Plans.
    ['I want to learn eBPF next year.', 'ebpf', 'gap'],
    ['I am currently learning Kubernetes.', 'kubernetes', 'gap'],
    ["J'aimerais apprendre Kafka.", 'kafka', 'gap'],
    ['Kafka needs more depth', 'kafka', 'gap'],
    // Tried.
    ['We evaluated Ceph for two weeks.', 'ceph', 'evaluated'],
    ['Tried Redis but it was too slow.', 'redis', 'evaluated'],
    ['PoC of Kafka', 'kafka', 'evaluated'],
    // Names like everyday words, after a verb of use.
    ["I still don't know Puppet.", 'puppet', 'absent'],
    ['The previous admin used Puppet.', 'puppet', 'mentioned'],
    ['At the bank I used Vector for everything.', 'vector', 'used'],
    // Real use.
    ['I ran Kafka, required by five teams.', 'kafka', 'operated'],
    ['We used Redis, which the auditors required by the way.', 'redis', 'used'],
    ['Tools like Terraform are my daily work.', 'terraform', 'used'],
    ['I wrote Prometheus exporters.', 'exporters', 'built'],
    ['Maintained Kafka for five teams.', 'kafka', 'operated'],
    ['Migrated from Fluentd to Vector because of its logs.', 'vector', 'operated'],
    ['Mise en place de Terraform', 'terraform', 'built'],
    ['Trained the juniors on Ansible', 'ansible', 'taught'],
    ['Formation de l’équipe à Ansible', 'ansible', 'taught'],
  ])('%j: %s is %s', (text, id, stance) => {
    expect(skillIn(text, id).stance).toBe(stance);
  });

  it.each([
    ['I have not worked with Kubernetes in production.', 'kubernetes', 'absent'],
    ['My Kubernetes experience is limited to reading about it.', 'kubernetes', 'absent|mentioned|gap'],
    ["I don't have any experience with Kafka.", 'kafka', 'absent'],
    ["I haven't had the chance to use Terraform yet.", 'terraform', 'absent|gap'],
    ['Terraform is something I still need to learn.', 'terraform', 'gap'],
    ['Never touched Redis.', 'redis', 'absent'],
    ['Zero experience with Ceph.', 'ceph', 'absent'],
    ['Little to no Kafka experience.', 'kafka', 'absent'],
    ['Kafka (no experience)', 'kafka', 'absent'],
    ['Kafka: none', 'kafka', 'absent'],
    ['Kafka – to learn', 'kafka', 'gap'],
    ['- [ ] Learn Terraform', 'terraform', 'gap|todo'],
    ['Moved off vSphere two years ago.', 'vsphere', 'dropped'],
    ['We left vSphere for Proxmox.', 'vsphere', 'dropped'],
    ['Migration of 300 machines from vSphere to Proxmox', 'vsphere', 'dropped'],
    ['vSphere to Proxmox migration', 'vsphere', 'dropped'],
    ['Replacement of Redis by KeyDB', 'redis', 'dropped'],
    ['Redis has been replaced with KeyDB.', 'redis', 'dropped'],
    ['Formerly on vSphere, now on Proxmox.', 'vsphere', 'dropped|used'],
    ['Unlike Kubernetes, our scheduler is simple.', 'kubernetes', 'mentioned'],
    ['It works much like Kubernetes does.', 'kubernetes', 'mentioned'],
    ['Think of it as Kubernetes for databases.', 'kubernetes', 'mentioned'],
    ['The team next door runs Kafka.', 'kafka', 'mentioned'],
    ['A colleague handled Kafka.', 'kafka', 'mentioned'],
    ['Kafka was handled by another team.', 'kafka', 'mentioned'],
    ['We considered Kafka and rejected it.', 'kafka', 'evaluated'],
    ['Plan to introduce Terraform in 2025.', 'terraform', 'gap'],
    ['Planning a move to Kubernetes.', 'kubernetes', 'gap'],
    ['Looking forward to working with eBPF', 'ebpf', 'gap'],
    ['Would love to get deeper into eBPF.', 'ebpf', 'gap'],
    ['Interested in eBPF and Kafka.', 'kafka', 'gap'],
    ['Je ne connais pas Kafka.', 'kafka', 'absent'],
    ["Je n'ai pas d'expérience sur Kubernetes.", 'kubernetes', 'absent'],
    ['Je souhaite monter en compétence sur Kubernetes.', 'kubernetes', 'gap'],
    ['Kubernetes : notions théoriques seulement, jamais utilisé en production', 'kubernetes', 'absent|evaluated|mentioned'],
    ['Remplacement de Redis par KeyDB', 'redis', 'dropped'],
    ['Migration depuis vSphere', 'vsphere', 'dropped'],
    ['Comme Kubernetes, mais en plus simple.', 'kubernetes', 'mentioned'],
    ['Kubernetes: not yet, planned for next year', 'kubernetes', 'absent|gap'],
    ['Ohne Kubernetes betrieben.', 'kubernetes', 'absent'],
    ['No Kubernetes, Terraform or Ansible experience', 'ansible', 'absent'],
    ['Lacking Kubernetes skills', 'kubernetes', 'absent'],
    ['Kubernetes is not my strength.', 'kubernetes', 'gap|absent'],
    ['I am not familiar with Ceph.', 'ceph', 'absent'],
    ['Not only Terraform but also Ansible.', 'terraform', 'used'],
    ['Reduced downtime without replacing Redis.', 'redis', 'used|mentioned'],
    ['No downtime during the PostgreSQL upgrade I ran.', 'postgresql', 'operated|used'],
    ['Migrated everything from scratch to Terraform.', 'terraform', 'operated|used|built'],
    ['Moved data from files to PostgreSQL.', 'postgresql', 'operated|used'],
    ['I never stopped using Ansible.', 'ansible', 'used'],
    ['Nothing runs without Ansible here; I maintain it.', 'ansible', 'used|operated|absent'],
  ])('does not claim too much: %j, %s is %s', (text, id, allowed) => {
    expect(allowed.split('|')).toContain(skillIn(text, id).stance);
  });

  it('reads a negation over the whole enumeration', () => {
    const { skills } = importText('I have no experience with Kafka, Redis or Ceph.');
    expect(skills.map((skill) => skill.stance)).toEqual(['absent', 'absent', 'absent']);
  });

  it.each([
    'Learning gaps',
    '11. Learning Gaps (self-identified)',
    'Areas for improvement',
    'À améliorer',
    "Axes d'amélioration",
    'Lacunes',
  ])('takes everything under %j as a gap', (title) => {
    const { skills, gaps } = importText(`Work\n- Ansible\n\n${title}\n- BGP routing\n- eBPF\n`);
    expect(skills.map((skill) => [skill.id, skill.stance])).toEqual([
      ['ansible', 'used'],
      ['bgp', 'gap'],
      ['ebpf', 'gap'],
    ]);
    expect(gaps.map((gap) => gap.text)).toEqual(['BGP routing', 'eBPF']);
  });

  it('lets real use win over a gap, and keeps the gap visible', () => {
    const text = 'Network\n- Managed BGP on two routers\n\nLearning gaps\n- BGP\n';
    const skill = skillIn(text, 'bgp');
    expect(skill.stance).toBe('operated');
    expect(skill.evidence.map((each) => each.stance)).toEqual(['operated', 'gap']);
    expect(importText(text).gaps).toHaveLength(1);
  });

  it('takes a TODO for no experience', () => {
    expect(skillIn('CI\n- TODO: write down more on Kafka and Redis', 'kafka').stance).toBe('todo');
  });

  it('takes a heading under which the thing was left for something left', () => {
    expect(skillIn("Redis\n- Tried clustering, wasn't good enough\n- Switched to a paid product instead\n", 'redis').stance).toBe(
      'dropped',
    );
  });

  it('takes a role description for requirements', () => {
    const text =
      '# The role\n\nYou will own the platform. You are responsible for Kubernetes.\n\nYour mission:\n\n- Terraform for all sites\n- Required: Ansible\n';
    expect(new Set(importText(text, 'role.md').skills.map((skill) => skill.stance))).toEqual(new Set(['required']));
  });
});
