import type { Reading } from './reading.ts';

/** Pairs that stand beside each other in every list and yet do not replace each other: the one works on, in or for the other. */
const COMPLEMENTS: ReadonlySet<string> = new Set(
  [
    'grafana prometheus',
    'ceph-rbd cinder',
    'git gitlab',
    'git github',
    'patroni postgresql',
    'kvm nova',
    'kvm proxmox',
    'lxc proxmox',
    'kvm libvirt',
    'argocd gitops',
    'flux gitops',
    'kibana elasticsearch',
    'ansible jenkins',
    'jenkins terraform',
    'kubernetes helm',
    'kubernetes docker',
    'kubernetes argocd',
    'prometheus thanos',
    'docker kubernetes',
    'linux proxmox',
    'alertmanager prometheus',
    'memcached elasticsearch',
    'openvpn pfsense',
    'gitlab jenkins',
    'eks kubernetes',
    'gke kubernetes',
    'aks kubernetes',
    'kubernetes openshift',
    'kubernetes talos',
    'kubernetes rancher',
    'gitlab github-actions',
    'gitlab teamcity',
    'kubernetes openstack',
    'git svn',
    'etcd patroni',
  ].map((pair) => pair.split(' ').sort().join(' ')),
);

/** Whether two skills could stand in for each other as far as their names and families tell; the share of what carries over says how well. */
export function canReplace(reading: Reading, a: string, b: string): boolean {
  const skills = [a, b].map((id) => reading.facts.skills.get(id));
  if (skills[0]?.parentId === b || skills[1]?.parentId === a || COMPLEMENTS.has([a, b].sort().join(' '))) return false;
  if (skills[0]?.category !== skills[1]?.category && ![a, b].every((id) => reading.isOf(id, ['platform']))) return false;
  const [first = '', second = ''] = skills.map((skill) => skill?.name.toLowerCase() ?? '');
  return !sharesWord(first, second);
}

/** "OpenStack Cinder" and "OpenStack", "Terraform Cloud" and "Terraform": one is of the other. */
function sharesWord(a: string, b: string): boolean {
  const words = (name: string): string[] => name.split(/[\s-]+/).filter((word) => word.length > 2 && !MAKERS.has(word));
  const others = new Set(words(b));
  return words(a).some((word) => others.has(word));
}

const MAKERS: ReadonlySet<string> = new Set([
  'apache',
  'aws',
  'amazon',
  'google',
  'microsoft',
  'azure',
  'red',
  'hat',
  'server',
  'hpe',
  'dell',
  'hashicorp',
]);
