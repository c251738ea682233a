'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api, type Problem } from '@/lib/http/api';
import type { FileErrorCode, ImportField, ImportKind, Mapping, Plan } from '@/lib/members/import';
import { type Counts, inBatches, type Progress } from './in-batches';
import { engine, type OpenFile, openFile } from './open-file';

type Answers = Parameters<typeof import('@/lib/members/import').planImport>[2]['answers'];

export type Step = 'choose' | 'columns' | 'check' | 'done';

export interface ImportGym {
  id: string;
  /** ISO day of the gym. */
  today: string;
  dialsZero: boolean;
  timeZone: string;
}

export interface ImportState {
  step: Step;
  /** What is being worked at, of `total` rows. */
  work: ({ what: 'reading' | 'comparing' | 'importing'; total: number } & Progress) | null;
  file: OpenFile | null;
  answers: Answers;
  plan: Plan | null;
  preview: Counts | null;
  result: (Omit<Counts, 'errors'> & { id: string; state: 'done' | 'failed' }) | null;
  fileError: { code: FileErrorCode; line: number | undefined } | null;
  problem: Problem | null;
}

const start: ImportState = {
  step: 'choose',
  work: null,
  file: null,
  answers: {},
  plan: null,
  preview: null,
  result: null,
  fileError: null,
  problem: null,
};

/** One import from the choice of a file to its result. Nothing is written before `run`. */
export function useImport(gym: ImportGym, kind: ImportKind) {
  const [state, setState] = useState(start);
  const router = useRouter();
  const stopper = useRef<AbortController>(null);
  const set = useCallback((change: Partial<ImportState>) => setState((now) => ({ ...now, ...change })), []);
  const isWorking = state.work?.what === 'importing';

  useEffect(() => {
    if (!isWorking) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isWorking]);
  useEffect(() => () => stopper.current?.abort(), []);

  const choose = async (chosen: File) => {
    setState({ ...start, work: { what: 'reading', total: 0, done: 0, waiting: false } });
    const opened = await openFile(chosen, gym.id, kind);
    if (opened.ok) setState({ ...start, step: 'columns', file: opened.file });
    else
      setState({
        ...start,
        ...('error' in opened ? { fileError: opened.error } : { problem: opened.problem }),
      });
  };

  const map = (place: number, field: ImportField | null) => {
    const { file } = state;
    if (!file) return;
    const mapping: Mapping = file.mapping.map((other, at) => {
      if (at === place) return field;
      return field !== null && other === field ? null : other;
    });
    set({ file: { ...file, mapping, remembered: false } });
  };

  const progress = (what: 'comparing' | 'importing', total: number) => (at: Progress) =>
    set({ work: { what, total, ...at } });

  const check = async () => {
    const { file, answers } = state;
    if (!file) return;
    set({ work: { what: 'comparing', total: 0, done: 0, waiting: false }, problem: null });
    const { planImport, planVisits } = await engine();
    const read = kind === 'visits' ? planVisits : planImport;
    const plan: Plan = read(file.table, file.mapping, { ...gym, answers });
    stopper.current = new AbortController();
    const told = progress('comparing', plan.rows.length);
    const more = { gym_id: gym.id };
    const answer = await inBatches(
      `/api/dashboard/members/import/${kind === 'visits' ? 'visits' : 'preview'}`,
      kind,
      plan.rows,
      more,
      told,
      stopper.current.signal,
    );
    if (!answer) return;
    if (answer.ok) set({ step: 'check', work: null, plan, preview: answer.data });
    else set({ work: null, problem: answer.problem });
  };

  const run = async () => {
    const { file, plan } = state;
    if (!file || !plan) return;
    const total = plan.rows.length;
    set({ work: { what: 'importing', total, done: 0, waiting: false }, problem: null });
    const base = '/api/dashboard/members/import';
    const begun = await api<{ id: string }>(base, {
      body: {
        gym_id: gym.id,
        kind,
        filename: file.name,
        source: file.source,
        mapping: file.mapping,
        rows_total: file.table.rows.length,
        errors: plan.bad,
      },
    });
    if (!begun.ok) return set({ work: null, problem: begun.problem });
    const { id } = begun.data;
    stopper.current = new AbortController();
    const sent = await inBatches(
      `${base}/${id}/${kind === 'visits' ? 'visits' : 'rows'}`,
      kind,
      plan.rows,
      {},
      progress('importing', total),
      stopper.current.signal,
    );
    const ended = await api<Omit<Counts, 'errors'> & { state: 'done' | 'failed' }>(`${base}/${id}/finish`, {
      method: 'POST',
    });
    const problem = sent && !sent.ok ? sent.problem : ended.ok ? null : ended.problem;
    const none = { state: 'failed', new: 0, changed: 0, same: 0, bad: plan.bad.length } as const;
    set({ step: 'done', work: null, problem, result: { id, ...(ended.ok ? ended.data : none) } });
    router.refresh();
  };

  return {
    state,
    choose,
    map,
    check,
    run,
    stop: () => stopper.current?.abort(),
    answer: (answers: Answers) => set({ answers: { ...state.answers, ...answers } }),
    back: () => set({ step: 'columns', problem: null }),
    restart: () => setState(start),
  };
}
