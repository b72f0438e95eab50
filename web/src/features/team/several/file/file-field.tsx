import { Upload, X } from 'lucide-react';
import { type ChangeEvent, useId, useRef, useState } from 'react';
import { m } from '../../../../paraglide/messages.js';
import { Button, buttonClass } from '../../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../../shared/ui/basics/notice.tsx';
import { Spinner } from '../../../../shared/ui/basics/spinner.tsx';
import { cn } from '../../../../shared/ui/cn.ts';
import { problemText } from './problem-texts.ts';
import { type FileProblem, type ListFile, readListFile } from './read-list-file.ts';

const zoneClass =
  'relative grid justify-items-start gap-2 rounded-lg border border-dashed border-line-strong/70 p-4 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';

/** A place for a file: it is chosen or dropped, and read at once. What can't be read says why. */
export function FileField({ onRead }: { readonly onRead: (file: ListFile) => void }) {
  const hint = useId();
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<{ readonly name: string; readonly why: FileProblem }>();
  const newest = useRef<File>(undefined);

  async function read(file: File | undefined): Promise<void> {
    if (!file) return;
    newest.current = file;
    setProblem(undefined);
    setReading(true);
    const answer = await readListFile(file);
    if (newest.current !== file) return;
    setReading(false);
    if ('problem' in answer) setProblem({ name: file.name, why: answer });
    else onRead(answer);
  }

  function choose({ target }: ChangeEvent<HTMLInputElement>): void {
    void read(target.files?.[0]);
    // The same file is read again when it was corrected and is chosen once more.
    target.value = '';
  }

  return (
    <div className="grid gap-3">
      <label className={cn(zoneClass, over && 'border-accent bg-accent-soft')}>
        <span className={cn(buttonClass({ variant: 'outline' }), 'max-md:w-full')}>
          {reading ? <Spinner /> : <Upload aria-hidden size={18} />}
          {m.several_file_choose()}
        </span>
        <span id={hint} className="text-small text-muted">
          {m.several_file_hint()}
        </span>
        {/* It lies over the whole: the browser itself takes what is dropped on it. */}
        <input
          type="file"
          aria-label={m.several_file_choose()}
          aria-describedby={hint}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          className="absolute inset-0 cursor-pointer opacity-0"
          onChange={choose}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
        />
      </label>
      {problem && (
        <Notice tone="danger" title={m.several_file_problem({ name: problem.name })}>
          {problemText(problem.why)}
        </Notice>
      )}
    </div>
  );
}

type ReadProps = { readonly name: string; readonly count: number; readonly onRemove: () => void };

/** The file that was read, in the place of a typed list. */
export function ReadFile({ name, count, onRemove }: ReadProps) {
  return (
    <div className="flex items-center gap-2 rounded-lg bg-accent-soft py-1 pr-1 pl-4">
      <output className="min-w-0 grow wrap-anywhere">{m.several_file_read({ name, count })}</output>
      <Button variant="quiet" size="icon" aria-label={m.several_file_remove()} onClick={onRemove}>
        <X aria-hidden size={18} />
      </Button>
    </div>
  );
}
