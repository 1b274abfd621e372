import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { text } from '../messages/text.ts';
import { copyText } from './copy-text.ts';

/** A field whose value can be carried to another program by one touch. */
export function CopyField(props: { readonly label: string; readonly value: string }) {
  const { label, value } = props;
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const copy = async () => {
    setCopied((await copyText(value)) ? 'yes' : 'failed');
    timer.current = window.setTimeout(() => setCopied('no'), 2_000);
  };
  return (
    <div className="field">
      <dt>{label}</dt>
      <dd className="field-copy">
        <span className="field-number">{value}</span>
        <Button
          className="copy-button"
          aria-label={text.copy_field({ field: label })}
          onPress={() => void copy()}
        >
          {copied === 'yes' ? text.copied() : copied === 'failed' ? text.copy_failed() : text.copy()}
        </Button>
      </dd>
    </div>
  );
}
