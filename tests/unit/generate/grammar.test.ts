import { describe, expect, it } from 'vitest';
import * as en from '../../../core/generate/grammar/en.ts';
import * as fr from '../../../core/generate/grammar/fr.ts';
import type { Figure, Noun } from '../../../core/generate/types.ts';

const proper = (name: string): Noun => ({
  class: 'service',
  skillId: name,
  isProper: true,
  en: name,
  fr: name,
  gender: 'm',
  isPlural: false,
  isBorrowed: false,
});
const common = (text: string, gender: 'm' | 'f', isPlural = false): Noun => ({ ...proper(text), isProper: false, gender, isPlural });
const figure = (value: number, unit: string, per: Figure['per'] = null, precision: Figure['precision'] = 'exact'): Figure => {
  return { class: 'figure', value, unit, per, precision };
};

describe('French articles', () => {
  it.each([
    [proper('Kafka'), 'Kafka', 'de Kafka', 'à Kafka', 'que Kafka'],
    [proper('Ansible'), 'Ansible', 'd’Ansible', 'à Ansible', 'qu’Ansible'],
    [proper('HAProxy'), 'HAProxy', 'de HAProxy', 'à HAProxy', 'que HAProxy'],
    [proper('etcd'), 'etcd', 'd’etcd', 'à etcd', 'qu’etcd'],
    [proper('UEFI'), 'UEFI', 'de UEFI', 'à UEFI', 'que UEFI'],
    [common('câblage', 'm'), 'le câblage', 'du câblage', 'au câblage', 'que le câblage'],
    [common('supervision', 'f'), 'la supervision', 'de la supervision', 'à la supervision', 'que la supervision'],
    [common('observabilité', 'f'), 'l’observabilité', 'de l’observabilité', 'à l’observabilité', 'que l’observabilité'],
    [common('hyperconvergence', 'f'), 'l’hyperconvergence', 'de l’hyperconvergence', 'à l’hyperconvergence', 'que l’hyperconvergence'],
    [
      common('haute disponibilité', 'f'),
      'la haute disponibilité',
      'de la haute disponibilité',
      'à la haute disponibilité',
      'que la haute disponibilité',
    ],
    [common('conteneurs', 'm', true), 'les conteneurs', 'des conteneurs', 'aux conteneurs', 'que les conteneurs'],
  ])('are computed, contracted and elided for %o', (noun, le, de, a, que) => {
    expect([fr.le(noun), fr.de(noun), fr.a(noun), fr.que(noun)]).toEqual([le, de, a, que]);
  });

  it('agree with their participle', () => {
    expect([
      fr.accord('préféré', proper('Vector')),
      fr.accord('préféré', common('supervision', 'f')),
      fr.accord('préféré', common('sauvegardes', 'f', true)),
      fr.accord('préféré', common('conteneurs', 'm', true)),
    ]).toEqual(['préféré', 'préférée', 'préférées', 'préférés']);
  });

  it('follow a quoted title and a number too', () => {
    expect(fr.deChose({ class: 'title', text: 'Gestion DNS' })).toBe('de «\u00a0Gestion DNS\u00a0»');
    expect([fr.chose(figure(11, 'TB', 'day')), fr.deChose(figure(3000, 'VMs')), fr.aChose(figure(3000, 'VMs'))]).toEqual([
      'les 11\u00a0To par jour',
      'des 3\u202f000\u00a0VM',
      'aux 3\u202f000\u00a0VM',
    ]);
  });
});

describe('numbers', () => {
  it('are written as each language writes them', () => {
    expect([en.figure(figure(3000, 'VMs')), fr.chiffre(figure(3000, 'VMs'))]).toEqual(['3,000 VMs', '3\u202f000\u00a0VM']);
    expect([en.figure(figure(2.5, 'TB', 'day', 'about')), fr.chiffre(figure(2.5, 'TB', 'day', 'about'))]).toEqual([
      'about 2.5 TB a day',
      'environ 2,5\u00a0To par jour',
    ]);
    expect([en.figure(figure(1, 'nodes')), fr.chiffre(figure(1, 'nodes')), fr.deChiffre(figure(50, 'TB', null, 'about'))]).toEqual([
      '1 node',
      '1\u00a0nœud',
      'd’environ 50\u00a0To',
    ]);
  });
});

describe('French typography', () => {
  it('puts no-break spaces where they belong, and only there', () => {
    expect(fr.typography("Qu'est-ce ? « Oui » : non ; 10:30")).toBe('Qu’est-ce\u202f? «\u00a0Oui\u00a0»\u00a0: non\u202f; 10:30');
  });
});
