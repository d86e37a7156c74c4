import type { Outputs } from '../../api/client.ts';

export type Statistics = Outputs['progress']['get'];
export type ObservedAndSaid = Outputs['progress']['levels'][number];
