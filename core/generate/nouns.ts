import type { FactSkill } from './facts.ts';
import { classesOf } from './skill-class.ts';
import type { Noun, SkillClass } from './types.ts';

/** Skills whose names are common nouns: id | English | French | gender, with p for plural. */
const COMMON = `
observability|observability|observabilité|f
monitoring|monitoring|supervision|f
alerting|alerting|alerte|f
dashboarding|dashboards|tableaux de bord|mp
distributed-tracing|distributed tracing|traçage distribué|m
log-pipelines|log pipelines|chaînes de journalisation|fp
load-balancing|load balancing|répartition de charge|f
high-availability|high availability|haute disponibilité|f
disaster-recovery|disaster recovery|reprise après sinistre|f
failover|failover|bascule|f
multi-dc|multi-datacenter operations|exploitation multi-datacenter|f
capacity-planning|capacity planning|planification de capacité|f
incident-management|incident management|gestion d’incidents|f
on-call|on-call duty|astreinte|f
postmortems|postmortems|post-mortems|mp
runbooks|runbooks|procédures d’exploitation|fp
slo|service level objectives|objectifs de niveau de service|mp
error-budgets|error budgets|budgets d’erreur|mp
iac|infrastructure as code|infrastructure as code|f
config-mgmt|configuration management|gestion de configuration|f
ci-cd|CI/CD|intégration continue|f
deployment-automation|deployment automation|automatisation des déploiements|f
release-management|release management|gestion des versions|f
rollback|rollback|retour arrière|m
load-testing|load testing|tests de charge|mp
rack-installation|rack installation|montage en baie|m
rack-planning|rack planning|planification des baies|f
cabling|cabling|câblage|m
server-provisioning|server provisioning|installation de serveurs|f
bare-metal|bare metal|bare metal|m
containers|containers|conteneurs|mp
virtualization|virtualisation|virtualisation|f
hyperconvergence|hyperconvergence|hyperconvergence|f
firewalls|firewalls|pare-feu|mp
network-hardware|network hardware|matériel réseau|m
networking|networking|réseau|m
network-monitoring|network monitoring|supervision réseau|f
ddos-protection|DDoS protection|protection anti-DDoS|f
backup|backups|sauvegardes|fp
backup-restore|restore testing|tests de restauration|mp
databases|databases|bases de données|fp
shared-storage|shared storage|stockage partagé|m
distributed-storage|distributed storage|stockage distribué|m
object-storage|object storage|stockage objet|m
vulnerability-management|vulnerability management|gestion des vulnérabilités|f
patching|patching|gestion des correctifs|f
secrets|secrets management|gestion des secrets|f
rbac|role-based access control|contrôle d’accès par rôles|m
llm|large language models|grands modèles de langage|mp
gpu|GPU computing|calcul sur GPU|m
project-management|project management|gestion de projet|f
team-leadership|team leadership|encadrement d’équipe|m
training|training|formation|f
technical-documentation|technical documentation|documentation technique|f
web-servers|web servers|serveurs web|mp
mail-servers|mail servers|serveurs de messagerie|mp
voip|VoIP|voix sur IP|f
mco|operational maintenance|maintien en condition opérationnelle|m
mcs|security maintenance|maintien en condition de sécurité|m
terraform-modules|Terraform modules|modules Terraform|mp
terraform-provider-dev|Terraform provider development|développement de fournisseurs Terraform|m
exporters|Prometheus exporters|exporteurs Prometheus|mp
kubernetes-storage|Kubernetes storage|stockage Kubernetes|m
kubernetes-networking|Kubernetes networking|réseau Kubernetes|m
kernel-tuning|kernel tuning|réglage du noyau|m
sysctl|kernel tuning|réglage du noyau|m
performance-tuning|Linux performance tuning|optimisation de Linux|f
migration|migrations|migrations|fp
chaos-engineering|chaos engineering|ingénierie du chaos|f
mentoring|mentoring|mentorat|m
hybrid-cloud|hybrid cloud|cloud hybride|m
automated-testing|automated testing|tests automatisés|mp
scripting|scripting|scripts|mp
it-automation|automation|automatisation|f
security-hardening|hardening|durcissement|m
network-segmentation|network segmentation|segmentation du réseau|f
synthetic-probes|synthetic probes|sondes synthétiques|fp
long-term-metrics|long-term metrics storage|conservation longue des métriques|f
quota-management|quota management|gestion des quotas|f
toil-reduction|toil reduction|réduction du travail répétitif|f
`;

interface CommonNoun {
  readonly en: string;
  readonly fr: string;
  readonly gender: 'm' | 'f';
  readonly isPlural: boolean;
}

const LEXICON: ReadonlyMap<string, CommonNoun> = new Map(
  COMMON.trim()
    .split('\n')
    .map((line) => {
      const [id = '', en = '', fr = '', form = 'm'] = line.split('|');
      return [id, { en, fr, gender: form.startsWith('f') ? 'f' : 'm', isPlural: form.endsWith('p') }];
    }),
);

/** Names that are how a skill is listed, not how it is said in a sentence. */
const LISTED_AS = /(?: and | or |\/.*\/|\(|,|:|\bother\b)/i;
const MAX_WORDS = 4;
/** Single words that are no proper names though they begin with a capital in the taxonomy. */
const EVERYDAY =
  /^(?:Curiosity|Compliance|Exporters|Webhooks|Shell|Multicast|Firmware|Printing|Diagramming|Templating|Toolchains|Databases|Unix|Wikis|Sudo|Bastion)$/i;
const CLASS_ORDER: readonly SkillClass[] = ['service', 'platform', 'tool', 'language', 'standard', 'practice', 'technique'];

/**
 * The noun phrase of a skill, from its name: a proper name as it is, a common noun with its French. Null where the name is a label that
 * does not stand in a sentence. A practice without French keeps its English in both.
 */
export function nounOf(skill: FactSkill | undefined): Noun | null {
  if (skill === undefined) return null;
  const classes = classesOf(skill);
  const first = CLASS_ORDER.find((one) => classes.has(one)) ?? 'technique';
  const common = LEXICON.get(skill.id);
  if (common !== undefined) return { class: first, skillId: skill.id, isProper: false, isBorrowed: false, ...common };
  const { name } = skill;
  if (LISTED_AS.test(name) || name.split(/\s+/).length > MAX_WORDS) return null;
  if (looksProper(name)) {
    return { class: first, skillId: skill.id, isProper: true, isBorrowed: false, en: name, fr: name, gender: 'm', isPlural: false };
  }
  if (skill.kind !== 'practice') return null;
  const en = /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  return { class: 'practice', skillId: skill.id, isProper: false, isBorrowed: true, en, fr: `« ${en} »`, gender: 'm', isPlural: false };
}

/** Every word begins with a capital or a digit, or is one word with a spelling of its own (etcd, pfSense, iptables). */
function looksProper(name: string): boolean {
  const parts = name.split(/\s+/);
  if (parts.length === 1) return !EVERYDAY.test(name);
  return parts.every((part) => /^[\p{Lu}\d]/u.test(part) || /\p{Lu}/u.test(part.slice(1)));
}
