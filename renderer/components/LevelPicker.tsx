import { Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { t } from '../strings/index.ts';
import classes from './LevelPicker.module.css';

interface Props {
  readonly value: number | null;
  readonly onPick: (level: number) => void;
  /** What the level is of, for screen readers. */
  readonly label: string;
  /** Shows the words of every level instead of only numbers. */
  readonly withWords?: boolean;
}

/** Six buttons, 0–5, each with the words of its level; a number key picks when the focus is inside. */
export function LevelPicker({ value, onPick, label, withWords = false }: Props) {
  const pickByKey = (event: React.KeyboardEvent): void => {
    if (/^[0-5]$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      onPick(Number(event.key));
    }
  };
  return (
    <Group
      gap={withWords ? 6 : 4}
      role="group"
      aria-label={label}
      onKeyDown={pickByKey}
      className={withWords ? classes.words : undefined}
      wrap="nowrap"
    >
      {t.levels.names.map((name, level) => {
        const pressed = value !== null && Math.round(value) === level;
        const button = (
          <UnstyledButton
            key={name}
            className={classes.level}
            aria-pressed={pressed}
            aria-label={withWords ? undefined : `${level} ${name}: ${t.levels.words[level] ?? ''}`}
            onClick={() => onPick(level)}
          >
            <span className={classes.number}>{level}</span>{' '}
            {withWords && (
              <span>
                <Text component="span" fw={600} size="sm">
                  {name}
                </Text>{' '}
                <Text component="span" size="sm" className="soft">
                  {t.levels.words[level]}
                </Text>
              </span>
            )}
          </UnstyledButton>
        );
        return withWords ? (
          button
        ) : (
          <Tooltip key={name} label={`${name}: ${t.levels.words[level] ?? ''}`} multiline w={240} openDelay={250}>
            {button}
          </Tooltip>
        );
      })}
    </Group>
  );
}
