import { parse } from 'yaml';
import { type TaxonomySkill, taxonomyFileSchema } from '../../../core/content/taxonomy.ts';
import { buildMatcher, decodeDocument, type ImportedSkill, type ImportResult, importDocument } from '../../../core/import/index.ts';

/** A small taxonomy of its own, so that these tests are about the engine and not about the content. */
const YAML = `
category: test
name: Test
skills:
  - { id: kubernetes, name: Kubernetes, kind: technology, aliases: [K8s], parent: orchestration }
  - { id: orchestration, name: Container orchestration, kind: practice }
  - { id: ansible, name: Ansible, kind: technology, parent: config-mgmt }
  - { id: config-mgmt, name: Configuration management, kind: practice, aliases: [gestion de configuration] }
  - { id: puppet, name: Puppet, kind: technology, exact: [Puppet], ambiguous: true, context: [manifests], parent: config-mgmt }
  - { id: terraform, name: Terraform, kind: technology }
  - { id: postgresql, name: PostgreSQL, kind: technology, aliases: [Postgres] }
  - { id: mysql, name: MySQL, kind: technology }
  - { id: proxmox, name: Proxmox VE, kind: technology, aliases: [Proxmox] }
  - { id: vsphere, name: vSphere, kind: technology, aliases: [VMware vSphere] }
  - { id: fluent-bit, name: Fluent Bit, kind: technology }
  - { id: fluentd, name: Fluentd, kind: technology }
  - { id: vector, name: Vector, kind: technology, exact: [Vector], ambiguous: true, context: [logs, fluentd] }
  - { id: go, name: Go, kind: technology, exact: [Go], ambiguous: true, context: [language, goroutines], aliases: [Golang] }
  - { id: r, name: R, kind: technology, exact: [R], ambiguous: true, context: [statistics] }
  - { id: cpp, name: C++, kind: technology }
  - { id: python, name: Python, kind: technology }
  - { id: bash, name: Bash, kind: technology }
  - { id: grafana, name: Grafana, kind: technology }
  - { id: alloy, name: Grafana Alloy, kind: technology, parent: grafana }
  - { id: prometheus, name: Prometheus, kind: technology }
  - { id: exporters, name: Prometheus exporters, kind: technology, parent: prometheus }
  - { id: ebpf, name: eBPF, kind: technology }
  - { id: bgp, name: BGP, kind: technology }
  - { id: kafka, name: Kafka, kind: technology }
  - { id: redis, name: Redis, kind: technology }
  - { id: haproxy, name: HAProxy, kind: technology }
  - { id: ci-cd, name: CI/CD, kind: practice, aliases: [continuous integration, intégration continue] }
  - { id: load-balancing, name: Load balancing, kind: practice, aliases: [load balancers, répartition de charge] }
  - { id: security-plus, name: CompTIA Security, kind: practice, aliases: [Security+] }
  - { id: hetzner, name: Hetzner, kind: technology }
  - { id: ovh, name: OVH Cloud, kind: technology, aliases: [OVH] }
  - { id: ceph, name: Ceph, kind: technology }
  - { id: version-control, name: Version control, kind: practice }
  - { id: programming, name: Programming, kind: practice }
  - { id: managed-hosting, name: Managed hosting, kind: practice }
  - { id: backup, name: Backup, kind: practice, aliases: [sauvegardes] }
  - { id: kubernetes-networking, name: Kubernetes networking, kind: practice, parent: kubernetes }
`;

const file = taxonomyFileSchema.parse(parse(YAML));
export const SKILLS: readonly TaxonomySkill[] = file.skills.map((skill) => ({ ...skill, category: file.category }));
export const MATCHER = buildMatcher(SKILLS);

/** Imports a text given as a string. */
export function importText(text: string, name = 'notes.txt'): ImportResult {
  return importDocument(decodeDocument(new TextEncoder().encode(text), name), MATCHER);
}

/** The ids found, sorted. */
export function idsIn(text: string, name?: string): string[] {
  return importText(text, name)
    .skills.map((skill) => skill.id)
    .sort();
}

/** One skill of an import, which must be there. */
export function skillIn(text: string, id: string, name?: string): ImportedSkill {
  const skill = importText(text, name).skills.find((each) => each.id === id);
  if (skill === undefined) throw new Error(`${id} was not found in: ${text}`);
  return skill;
}
