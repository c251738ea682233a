'use client';

import { useState } from 'react';
import type { Problem } from '@/lib/http/api';

/** Asks a route for a file with a body and gives it to the browser to keep. A refusal stays in `problem`. */
export function useDownload() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const download = async (path: `/api/${string}`, body: object): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!answer.ok) {
        setProblem((await answer.json()) as Problem);
        return false;
      }
      keep(await answer.blob(), nameOf(answer.headers.get('content-disposition')));
      return true;
    } catch {
      setProblem({ status: 0, code: 'offline', title: '', detail: '' });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, download };
}

const nameOf = (disposition: string | null) => /filename="([^"]+)"/.exec(disposition ?? '')?.[1] ?? 'jarvis';

function keep(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
