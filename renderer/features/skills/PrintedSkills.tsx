import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { levelName } from '../../../core/skills/level-step.ts';
import { categoryWords } from '../../../core/skills/report.ts';
import { queries } from '../../api/queries.ts';
import { t } from '../../strings/index.ts';
import classes from './PrintedSkills.module.css';
import type { Skill } from './skill-view.ts';

/** The whole inventory as a document for paper. It exists only while the browser prints, however printing was asked for. */
export function PrintedSkills({ skills }: { readonly skills: readonly Skill[] }) {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when this event ends.
    const before = (): void => flushSync(() => setIsPrinting(true));
    const after = (): void => setIsPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting ? createPortal(<Printed skills={skills} />, document.body) : null;
}

function Printed({ skills }: { readonly skills: readonly Skill[] }) {
  const { data: state } = useQuery(queries.state());
  const categories = useMemo(() => {
    const sorted = skills.toSorted((a, b) => (b.level ?? -1) - (a.level ?? -1) || a.name.localeCompare(b.name, 'en'));
    return [...Map.groupBy(sorted, ({ category }) => category)].sort(([a], [b]) => a.localeCompare(b, 'en'));
  }, [skills]);
  const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' });
  return (
    <article className={`skills-print ${classes.document}`}>
      <h1>{t.skills.print.heading(state?.profile.name ?? '')}</h1>
      <p>{t.skills.print.asOf(day, skills.length)}</p>
      <p>{t.skills.print.scale}</p>
      {categories.map(([category, list]) => (
        <section key={category}>
          <h2>{categoryWords(category)}</h2>
          {list.map((skill) => (
            <PrintedSkill key={skill.id} skill={skill} />
          ))}
        </section>
      ))}
    </article>
  );
}

function PrintedSkill({ skill }: { readonly skill: Skill }) {
  const { name, level, years, lastUsed, stance, declaredGap, best, note } = skill;
  const facts = [
    level === null ? null : `${level.toFixed(1)} ${levelName(level)}`,
    stance === null ? null : t.stances[stance],
    years === null ? null : t.skills.years(years),
    lastUsed === null ? null : t.skills.print.lastUsed(lastUsed),
    declaredGap && stance !== 'gap' ? t.skills.declaredGap : null,
  ].filter((fact) => fact !== null);
  return (
    <div className={classes.skill}>
      <p className={classes.line}>
        <strong>{name}</strong>
        <span>{facts.join(' · ')}</span>
      </p>
      {(note ?? best) !== null && <p className={classes.statement}>{note ?? best}</p>}
    </div>
  );
}
