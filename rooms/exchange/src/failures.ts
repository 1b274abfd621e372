import { type BilingualText, defineFailures } from '@honnin/outcome';

/** Patients do not meet these files; what they read sends them to the desk without blame. */
const desk: BilingualText = {
  ja: 'お手続きの結果をお渡しできませんでした。恐れ入りますが、受付にお声がけください。',
  en: 'We could not hand over the result. Please speak to the reception desk.',
};

/** What can go wrong when OQS files are read, checked, written and published. */
export const exchangeFailures = defineFailures('X', {
  'file-too-large': {
    number: 'X201',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'ファイルが4 MiBを超えています。', en: 'The file is larger than 4 MiB.' },
    cause: {
      ja: 'OQSのファイルとしては大きすぎるため、読み込みませんでした。',
      en: 'Too large for an OQS message, so it was not read.',
    },
    remedy: { ja: '正しいファイルを選んでください。', en: 'Choose the right file.' },
    http: 413,
  },
  'encoding-not-declared': {
    number: 'X202',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: 'XML宣言に文字コードの指定がありません。',
      en: 'The XML declaration does not name an encoding.',
    },
    cause: {
      ja: '先頭のXML宣言に encoding がないか、XMLではありません。',
      en: 'There is no XML declaration with an encoding, or this is not XML.',
    },
    remedy: {
      ja: 'XML宣言に encoding="UTF-8" または "Shift_JIS" を書いてください。',
      en: 'Write encoding="UTF-8" or "Shift_JIS" into the XML declaration.',
    },
  },
  'encoding-not-supported': {
    number: 'X203',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: '文字コードがUTF-8でもShift_JISでもありません。',
      en: 'The encoding is neither UTF-8 nor Shift_JIS.',
    },
    cause: {
      ja: 'OQSのファイルが使えるのはUTF-8とShift_JISだけです。',
      en: 'OQS files may use UTF-8 or Shift_JIS only.',
    },
    remedy: { ja: 'UTF-8またはShift_JISで出力してください。', en: 'Write the file in UTF-8 or Shift_JIS.' },
  },
  'encoding-mismatch': {
    number: 'X204',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: '文字コードの宣言と中身が合いません。',
      en: 'The declared encoding does not agree with the content.',
    },
    cause: {
      ja: 'XML宣言、実際のバイト列、CharacterCodeIdentifier のどれかが食い違っています。',
      en: 'The XML declaration, the bytes and CharacterCodeIdentifier do not all agree.',
    },
    remedy: {
      ja: '三つを同じ文字コードにそろえてください（0 = UTF-8、1 = Shift_JIS）。',
      en: 'Make all three name the same encoding (0 = UTF-8, 1 = Shift_JIS).',
    },
  },
  'document-type-refused': {
    number: 'X205',
    actor: 'developer',
    patient: desk,
    staff: { ja: '文書型宣言（DTD）は使えません。', en: 'A document type (DTD) is not allowed.' },
    cause: {
      ja: 'DTDは外部のファイルを読み込ませる攻撃に使われるため、受け付けません。',
      en: 'A DTD can be used to make a reader load other files, so it is refused.',
    },
    remedy: { ja: 'DOCTYPEを取り除いてください。', en: 'Remove the DOCTYPE.' },
  },
  'not-well-formed': {
    number: 'X206',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'XMLとして正しくありません。', en: 'The XML is not well-formed.' },
    cause: {
      ja: '書き込みの途中のファイルか、タグの閉じ忘れです。',
      en: 'The file was still being written, or a tag is not closed.',
    },
    remedy: {
      ja: '書き終わってから名前を変えて公開しているか、タグの対応を確かめてください。',
      en: 'Check that the file is renamed only when it is complete, and that every tag is closed.',
    },
  },
  'entity-refused': {
    number: 'X207',
    actor: 'developer',
    patient: desk,
    staff: { ja: '使えない実体参照があります。', en: 'There is an entity that is not allowed.' },
    cause: {
      ja: 'XMLの五つの実体参照と文字参照だけが使えます。',
      en: 'Only the five entities of XML and numeric references are allowed.',
    },
    remedy: { ja: '文字をそのまま書いてください。', en: 'Write the character itself.' },
  },
  'nested-too-deep': {
    number: 'X208',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'タグの入れ子が深すぎます。', en: 'The tags are nested too deep.' },
    cause: { ja: 'OQSのファイルの入れ子は6段までです。', en: 'OQS messages nest six deep at most.' },
    remedy: {
      ja: 'ファイルを作ったシステムを確かめてください。',
      en: 'Look at the system that wrote the file.',
    },
  },
  'not-an-oqs-message': {
    number: 'X209',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'OQSのファイルではありません。', en: 'This is not an OQS message.' },
    cause: {
      ja: 'XmlMsg と MessageHeader が見つかりません。',
      en: 'There is no XmlMsg with a MessageHeader.',
    },
    remedy: { ja: '正しいファイルを選んでください。', en: 'Choose the right file.' },
  },
  'tag-unknown': {
    number: 'X210',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'この位置にないはずのタグがあります。', en: 'There is a tag that does not belong here.' },
    cause: {
      ja: 'タグ名の誤りか、別の種類のファイルの項目です。',
      en: 'The tag is misspelt, or belongs to another kind of file.',
    },
    remedy: { ja: 'タグ名と位置を確かめてください。', en: "Check the tag's name and its place." },
  },
  'tag-missing': {
    number: 'X211',
    actor: 'developer',
    patient: desk,
    staff: { ja: '必要なタグがないか、空です。', en: 'A required tag is missing or empty.' },
    cause: { ja: '必須の項目が出力されていません。', en: 'A required item was not written.' },
    remedy: { ja: '値を入れて出力してください。', en: 'Write the item with its value.' },
  },
  'tag-repeated': {
    number: 'X212',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: '一つだけのはずのタグが複数あります。',
      en: 'A tag that may stand once stands there several times.',
    },
    cause: { ja: '同じ項目が二度出力されています。', en: 'The same item was written twice.' },
    remedy: { ja: '一つにしてください。', en: 'Keep one of them.' },
  },
  'code-unknown': {
    number: 'X213',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'コード表にない値です。', en: 'The value is not in the code list.' },
    cause: {
      ja: 'コード値の誤りか、新しい版の値です。',
      en: 'The code is wrong, or comes from a newer version.',
    },
    remedy: { ja: 'コード表の値を使ってください。', en: 'Use a value of the code list.' },
  },
  'length-wrong': {
    number: 'X214',
    actor: 'developer',
    patient: desk,
    staff: { ja: '値が長すぎます。', en: 'The value is too long.' },
    cause: { ja: '項目の最大桁数を超えています。', en: "The item's greatest length is exceeded." },
    remedy: { ja: '桁数を確かめてください。', en: 'Check the length.' },
  },
  'format-wrong': {
    number: 'X215',
    actor: 'developer',
    patient: desk,
    staff: { ja: '値の形式が正しくありません。', en: 'The value does not have the right format.' },
    cause: {
      ja: '桁数、日付、時刻などの形式が違います。',
      en: 'Digits, date or time are not written as specified.',
    },
    remedy: { ja: '期待される形式で出力してください。', en: 'Write it in the format that is expected.' },
  },
  'characters-wrong': {
    number: 'X216',
    actor: 'developer',
    patient: desk,
    staff: { ja: '全角・半角の使い方が違います。', en: 'Full-width and half-width are mixed up.' },
    cause: {
      ja: 'カナは半角、氏名・住所は全角で書きます。',
      en: 'Kana are written half-width, names and addresses full-width.',
    },
    remedy: { ja: '文字の幅をそろえてください。', en: 'Use the right width.' },
  },
  'attribute-refused': {
    number: 'X217',
    actor: 'developer',
    patient: desk,
    staff: { ja: '属性は使えません。', en: 'Attributes are not allowed.' },
    cause: {
      ja: 'OQSのファイルのタグは属性も名前空間も持ちません。',
      en: 'Tags of OQS messages have neither attributes nor namespaces.',
    },
    remedy: { ja: '属性を取り除いてください。', en: 'Remove the attribute.' },
  },
  'text-misplaced': {
    number: 'X218',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'タグの間に余分な文字があります。', en: 'There is text between tags.' },
    cause: {
      ja: '子を持つタグの中に文字が直接書かれています。',
      en: 'An element with children also holds text.',
    },
    remedy: { ja: '余分な文字を取り除いてください。', en: 'Remove the text.' },
  },
  'file-name-wrong': {
    number: 'X219',
    actor: 'developer',
    patient: desk,
    staff: { ja: 'ファイル名が決まりに合いません。', en: "The file's name does not follow the rule." },
    cause: {
      ja: '顔認証の結果は OQSsiquc01res_face_〈任意〉_〈年月日時分秒〉.xml です。',
      en: 'A face result is called OQSsiquc01res_face_<middle>_<yyyyMMddHHmmss>.xml.',
    },
    remedy: { ja: '名前を直してください。', en: 'Correct the name.' },
  },
  'kind-unknown': {
    number: 'X220',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: 'この種類のファイルの項目定義を持っていません。XMLとしての読み込みだけを確かめました。',
      en: 'The layout of this kind of file is not known; only its XML was looked at.',
    },
    cause: {
      ja: 'ファイル名が、定義のあるどの種類でも始まっていません。',
      en: "The file's name starts like none of the kinds that are known.",
    },
    remedy: { ja: 'ファイル名を確かめてください。', en: "Check the file's name." },
  },
  'values-contradict': {
    number: 'X221',
    actor: 'developer',
    patient: desk,
    staff: { ja: '項目どうしが食い違っています。', en: 'Values contradict each other.' },
    cause: {
      ja: '例えば、該当資格なしなのに資格の内容がある、期間の終わりが始まりより前、などです。',
      en: 'For instance a result though no coverage was found, or a period that ends before it begins.',
    },
    remedy: { ja: '項目の組み合わせを確かめてください。', en: 'Check the values together.' },
  },
  'variant-character-lost': {
    number: 'X222',
    actor: 'developer',
    patient: desk,
    staff: {
      ja: '●または外字があり、元の文字が失われています。',
      en: 'There is a ● or a private character: the registered character is lost.',
    },
    cause: {
      ja: '文字コードで表せない字が置き換えられています。',
      en: 'A character that the encoding cannot carry was replaced.',
    },
    remedy: {
      ja: '登録されている氏名を本人に確かめてください。',
      en: 'Ask the person for the registered name.',
    },
  },
  'fields-not-as-specified': {
    number: 'X223',
    actor: 'developer',
    patient: desk,
    staff: { ja: '資格の項目が読み取れません。', en: 'The fields of the result cannot be read.' },
    cause: {
      ja: '必須の項目がないか、値が決まりに合いません。',
      en: 'A required field is missing, or a value is not as specified.',
    },
    remedy: {
      ja: 'ファイルを検査して、誤りの場所を確かめてください。',
      en: 'Check the file to see where it is wrong.',
    },
  },
  'file-name-taken': {
    number: 'X224',
    actor: 'device',
    patient: desk,
    staff: { ja: '同じ名前のファイルがすでにあります。', en: 'A file of that name exists already.' },
    cause: {
      ja: '公開先のフォルダに同じ名前のファイルがあります。上書きはしません。',
      en: 'The folder holds a file of that name; it is never overwritten.',
    },
    remedy: {
      ja: '別の番号で書き直します。続くときは、フォルダを他のシステムと取り違えていないか確かめてください。',
      en: 'It is written again under another number. If this goes on, check that the folder is not shared with another system by mistake.',
    },
    http: 409,
  },
  'folder-missing': {
    number: 'X225',
    actor: 'staff',
    patient: desk,
    staff: {
      ja: '病院システムのフォルダが見つかりません。',
      en: "The hospital system's folder cannot be found.",
    },
    cause: {
      ja: '共有フォルダが外れているか、設定の場所が違います。',
      en: 'The shared folder is not connected, or its place is set wrongly.',
    },
    remedy: {
      ja: '共有フォルダの接続と設定を確かめてください。直れば結果を書き出せます。',
      en: 'Check the shared folder and the setting. The result can be written once it is back.',
    },
    http: 503,
  },
  'folder-not-writable': {
    number: 'X226',
    actor: 'staff',
    patient: desk,
    staff: {
      ja: '病院システムのフォルダに書き込めません。',
      en: "The hospital system's folder cannot be written to.",
    },
    cause: {
      ja: '権限がないか、ディスクがいっぱいです。',
      en: 'There is no permission, or the disk is full.',
    },
    remedy: {
      ja: 'フォルダの権限と空き容量を確かめてください。',
      en: "Check the folder's permissions and free space.",
    },
    http: 503,
  },
});

export type FailureCode = keyof typeof exchangeFailures;

/** Whether a reason's code has a page in this room's table. */
export function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(exchangeFailures, code);
}
