import { ActionButton } from '@honnin/appearance';
import { useState } from 'react';
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components';
import { text } from '../messages/text.ts';
import type { OwnCardOrder } from '../wallet-api.ts';
import { faultText } from './fault-text.ts';
import { type FormFault, ownCardOrder } from './own-card-order.ts';
import { PhotoBooth } from './photo-booth.tsx';

/** Fictional, and sensible enough to be left as they are. */
const defaults = {
  name: '見本　太郎',
  kana: 'ミホン　タロウ',
  birthDate: '1990-01-01',
  sex: '1',
  address: '東京都架空区見本町一丁目1番1号',
  pin: '1234',
};
const fields = [
  { field: 'name', label: () => text.name(), type: 'text' },
  { field: 'kana', label: () => text.kana(), type: 'text' },
  { field: 'birthDate', label: () => text.birth_date(), type: 'date' },
  { field: 'address', label: () => text.address(), type: 'text' },
  { field: 'pin', label: () => text.pin_of_four(), type: 'text' },
] as const;

/** Picture and particulars; the picture leaves the page only towards the demo on this machine. */
export function OwnCardForm(props: {
  readonly onIssue: (order: OwnCardOrder) => Promise<string | null>;
  readonly onDone: () => void;
}) {
  const [form, setForm] = useState(defaults);
  const [photo, setPhoto] = useState<string | null>(null);
  const [fault, setFault] = useState<FormFault | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const issue = async () => {
    const made = ownCardOrder(form, photo, new Date().toISOString().slice(0, 10));
    setFault('fault' in made ? made.fault : null);
    setProblem(null);
    if ('fault' in made) return;
    setBusy(true);
    const wrong = await props.onIssue(made.order);
    setBusy(false);
    if (wrong === null) props.onDone();
    else setProblem(wrong);
  };
  return (
    <div className="own-card">
      <PhotoBooth photo={photo} onPhoto={setPhoto} />
      <div className="own-fields">
        {fields.map(({ field, label, type }) => (
          <TextField
            key={field}
            className="text-field"
            type={type}
            value={form[field]}
            onChange={(value) => setForm({ ...form, [field]: value })}
            isInvalid={fault === field}
            {...(field === 'pin' ? { inputMode: 'numeric' as const, maxLength: 4 } : {})}
          >
            <Label>{label()}</Label>
            <Input className="input" />
          </TextField>
        ))}
        <RadioGroup
          className="sexes"
          orientation="horizontal"
          value={form.sex}
          onChange={(sex) => setForm({ ...form, sex })}
        >
          <Label>{text.sex()}</Label>
          <Radio className="sex" value="1">
            {text.male()}
          </Radio>
          <Radio className="sex" value="2">
            {text.female()}
          </Radio>
        </RadioGroup>
        <p role="alert" className="form-problem">
          {fault === null ? problem : faultText(fault)}
        </p>
        <ActionButton weight="primary" onPress={() => void issue()} isDisabled={isBusy}>
          {isBusy ? text.issuing() : text.issue_card()}
        </ActionButton>
      </div>
    </div>
  );
}
