import { Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LANGUAGES, type Language } from '../../../core/content/language.ts';
import { api } from '../../api/client.ts';
import { queries, useChange } from '../../api/queries.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { t } from '../../strings/index.ts';

const words = t.questionLanguage;

/** The language questions are asked in where they have it. */
export function LanguageSettings() {
  const query = useQuery(queries.questionLanguage());
  const change = useChange((language: Language) => api.practice.setLanguage.mutate({ language }));
  return (
    <Loaded query={query}>
      {(language) => (
        <Radio.Group
          label={words.setting}
          description={words.settingText}
          value={language}
          onChange={(value) => change.mutate(value === 'fr' ? 'fr' : 'en')}
        >
          <Stack gap={6} mt="xs">
            {LANGUAGES.map((one) => (
              <Radio key={one} value={one} label={words.options[one]} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Loaded>
  );
}
