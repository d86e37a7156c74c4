import { SegmentedControl, Text } from '@mantine/core';
import { LANGUAGES, type Language } from '../../../core/content/language.ts';
import { t } from '../../strings/index.ts';
import type { DrillQuestion } from './in-language.ts';

const words = t.questionLanguage;

interface Props {
  readonly question: Pick<DrillQuestion, 'hasFrench' | 'wanted' | 'language'>;
  readonly onChange: (language: Language) => void;
}

/** The language of the question shown; where it has only one and another was wanted, it says so. */
export function QuestionLanguage({ question: { hasFrench, wanted, language }, onChange }: Props) {
  if (hasFrench)
    return (
      <SegmentedControl
        size="xs"
        aria-label={words.ofThis}
        data={LANGUAGES.map((value) => ({ value, label: words.names[value] }))}
        value={language}
        onChange={(value) => onChange(value === 'fr' ? 'fr' : 'en')}
      />
    );
  return wanted === 'en' ? null : (
    <Text size="xs" className="soft">
      {words.onlyEnglish}
    </Text>
  );
}
