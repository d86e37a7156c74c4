import { create } from 'zustand';
import type { ReadJob } from '../../api/client.ts';
import { t } from '../../strings/index.ts';
import { demandsOf, type JobDemand } from './job-demands.ts';

interface JobState {
  /** The advert being worked on, and how far: it is there again after a look at another screen. */
  readonly job: { readonly read: ReadJob; readonly demands: readonly JobDemand[]; readonly name: string } | null;
  begin(read: ReadJob): void;
  setDemands(change: (before: readonly JobDemand[]) => readonly JobDemand[]): void;
  setName(name: string): void;
  end(): void;
}

const MAX_NAME = 80;

export const useJob = create<JobState>((set) => ({
  job: null,
  begin: (read) => set({ job: { read, demands: demandsOf(read), name: read.reading.title?.slice(0, MAX_NAME) ?? t.roles.job.unnamed } }),
  setDemands: (change) => set(({ job }) => (job === null ? {} : { job: { ...job, demands: change(job.demands) } })),
  setName: (name) => set(({ job }) => (job === null ? {} : { job: { ...job, name } })),
  end: () => set({ job: null }),
}));
