import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { LevelPicker } from '../../components/LevelPicker.tsx';
import { LevelTrack } from '../../components/LevelTrack.tsx';
import { t } from '../../strings/index.ts';
import classes from './Skills.module.css';
import type { Skill } from './skill-view.ts';

const Z80 = 1.28;

/** The level with its doubt; pressed, the six levels to choose from. */
export function LevelCell({ skill, onRate }: { readonly skill: Skill; readonly onRate: (id: string, level: number) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    flushSync(() => setIsOpen(false));
    button.current?.focus();
  };
  if (!isOpen) return <LevelButton skill={skill} ref={button} onClick={() => setIsOpen(true)} />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape and leaving close what was opened here
    <div
      className={classes.picker}
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setIsOpen(false)}
    >
      <FocusedOnce>
        <LevelPicker
          value={skill.self}
          label={`${t.levels.pick}: ${skill.name}`}
          onPick={(picked) => {
            close();
            onRate(skill.id, picked);
          }}
        />
      </FocusedOnce>
    </div>
  );
}

/** Puts the focus on what is chosen inside, else on the first button, when it appears. */
function FocusedOnce({ children }: { readonly children: ReactNode }) {
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = inside.current?.querySelector<HTMLElement>('[aria-pressed=true]') ?? inside.current?.querySelector('button');
    chosen?.focus();
  }, []);
  return <div ref={inside}>{children}</div>;
}

interface LevelButtonProps {
  readonly skill: Skill;
  readonly ref: Ref<HTMLButtonElement>;
  readonly onClick: () => void;
}

function LevelButton({ skill, ref, onClick }: LevelButtonProps) {
  const { name, level, spread } = skill;
  const reach = Z80 * (spread ?? 0);
  const low = level === null ? 0 : Math.max(0, level - reach);
  const high = level === null ? 5 : Math.min(5, level + reach);
  const basis = basisOf(skill);
  return (
    <button type="button" ref={ref} className={classes.levelButton} onClick={onClick} title={t.skills.changeLevel}>
      <span className="visually-hidden">{t.skills.levelOf(name)}</span>{' '}
      <span aria-hidden>
        <LevelTrack level={level} low={low} high={high} label="" />
      </span>
      {level === null ? (
        <span className="visually-hidden">{t.levels.unknown}</span>
      ) : (
        <>
          <span className={`tabular ${classes.figure}`}>{level.toFixed(1)}</span>{' '}
          <span className={`soft ${classes.basis}`} title={t.skills.basisTitle[basis]}>
            {t.skills.basis[basis]}
          </span>
        </>
      )}
    </button>
  );
}

function basisOf({ basis }: Skill): keyof typeof t.skills.basis {
  return basis.length === 1 ? (basis[0] ?? 'several') : 'several';
}
