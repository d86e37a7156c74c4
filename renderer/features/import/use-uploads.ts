import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { uploadDocument } from '../../api/client.ts';
import { refresh } from '../../api/queries.ts';
import { showDone, showError } from '../../app/toasts.ts';
import { t } from '../../strings/index.ts';

/** A file or pasted text. */
export interface Source {
  readonly name: string;
  readonly body: Blob;
}

export interface Uploads {
  /** The document being read; null when none is. */
  readonly current: { readonly name: string; readonly upload: string } | null;
  /** How many come after it. */
  readonly waiting: number;
  readonly start: (sources: readonly Source[]) => void;
  /** Stops the one being read and all after it; nothing of them is stored. */
  readonly cancel: () => void;
}

/** Reads documents one after the other; a single one leads to its review, several to the list. */
export function useUploads(): Uploads {
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const abort = useRef<AbortController | null>(null);
  const [state, setState] = useState<Pick<Uploads, 'current' | 'waiting'>>({ current: null, waiting: 0 });
  const run = async (sources: readonly Source[]): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    const read: number[] = [];
    for (const [index, { name, body }] of sources.entries()) {
      const upload = crypto.randomUUID();
      setState({ current: { name, upload }, waiting: sources.length - index - 1 });
      try {
        const { result, changed } = await uploadDocument({ name, body, upload }, controller.signal);
        await refresh(client, changed);
        if (!result.isNew) showDone(t.import.known);
        read.push(result.id);
      } catch (error) {
        if (controller.signal.aborted) break;
        showError(error);
      }
    }
    setState({ current: null, waiting: 0 });
    const [only] = read;
    if (sources.length === 1 && only !== undefined) navigate(`/import/${only}`);
    else if (read.length > 0) showDone(t.import.read(read.length));
  };
  return { ...state, start: (sources) => void run(sources), cancel: () => abort.current?.abort() };
}
