import { Text } from '@mantine/core';
import type { Outputs } from '../../api/client.ts';
import { t } from '../../strings/index.ts';

type Resource = Outputs['gaps']['list'][number]['resources'][number];

/** What to learn from; a link opens outside the app. */
export function Resources({ resources }: { readonly resources: readonly Resource[] }) {
  if (resources.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t.plan.resources}
      </Text>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {resources.map(({ kind, title, by, url }) => (
          <li key={title}>
            <Text size="sm" component="span">
              {url === undefined ? (
                title
              ) : (
                <a href={url} target="_blank" rel="noreferrer noopener">
                  {title}
                </a>
              )}{' '}
              <Text component="span" inherit className="soft">
                {t.plan.kinds[kind]}
                {kind === 'lab' ? '' : `, ${by}`}
              </Text>
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
