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
  /** The words of levels 1 to 5 where they are more exact than the scale's own. */
  readonly words?: readonly string[];
}

/** Six buttons, 0–5, each with the words of its level; a number key picks when the focus is inside. */
export function LevelPicker({ value, onPick, label, withWords = false, words = [] }: Props) {
  const wordsAt = (level: number): string => (level === 0 ? undefined : words[level - 1]) ?? t.levels.words[level] ?? '';
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
            aria-label={withWords ? undefined : `${level} ${name}: ${wordsAt(level)}`}
            onClick={() => onPick(level)}
          >
            <span className={classes.number}>{level}</span>{' '}
            {withWords && (
              <span>
                <Text component="span" fw={600} size="sm">
                  {name}
                </Text>{' '}
                <Text component="span" size="sm" className="soft">
                  {wordsAt(level)}
                </Text>
              </span>
            )}
          </UnstyledButton>
        );
        return withWords ? (
          button
        ) : (
          <Tooltip key={name} label={`${name}: ${wordsAt(level)}`} multiline w={240} openDelay={250}>
            {button}
          </Tooltip>
        );
      })}
    </Group>
  );
}
