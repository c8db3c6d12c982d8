/// <reference lib="dom" />
import { useEffect, useRef } from 'preact/hooks';

/** Asks whether something is really to be done. */
export function Confirmation({ question, onAnswer }: { question: string; onAnswer: (isYes: boolean) => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog ref={dialog} aria-label="Confirmation" onClose={() => onAnswer(false)}>
      <p>{question}</p>
      <div class="answers">
        <button type="button" onClick={() => onAnswer(false)}>
          Cancel
        </button>
        <button type="button" class="yes" onClick={() => onAnswer(true)}>
          OK
        </button>
      </div>
    </dialog>
  );
}
