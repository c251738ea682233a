/** A still ring that turns; appears only after 400 ms, so that quick answers do not flicker. */
export function LoadingSpinner({ label }: { label: string }) {
  return (
    <output className="inline-flex items-center gap-2 text-ink-3 [animation:fade_120ms_400ms_both]">
      <span
        aria-hidden
        className="size-4 animate-spin rounded-full border-[1.5px] border-line-strong border-t-ink motion-reduce:animate-none"
      />
      <span className="text-label">{label}</span>
    </output>
  );
}
