import { describe, expect, it } from 'vitest';
import { importText } from './small-taxonomy.ts';

describe('numbers that say how big', () => {
  it.each([
    ['2000 users on Grafana', 2000, 'users'],
    ['~50TB in Ceph', 50, 'TB'],
    ['Kafka at 8 TB/day', 8, 'TB/day'],
    ['Kafka: 8 TB per day', 8, 'TB/day'],
    ['10,000+ users at once', 10000, 'users'],
    ['10 000 utilisateurs', 10000, 'users'],
    ['3k VMs', 3000, 'VMs'],
    ['1.5 PB of Ceph', 1.5, 'PB'],
    ['12 nœuds Proxmox', 12, 'nodes'],
    ['5 Kafka nodes', 5, 'nodes'],
  ])('%s is %d %s', (text, value, unit) => {
    expect(importText(`- ${text}`).scales.map((scale) => [scale.value, scale.unit])).toEqual([[value, unit]]);
  });

  it('belong to the heading when the line names no skill', () => {
    expect(importText('Kafka\n- Scale: 5 nodes\n').scales[0]?.skills).toEqual(['kafka']);
  });

  it('are no versions, dates or phone numbers', () => {
    expect(importText('Proxmox 8 in 2019, +33 6 12 34 56 78, 10.0.0.1, Go 1.22').scales).toEqual([]);
  });
});

describe('caveats', () => {
  it.each([
    'Python: strong, but not a software engineer.',
    'The Kafka platform was team work, not mine alone.',
    'Kubernetes: primarily user-level.',
    'Helped deploy Ceph.',
    'PostgreSQL : opérations de routine seulement.',
  ])('keep %j', (sentence) => {
    const { caveats } = importText(`- ${sentence}`);
    expect(caveats.map((caveat) => caveat.text)).toEqual([sentence]);
    expect(caveats[0]?.skills.length).toBeGreaterThan(0);
  });

  it('are all lines under an honesty title', () => {
    expect(importText('Honesty notes\n- Others set Kafka up.\n- Ask me about it.\n').caveats).toHaveLength(2);
  });
});

describe('stories', () => {
  it('are read from keyed lines, each part with its place', () => {
    const text =
      '4. War stories\nThe night of the full table\n- Context: a launch with many users\n- The fix: raised the HAProxy limits\n- Lesson: size for bursts\n';
    const [story] = importText(text).stories;
    expect(story?.kind).toBe('incident');
    expect(story?.situation?.text).toBe('a launch with many users');
    expect(story?.action?.text).toBe('raised the HAProxy limits');
    expect(story?.lesson?.text).toBe('size for bursts');
    expect(story?.skills).toEqual(['haproxy']);
  });

  it('are read from French lists of goals, deeds and results', () => {
    const text =
      '### Refonte des sauvegardes\n\n* Objectifs\n  * Restaurer en une heure\n* Mise en œuvre\n  * Ansible partout\n* Résultat\nTout est restauré en 40 minutes.\n';
    const [story] = importText(text, 'cv.md').stories;
    expect([story?.task?.text, story?.action?.text, story?.result?.text]).toEqual([
      'Restaurer en une heure',
      'Ansible partout',
      'Tout est restauré en 40 minutes.',
    ]);
  });

  it('need at least two parts', () => {
    expect(importText('Kafka\n- Context: a shop\n- Five nodes\n').stories).toEqual([]);
  });
});

describe('the document itself', () => {
  it.each([
    ['I have been working with the team and for the users of this platform, which we built with care.', 'en'],
    ['Mise en place de la plateforme avec les équipes pour le suivi des incidents et de la sécurité.', 'fr'],
    ['Ansible', 'und'],
  ])('%j is in %s', (text, language) => {
    expect(importText(text).document.language).toBe(language);
  });
});
