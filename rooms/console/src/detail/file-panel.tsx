import { text } from '../messages/text.ts';
import { CopyField } from './copy-field.tsx';

/** Whether the hospital's system has got the result, and under which name. */
export function FilePanel(props: { readonly fileName: string | null }) {
  const { fileName } = props;
  return (
    <section className="panel">
      <h3>{text.handed_over()}</h3>
      {fileName === null ? (
        <p className="file-missing">{text.file_not_there()}</p>
      ) : (
        <dl className="fields fields-narrow file-name">
          <CopyField label={text.file_name()} value={fileName} />
        </dl>
      )}
    </section>
  );
}
