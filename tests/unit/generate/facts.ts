import type { FactSkill, ProfileFacts, Statement } from '../../../core/generate/facts.ts';
import type { Source } from '../../../core/generate/types.ts';

const skill = (
  id: string,
  name: string,
  category: string,
  kind: FactSkill['kind'] = 'technology',
  parentId: string | null = null,
): FactSkill => {
  return { id, name, category, kind, parentId };
};

/** A few skills of each class. */
export const SKILLS: readonly FactSkill[] = [
  skill('kafka', 'Apache Kafka', 'messaging'),
  skill('rabbitmq', 'RabbitMQ', 'messaging'),
  skill('postgresql', 'PostgreSQL', 'databases'),
  skill('redis', 'Redis', 'databases'),
  skill('couchbase', 'Couchbase', 'databases'),
  skill('elasticsearch', 'Elasticsearch', 'databases'),
  skill('haproxy', 'HAProxy', 'load-balancing'),
  skill('etcd', 'etcd', 'kubernetes'),
  skill('loki', 'Loki', 'observability'),
  skill('vector', 'Vector', 'observability'),
  skill('fluentd', 'Fluentd', 'observability'),
  skill('ansible', 'Ansible', 'iac'),
  skill('bgp', 'BGP', 'networking'),
  skill('observability', 'Observability', 'sre-practices', 'practice'),
  skill('incident-management', 'Incident management', 'sre-practices', 'practice'),
];

let offset = 0;
/** A line of a document, each in a place of its own. */
export function line(text: string, documentId = 1): Source {
  offset += 1000;
  return { documentId, start: offset, end: offset + text.length, text };
}

/** What a line says of the skills it names. */
export function saying(source: Source, stance: Statement['stance'], ids: readonly string[], more: Partial<Statement> = {}): Statement[] {
  return ids.map((id) => {
    const name = SKILLS.find((one) => one.id === id)?.name ?? id;
    const short = name.replace('Apache ', '');
    const at = Math.max(0, source.text.indexOf(short));
    return {
      ...source,
      skillId: id,
      stance,
      section: null,
      work: null,
      periodFrom: null,
      periodTo: null,
      mentionStart: source.start + at,
      mentionEnd: source.start + at + short.length,
      ...more,
    };
  });
}

export function factsWith(more: Partial<ProfileFacts>): ProfileFacts {
  return {
    skills: new Map(SKILLS.map((one) => [one.id, one])),
    statements: [],
    scales: [],
    caveats: [],
    gaps: [],
    stories: [],
    ratings: [],
    edges: [
      { fromId: 'kafka', toId: 'rabbitmq', share: 0.5 },
      { fromId: 'loki', toId: 'elasticsearch', share: 0.4 },
    ],
    competencies: [],
    month: '2026-11',
    ...more,
  };
}
