import { defineFailures, type Failure } from '@honnin/outcome';

type Text = readonly [ja: string, en: string];

function page(
  number: string,
  actor: Failure['actor'],
  patient: Text,
  staff: Text,
  cause: Text,
  remedy: Text,
  http?: number,
): Failure {
  const text = ([ja, en]: Text) => ({ ja, en });
  const base = {
    number,
    actor,
    patient: text(patient),
    staff: text(staff),
    cause: text(cause),
    remedy: text(remedy),
  };
  return http === undefined ? base : { ...base, http };
}

const otherWay: Text = [
  '暗証番号を使うか、窓口の職員にお声がけください。',
  'Please use your PIN, or ask the staff at the desk.',
];
const tryAgain: Text = [
  'もう一度、カメラの正面を見てください。暗証番号や窓口での確認もご利用いただけます。',
  'Please look at the camera once more. You can also use your PIN or ask the staff.',
];

/** What can go wrong with a face, and what only needs saying; see `docs` for the printed book. */
export const faceFailures = defineFailures('F', {
  'image-format-unsupported': page(
    'F101',
    'developer',
    otherWay,
    ['画像の形式を読めません。', 'The image is in a format that cannot be read.'],
    [
      'JPEG・PNG・JPEG 2000（8ビットのグレーまたはRGB）以外の画像です。',
      'The image is not JPEG, PNG, or 8-bit grey or RGB JPEG 2000.',
    ],
    ['対応する形式の画像を使ってください。', 'Use an image in one of these formats.'],
    415,
  ),
  'image-too-large': page(
    'F102',
    'developer',
    otherWay,
    ['画像が大きすぎます。', 'The image is too large.'],
    [
      'バイト数、辺の長さ、または画素数が上限を超えています。展開の前に止めました。',
      'Its bytes, sides or pixels are over the limit; it was stopped before decoding.',
    ],
    ['画像を縮小してください。', 'Make the image smaller.'],
    413,
  ),
  'image-damaged': page(
    'F103',
    'device',
    otherWay,
    ['画像が壊れていて読めません。', 'The image is damaged and cannot be read.'],
    ['データが途中で切れているか、内容が書き換わっています。', 'The data ends early or has been altered.'],
    ['もう一度読み取ってください。', 'Read it again.'],
    422,
  ),
  'model-missing': page(
    'F201',
    'developer',
    otherWay,
    [
      '顔認証のモデルファイルがありません。顔以外の方法をご案内ください。',
      'A face model file is missing. Offer another way.',
    ],
    ['モデルのフォルダーにファイルがありません。', 'The file is not in the models folder.'],
    ['モデルを取得し直してください（honnin doctor）。', 'Fetch the models again (honnin doctor).'],
    503,
  ),
  'model-changed': page(
    'F202',
    'developer',
    otherWay,
    [
      '顔認証のモデルファイルが登録された内容と違います。管理者に連絡してください。',
      'A face model file differs from the manifest. Call the administrator.',
    ],
    [
      'ファイルのSHA-256がマニフェストと一致しません。壊れたか、差し替えられています。',
      'Its SHA-256 differs from the manifest: the file is damaged or was exchanged.',
    ],
    ['モデルを取得し直し、原因を調べてください。', 'Fetch the models again, and find out why.'],
    503,
  ),
  'model-unusable': page(
    'F203',
    'developer',
    otherWay,
    ['顔認証のモデルを読み込めません。', 'A face model cannot be loaded.'],
    [
      'ONNX Runtimeが読めないか、入力の形がマニフェストと違います。',
      'ONNX Runtime cannot read it, or its input differs from the manifest.',
    ],
    ['マニフェストとモデルの組を確かめてください。', 'Check that manifest and model belong together.'],
    503,
  ),
  'face-worker-stopped': page(
    'F204',
    'device',
    [
      'お顔の確認が機械の都合で途中までになりました。もう一度お試しいただけます。暗証番号や窓口での確認もご利用いただけます。',
      'The face check stopped because of this machine. You can try again, use your PIN, or ask the staff.',
    ],
    [
      '顔認証の処理が停止し、自動で再起動しました。照合の回数には数えていません。続く場合は別の方法をご案内ください。',
      'The face process stopped and was started anew. No try was counted. Offer another way if it happens again.',
    ],
    [
      '顔認証を行う子プロセスが終了したか、時間内に応答しませんでした。メモリ不足や、壊れた画像による場合があります。',
      'The process that looks at faces ended or did not answer in time, for instance for lack of memory or by a damaged picture.',
    ],
    [
      '端末の記録で終了の理由を確かめ、空きメモリとモデルを確認してください（honnin doctor）。',
      'Look for the reason in the terminal’s log, and check free memory and models (honnin doctor).',
    ],
    503,
  ),
  'manifest-missing': page(
    'F205',
    'developer',
    otherWay,
    ['顔認証モデルの一覧ファイルがありません。', 'The manifest of the face models is not there.'],
    [
      '設定に書かれたマニフェストのファイルを読めません。',
      'The manifest file that the settings name cannot be read.',
    ],
    [
      '設定のファイル名と、読み取りの権限を確かめてください。',
      'Check the file’s name in the settings, and that it may be read.',
    ],
    503,
  ),
  'manifest-unusable': page(
    'F206',
    'developer',
    otherWay,
    ['顔認証モデルの一覧ファイルに誤りがあります。', 'The manifest of the face models is wrong.'],
    [
      'マニフェストがJSONとして読めないか、項目が足りないか、入力の形や閾値の表が矛盾しています。',
      'It is not JSON, lacks a field, or its input shape or its threshold table contradicts itself.',
    ],
    [
      '詳細に示された場所を直すか、honnin face evaluate --calibrate で作り直してください。',
      'Mend the place that the detail names, or make it anew with honnin face evaluate --calibrate.',
    ],
    503,
  ),
  'chip-photo-unusable': page(
    'F301',
    'staff',
    [
      'カードの写真を顔認証に使えませんでした。暗証番号を使うか、窓口にお声がけください。',
      'The photo on the card could not be used. Please use your PIN or ask the staff.',
    ],
    [
      'カード内の写真に顔が見つからないか、写真を読めません。暗証番号か目視で確認してください。',
      'The chip’s photo shows no usable face or cannot be read. Use the PIN or a staff check.',
    ],
    [
      '写真が壊れている、顔が切れている、または写真のないカードです。',
      'The photo is damaged, the face is cut, or the card has none.',
    ],
    [
      '繰り返す場合は、市区町村でカードの写真を確かめてもらってください。',
      'If it happens again, the municipality can check the card’s photo.',
    ],
    422,
  ),
  'photo-poor': page(
    'F302',
    'staff',
    tryAgain,
    [
      '写真の画質が低めです。一致しない場合は目視で確認してください。',
      'The photo is of low quality. If it does not match, check by eye.',
    ],
    ['特徴量の大きさが3.05未満です。', 'The norm of its template is under 3.05.'],
    ['対応は不要です。', 'Nothing to mend.'],
  ),
  'no-face': page(
    'F303',
    'patient',
    ['お顔がカメラに映るようにお立ちください。', 'Please stand so that the camera sees your face.'],
    ['画像に顔が見つかりません。', 'No face was found in the image.'],
    [
      '顔が映っていないか、小さい・暗い・隠れているなどで検出できません。',
      'There is none, or it is too small, dark or covered.',
    ],
    ['位置と明るさを整えてください。', 'Adjust place and light.'],
  ),
  'several-faces': page(
    'F304',
    'patient',
    ['お一人ずつカメラの前にお立ちください。', 'One person at a time, please.'],
    ['複数の顔が映っています。', 'Several faces are in the picture.'],
    ['同じくらいの大きさの顔が二つ以上あります。', 'There are two or more faces of like size.'],
    ['一人だけが映るようにしてください。', 'Let one person stand before the camera.'],
  ),
  'face-cut': page(
    'F305',
    'patient',
    ['お顔の全体が映るようにお立ちください。', 'Please stand so that your whole face is visible.'],
    ['顔が画面の端で切れています。', 'The edge of the picture cuts the face.'],
    [
      '切れた顔は誤った一致を増やすため、比べません。',
      'Cut faces raise false matches, so they are not compared.',
    ],
    ['顔全体が入る画像を使ってください。', 'Use a picture that holds the whole face.'],
  ),
  'too-few-frames': page(
    'F307',
    'patient',
    tryAgain,
    ['比べられる画像が足りませんでした。', 'There were too few good frames to compare.'],
    [
      '明るさ、動き、覆い、時間切れなどで良い画像が集まりませんでした。',
      'Light, movement, covering or time did not allow enough good frames.',
    ],
    ['照明とカメラの位置を確かめてください。', 'Check light and camera position.'],
  ),
  'face-does-not-match': page(
    'F308',
    'staff',
    [
      'カードの写真と照らし合わせることができませんでした。もう一度試すか、暗証番号、窓口での確認をご利用ください。',
      'We could not match you with the card’s photo. Please try again, use your PIN, or ask the staff.',
    ],
    [
      'カードの写真と一致しませんでした。写真が古い場合もあります。目視で確認してください。',
      'The face did not match the card’s photo. The photo may be old: check by eye.',
    ],
    ['類似度がしきい値を下回りました。', 'The similarity is under the threshold.'],
    ['暗証番号または目視で確認してください。', 'Use the PIN or a staff check.'],
  ),
  'head-turn-not-seen': page(
    'F401',
    'patient',
    [
      'お顔の動きを確認できませんでした。もう一度試すか、暗証番号、窓口での確認をご利用ください。',
      'We could not see your head turn. Please try again, use your PIN, or ask the staff.',
    ],
    [
      '首の動きを確認できませんでした。動かしにくい方には別の方法をご案内ください。',
      'The head turn was not seen. Offer another way to people who cannot turn their head.',
    ],
    [
      '時間内に求めた向きの立体的な動きがありませんでした。',
      'No turn of a solid head to the asked side within the time.',
    ],
    ['暗証番号または目視で確認してください。', 'Use the PIN or a staff check.'],
  ),
  'wrong-turn': page(
    'F402',
    'patient',
    [
      '反対の向きが続きました。案内の矢印に合わせて、もう一度お試しください。',
      'Your head stayed on the other side. Please try again, following the arrow.',
    ],
    ['求めた向きと反対の動きが続きました。', 'The head was turned to the side that was not asked.'],
    [
      '向きの取り違え、または録画された映像の可能性があります。',
      'The sides were mixed up, or a recording was shown.',
    ],
    ['案内を添えて、もう一度お試しください。', 'Try again with a word of help.'],
  ),
  'face-is-flat': page(
    'F403',
    'staff',
    [
      'お顔の動きを確認できませんでした。暗証番号を使うか、窓口にお声がけください。',
      'We could not see your head turn. Please use your PIN or ask the staff.',
    ],
    [
      '立体の顔の動きではありませんでした。カメラの前を確かめてください。',
      'What turned was not a solid head. Look at what is before the camera.',
    ],
    [
      '正面と横向きの68点が一つの平面射影で説明できます。写真や画面に見られる特徴です。',
      'The 68 points of both views fit one homography, as those of a picture or screen do.',
    ],
    ['目視で確認してください。', 'Check by eye.'],
  ),
  'face-changed': page(
    'F404',
    'patient',
    [
      '途中でお顔が見えなくなりました。お一人で、もう一度お試しください。',
      'Your face went out of sight. Please try again, one person at a time.',
    ],
    [
      '途中で顔が入れ替わったか、何度も見えなくなりました。',
      'The face changed or went out of sight several times.',
    ],
    ['付き添いの方などが映り込んだ可能性があります。', 'Somebody else may have come into the picture.'],
    ['一人だけが映るようにして、もう一度お試しください。', 'Try again with one person before the camera.'],
  ),
  'passive-liveness-low': page(
    'F405',
    'staff',
    [
      'お顔を確認できませんでした。もう一度試すか、暗証番号、窓口での確認をご利用ください。',
      'We could not check your face. Please try again, use your PIN, or ask the staff.',
    ],
    [
      '実物の顔らしさの値が低めでした。照明による場合もあります。目視で確認してください。',
      'The passive liveness score was low, which light can cause too. Check by eye.',
    ],
    [
      '紙や画面の顔に近い見え方です。本人でも数パーセントで起こります。',
      'The face looks like one on paper or a screen; it happens to a few per cent of genuine people.',
    ],
    ['照明を変えて、もう一度お試しください。', 'Change the light and try again.'],
  ),
  'passive-liveness-missing': page(
    'F406',
    'device',
    tryAgain,
    ['実物の顔らしさを測れませんでした。', 'Passive liveness could not be measured.'],
    ['正面の良い画像がありませんでした。', 'There was no good frontal frame.'],
    ['もう一度お試しください。', 'Try again.'],
  ),
  'passive-liveness-only': page(
    'F407',
    'developer',
    tryAgain,
    [
      '静止画だけの判定です。単独では本人確認に使えません。',
      'Judged from still pictures only; not enough to prove presence.',
    ],
    ['受動的な判定は一つの手がかりにすぎません。', 'The passive model is one signal among several.'],
    ['首の動きを含む確認を使ってください。', 'Use the verification with the head turn.'],
  ),
  'passive-liveness-relaxed': page(
    'F408',
    'developer',
    tryAgain,
    [
      'デモ設定です。実物の顔らしさの値は記録だけで、判定に使っていません。',
      'Demo setting: the passive score is recorded and does not judge.',
    ],
    ['描画された人物のための緩和が有効です。', 'The relaxation for rendered people is on.'],
    ['実運用では設定から外してください。', 'Take it out of the configuration for real use.'],
  ),
  'head-turn-not-asked': page(
    'F409',
    'staff',
    otherWay,
    [
      '首の動きを求めない設定です。目視での確認が必要です。',
      'No head turn was asked: a staff check is needed.',
    ],
    ['設定で首の動きが0回になっています。', 'The policy asks for no turn.'],
    ['目視で確認してください。', 'Check by eye.'],
  ),
  'time-limit': page(
    'F410',
    'patient',
    [
      '時間になりました。もう一度、ゆっくりお試しいただけます。',
      'The time ran out. You can try again without hurry.',
    ],
    ['時間内に終わりませんでした。', 'It was not done within the time.'],
    ['良い画像が揃う前に時間切れになりました。', 'Time ran out before enough good frames came.'],
    [
      'もう一度お試しください。照明やカメラの位置も確かめてください。',
      'Try again; check light and camera position.',
    ],
  ),
  'not-finished': page(
    'F411',
    'patient',
    tryAgain,
    ['顔の確認は途中で終わりました。', 'The face check was ended before it was done.'],
    ['取り消し、または機器の停止です。', 'It was cancelled, or a device stopped.'],
    ['もう一度お試しください。', 'Try again.'],
  ),
  'lean-in-not-seen': page(
    'F412',
    'patient',
    [
      'お顔が近づくところを確認できませんでした。もう一度試すか、暗証番号、窓口での確認をご利用ください。',
      'We could not see you come closer. Please try again, use your PIN, or ask the staff.',
    ],
    ['カメラに近づく動きを確認できませんでした。', 'Leaning in was not seen.'],
    [
      '時間内に、目と目の間隔が正面のときの1.3倍になりませんでした。',
      'The eyes did not come to 1.3 times their first distance within the time.',
    ],
    ['暗証番号または目視で確認してください。', 'Use the PIN or a staff check.'],
  ),
  'lean-in-needs-staff': page(
    'F413',
    'staff',
    [
      'ご協力ありがとうございます。職員がお顔を拝見して、確認を終えます。',
      'Thank you. A member of staff will take a quick look to finish.',
    ],
    [
      '首を動かさない方法で、カードの写真との照合まで済みました。ご本人がそこにいらっしゃることを目で確かめてください。',
      'Done without turning the head, and compared with the card. Please see for yourself that the person is there.',
    ],
    [
      '近づく動きだけでは、写真や画面と実物の顔を確実には区別できません。',
      'Leaning in alone does not surely tell a face from a picture or a screen.',
    ],
    ['目視で確認してください。', 'Check by eye.'],
  ),
  'moments-disagree': page(
    'F414',
    'staff',
    [
      'お顔をはっきり確認できませんでした。もう一度試すか、暗証番号、窓口での確認をご利用ください。',
      'We could not see your face clearly all the time. Please try again, use your PIN, or ask the staff.',
    ],
    [
      '一部の場面の顔がカードの写真と大きく違いました。目視で確認してください。',
      'In one of the moments the face was far from the card’s photo. Check by eye.',
    ],
    [
      '全体の平均は一致していますが、ある場面（正面・横向き・戻り）だけが一致しません。光の加減か、途中で別のものが映った可能性があります。',
      'The mean of all moments matches, but one of them (straight, turned, back) does not: light, or something else in the picture for a while.',
    ],
    ['明るさを確かめて、もう一度お試しください。', 'Check the light and try again.'],
  ),
  'stream-frozen': page(
    'F415',
    'device',
    otherWay,
    [
      'カメラの映像が止まっていました。カメラを確かめ、目視で確認してください。',
      'The camera’s picture stood still. Look at the camera, and check by eye.',
    ],
    [
      'まったく同じ画像が1.5秒以上続きました。本物のカメラの画像には必ず細かな揺らぎがあります。',
      'The very same picture came for more than 1.5 s; a camera’s pictures always tremble a little.',
    ],
    ['カメラをつなぎ直すか、端末を再起動してください。', 'Reconnect the camera or restart the terminal.'],
  ),
  'stream-looped': page(
    'F416',
    'device',
    otherWay,
    [
      'カメラから同じ映像が繰り返し届きました。カメラを確かめ、目視で確認してください。',
      'The camera sent the same pictures again. Look at the camera, and check by eye.',
    ],
    [
      '前に届いた画像と完全に同じ画像が、間を置いて何度も届きました。録画された映像の可能性があります。',
      'Pictures equal to earlier ones came again after others: possibly a recording.',
    ],
    [
      'つながっているカメラと端末のソフトを確かめてください。',
      'Check which camera and software the terminal uses.',
    ],
  ),
  'stream-without-noise': page(
    'F417',
    'device',
    otherWay,
    [
      'カメラの映像が自然ではありませんでした。カメラを確かめ、目視で確認してください。',
      'The camera’s picture was not natural. Look at the camera, and check by eye.',
    ],
    [
      '動かない背景に、カメラの素子に必ずある揺らぎがありません。作られた映像の可能性があります。',
      'The still background lacks the noise that every sensor has: possibly a made picture.',
    ],
    [
      'カメラの強いノイズ除去や背景の合成を切り、つながっているカメラを確かめてください。',
      'Turn off strong noise reduction and background replacement, and check which camera is used.',
    ],
  ),
  'stream-timing': page(
    'F418',
    'device',
    otherWay,
    [
      'カメラの映像の時刻が合いませんでした。カメラを確かめ、目視で確認してください。',
      'The times of the camera’s pictures did not fit. Look at the camera, and check by eye.',
    ],
    [
      '撮影時刻が逆戻りする、止まる、端末の時計から離れていくなど、カメラではありえない時刻でした。',
      'Capture times ran backwards, stood still, or drifted from the clock, as no camera’s do.',
    ],
    [
      '端末の負荷と、つながっているカメラを確かめてください。',
      'Check the terminal’s load and which camera is used.',
    ],
  ),
  'camera-virtual': page(
    'F419',
    'staff',
    otherWay,
    [
      '仮想カメラが選ばれています。本物のカメラに切り替え、目視で確認してください。',
      'A virtual camera is chosen. Switch to the real one, and check by eye.',
    ],
    [
      'カメラの名前が、映像を作るソフト（OBSなど）のものです。',
      'The camera’s name is that of a program that makes pictures (such as OBS).',
    ],
    [
      '端末の設定で本物のカメラを選び、仮想カメラのソフトを外してください。',
      'Choose the real camera in the terminal’s settings and remove the program.',
    ],
  ),
  'stand-in-camera-relaxed': page(
    'F420',
    'developer',
    tryAgain,
    [
      'デモ設定です。カメラの代わりの映像を受け入れました。',
      'Demo setting: something that stands in for a camera was accepted.',
    ],
    [
      '静止画や合成映像をカメラの代わりに使う緩和が有効で、判定に影響しました。',
      'The relaxation for still or made pictures is on, and it made a difference.',
    ],
    ['実運用では設定から外してください。', 'Take it out of the configuration for real use.'],
  ),
  'evaluation-list-malformed': page(
    'F501',
    'developer',
    otherWay,
    ['評価の一覧（CSV）に誤りがあります。', 'The list (CSV) for the evaluation is wrong.'],
    [
      '列または値が足りないか、形が違うか、書かれた画像がありません。',
      'A column or value is missing or of the wrong form, or the images that it names are not there.',
    ],
    [
      '示された行を直すか、--root で画像のフォルダーを指定してください。',
      'Mend the line that is named, or name the folder of the images with --root.',
    ],
  ),
  'image-unreadable': page(
    'F502',
    'developer',
    otherWay,
    ['画像のファイルを開けません。', 'The image file cannot be opened.'],
    [
      'ファイルがないか、読む権限がないか、フォルダーや装置です。',
      'It does not exist, may not be read, or is a folder or a device.',
    ],
    ['名前と権限を確かめてください。', 'Check its name and permissions.'],
  ),
  'image-not-processed': page(
    'F503',
    'developer',
    otherWay,
    ['画像の処理が終わりませんでした。', 'The image could not be processed to the end.'],
    [
      '時間がかかりすぎたか、処理するプロセスが止まりました。ほかの画像には影響ありません。',
      'It took too long, or the process that looked at it stopped. Other images are not affected.',
    ],
    ['別の形式で保存し直してください。', 'Save it anew in another format.'],
  ),
  'face-process-failed': page(
    'F504',
    'developer',
    otherWay,
    ['画像を調べるプロセスを始められません。', 'A process that looks at the images does not start.'],
    [
      'メモリーが足りないか、部品がそろっていません。',
      'There is too little memory, or a package is missing.',
    ],
    [
      'honnin doctor で確かめるか、--processes で数を減らしてください。',
      'Check with honnin doctor, or have fewer of them with --processes.',
    ],
  ),
  'clip-empty': page(
    'F505',
    'developer',
    otherWay,
    ['動画に画像が一枚も入っていません。', 'The clip holds no picture.'],
    [
      'フォルダーに画像がないか、ファイルにJPEGがそのまま並んでいません。',
      'The folder has no pictures, or the file is not JPEG pictures one after another.',
    ],
    [
      '画像のフォルダーか、.mjpeg ファイルを指定してください。',
      'Give a folder of pictures or an .mjpeg file.',
    ],
  ),
  'video-tool-missing': page(
    'F506',
    'developer',
    otherWay,
    ['動画を読むための ffmpeg がありません。', 'The program ffmpeg, which reads videos, is not installed.'],
    ['動画の展開は ffmpeg に任せています。', 'Videos are decoded by ffmpeg only.'],
    [
      'ffmpeg を入れるか、画像のフォルダーにしてください。',
      'Install ffmpeg, or turn the video into a folder of pictures.',
    ],
  ),
  'evaluation-too-small': page(
    'F507',
    'developer',
    otherWay,
    [
      '画像の組が少なすぎて、しきい値を定められません。',
      'There are too few pairs of images to set a threshold.',
    ],
    [
      '別人どうしの組が、どの誤一致率にも足りません。',
      'The pairs of different people do not suffice for any false match rate.',
    ],
    [
      '--subjects folder を付けるか、人と画像を増やしてください。',
      'Add --subjects folder, or more people and images.',
    ],
  ),
  'recogniser-unreadable': page(
    'F509',
    'developer',
    otherWay,
    [
      '指定された認識モデルのファイルを開けません。',
      'The file of the recogniser that was put in cannot be opened.',
    ],
    [
      '--recogniser のファイルがないか、読む権限がありません。',
      'The file that --recogniser names does not exist, or may not be read.',
    ],
    [
      '--recogniser に ONNX ファイルの場所を指定してください。',
      'Give --recogniser the path of an ONNX file.',
    ],
  ),
  'folder-unwritable': page(
    'F508',
    'developer',
    otherWay,
    ['フォルダーに書けません。', 'The folder cannot be written.'],
    [
      '場所がないか、権限がないか、空き容量がありません。',
      'It cannot be made, may not be written, or the disk is full.',
    ],
    ['--out の場所と権限を確かめてください。', 'Check the place and permissions of --out.'],
  ),
  'screen-pattern-seen': page(
    'F421',
    'staff',
    [
      'お顔をはっきり確認できませんでした。暗証番号を使うか、窓口にお声がけください。',
      'We could not see your face clearly. Please use your PIN or ask the staff.',
    ],
    [
      '顔の部分に細かな規則的な模様がありました。カメラの前を目で確かめてください。',
      'There was a fine regular pattern on the face. Look at what is before the camera.',
    ],
    [
      '画面の画素や印刷の網点に見られる模様です。細かい柄の布や網越しでも起こることがあります。',
      'Pixels of a screen or dots of a print look so; a fine net or fabric before the face can too.',
    ],
    ['目視で確認してください。', 'Check by eye.'],
  ),
  'paper-seam-seen': page(
    'F422',
    'staff',
    [
      'お顔をはっきり確認できませんでした。暗証番号を使うか、窓口にお声がけください。',
      'We could not see your face clearly. Please use your PIN or ask the staff.',
    ],
    [
      '顔を横切るまっすぐな境目がありました。カメラの前を目で確かめてください。',
      'A straight edge ran across the face. Look at what is before the camera.',
    ],
    [
      '顔の一部を紙などで覆うとこう見えます。ひげの生え際、眼帯、ばんそうこう、強い影でも起こることがあります。',
      'Paper over a part of the face looks so; the edge of a beard, a plaster or a hard shadow can too.',
    ],
    ['目視で確認してください。', 'Check by eye.'],
  ),
  'picture-frame-seen': page(
    'F423',
    'staff',
    [
      'お顔をはっきり確認できませんでした。暗証番号を使うか、窓口にお声がけください。',
      'We could not see your face clearly. Please use your PIN or ask the staff.',
    ],
    [
      '顔が四角い枠の中に写っていました。カメラの前を目で確かめてください。',
      'The face stood inside a straight frame. Look at what is before the camera.',
    ],
    [
      '画面の縁や写真の余白に見られる形です。人の前に窓口の枠や仕切りがあるときにも起こることがあります。',
      'The rim of a screen or the border of a print looks so; a window or a partition before the person can too.',
    ],
    ['目視で確認してください。', 'Check by eye.'],
  ),
});
