# Texts of kyukan in Japanese. This file is complete: what another language lacks is taken from here.
#
# Groups
#   problem-*            データの不備, one for each ProblemCode. See "Problems" below for the parts of a message.
#   reason-*             why a file or folder could not be read, given by the store as "found"
#   expected-*           what a reader may give as "expected" instead of a literal: the id, or "id value" for { $value }
#   place-*, joint-*     how the sentence of a problem is put together
#   class-*              classes of a difference (差異), ids are the names of the JSON contract with - for _
#   fate-*               what became of a row
#   state-*              state of a client at a provider
#   word-*               names of things, for headings and labels
#   weekday-*            one character (ja) or three letters (en), sun to sat
#   summary-*, note-*    lines of the report
#   error-*              what stops a command; error-usage-* is about the command line itself
#   help-*               the help page
#   workspace-*, trouble-*, append-*, barrier-*, damage-*, warning-*  the workspace and its journal: what happened, what
#                        was done, what helps
#
# Variables are text unless they count something ($count, $rows, $times, $same, …).

## Problems
#
# Variables: $item name of the item, $no its number, $found, $expected, $other name of another file,
# $times how many rows, $sender. Parts of a message:
#   value         what was found
#   .found        added when something is in $found
#   .expected     added when something is in $expected
#   .other        added when another file is involved
#   .warned       added when the row or file was read all the same: which reading was used
#   .quarantined  stands instead of the general problem-action-… text
# File, line, item, what was done and whom to ask are put around the message by the program.

problem-file-unreadable = このファイルを開けませんでした。
    .found = 理由: { $found }。
    .expected = { $expected }が必要です。
problem-file-too-large = ファイルが大きすぎます。
    .found = 大きさ: { $found }。
    .expected = 上限: { $expected }。
problem-file-empty = ファイルの中身がありません（0バイト）。
problem-file-no-rows = データの行が1つもありません。
problem-file-name-unusable = ファイル名から、種類・送信元・送信先・作成日時を読み取れません。
    .found = 読み取れない部分: 「{ $found }」。
    .expected = 正しい形: { $expected }。
problem-file-name-odd = ファイル名が標準の形と少し違います。
    .found = 違う部分: 「{ $found }」。
    .expected = 標準の形: { $expected }。
    .warned = 名前から分かる内容で読みました。
problem-file-name-foreign = ファイル名は標準の形ではありませんが、中身はケアプランデータのようです。
    .found = 中身: { $found }。
    .expected = 名前を標準の形（{ $expected }）に直すと読めます。
    .warned = 中身から種類を判断して読みました。
problem-edition-disagrees = ファイル名が示す標準仕様の版と、列の数が示す版が違います。
    .found = ファイル名の版: { $found }。
    .expected = 列の数の版: { $expected }。
    .warned = 列の数の版として読みました。
problem-folder-unreadable = このフォルダーを開けないか、中が元のフォルダーへ戻るつながりになっています。
    .found = 理由: { $found }。
    .warned = このフォルダーの中は読まずに進みました。
    .quarantined = このフォルダーの中は取り込みませんでした。
problem-zip-unreadable = ZIPファイルを開けません。壊れているか、パスワードが付いています。
    .found = 理由: { $found }。
problem-zip-too-large = ZIPファイルの中身が大きすぎます。
    .found = 大きさ: { $found }。
    .expected = 上限: { $expected }。
problem-zip-unsafe-name = ZIPファイルの中に、フォルダーの外を指す名前のファイルがあります。
    .found = 名前: 「{ $found }」。
problem-wrong-destination = 送信先がこのフォルダーの居宅介護支援事業所ではありません。
    .found = 送信先: { $found }。
    .expected = 居宅介護支援事業所: { $expected }。
    .warned = 送信先が違うまま読みました。
problem-utf8 = 文字の種類（文字コード）が標準のシフトJISではなく、UTF-8です。
    .warned = UTF-8として読みました。
problem-line-ends = 行の区切りが標準（CR LF）と違います。
    .found = 見つかった区切り: { $found }。
    .warned = その区切りのまま読みました。
problem-header-row = 1行目がデータではなく、見出しの行です。
    .warned = 見出しを飛ばして読みました。
problem-end-mark = ファイルの終わりに、古い形式の終わりの印（1A）があります。
    .warned = 印を除いて読みました。
problem-version-unknown = CSVバージョン「{ $found }」は標準にありません。
    .expected = 標準の値: { $expected }。
    .warned = 列の数から版を判断して読みました。
problem-version-mixed = 1つのファイルに、違う版の行が混ざっています。
    .found = 見つかった版: { $found }。
    .expected = このファイルの版: { $expected }。
    .warned = 行ごとに版を判断して読みました。
problem-column-count = 列の数が標準の版のどれとも合いません。
    .found = この行の列の数: { $found }。
    .expected = 標準の列の数: { $expected }。
    .warned = 標準にある列だけを読みました。
problem-columns-padded = 行の終わりの空の列が、足りないか多すぎます。
    .found = この行の列の数: { $found }。
    .expected = 標準の列の数: { $expected }。
    .warned = 空の列をそろえて読みました。
problem-unclosed-quote = 囲みの記号「"」が閉じていないため、項目の終わりが分かりません。
    .found = 始まり: 「{ $found }」。
    .warned = ファイルの終わりまでを1つの項目として読みました。
problem-empty = 必須の項目が空欄です。
    .expected = { $expected }が必要です。
    .warned = 空欄のまま読みました。
problem-invalid = 「{ $found }」は読めません。
    .expected = { $expected }が必要です。
    .warned = この項目を空欄として読みました。
problem-too-long = 「{ $found }」は標準より長い値です。
    .expected = 長さの上限: { $expected }。
    .warned = そのままの長さで読みました。
problem-code-unknown = コード「{ $found }」は標準にありません。
    .expected = 標準のコード: { $expected }。
    .warned = コードをそのまま残して読みました。
problem-normalised = 「{ $found }」は標準の書き方ではありません。
    .expected = 標準の書き方: { $expected }。
    .warned = 全角・空白・カンマ・先頭の0を標準の書き方に直して読みました。
problem-time-empty = 時刻が空欄です。時刻のないサービスには 9999 が必要です。
    .warned = 9999（時刻なし）として読みました。
problem-undecodable = シフトJISにない文字が入っています。
    .found = 見つかった所: 「{ $found }」。
    .warned = その文字を「�」に置き換えて読みました。
problem-gaiji = 外字（事業所やメーカーが独自に作った文字）が入っています。
    .found = 見つかった所: 「{ $found }」。
    .warned = その文字を「〓」に置き換えて読みました。
problem-control-character = 目に見えない制御文字が入っています。
    .found = 見つかった所: 「{ $found }」。
    .warned = 制御文字を見える印に置き換えて示します。
problem-month-differs = 対象年月「{ $found }」が、このファイルの年月と違います。
    .expected = ファイルの年月: { $expected }。
    .warned = 行の対象年月として読みました。
problem-date-outside-month = サービス利用日「{ $found }」は対象年月の日付ではありません。
    .expected = { $expected }が必要です。
    .warned = 日付をそのまま残して読みました。
problem-insurer-check-digit = 保険者番号「{ $found }」の最後の1桁（検証番号）が合いません。
    .expected = 計算で求めた番号: { $expected }。
    .warned = 番号をそのまま読みました。
problem-kind-not-exchanged = サービス種類「{ $found }」は、ケアプランデータ連携でやり取りする種類ではありません。
    .expected = { $expected }が必要です。
    .warned = ほかの種類と同じように読みました。
problem-equipment-code = 福祉用具の行には、TAISコードと福祉用具届出コードのどちらか一方だけが必要です。
    .found = 見つかった値: { $found }。
    .expected = { $expected }が必要です。
    .warned = 書かれているとおりに読みました。
problem-plan-copies-differ = 同じ利用者の予定が、2つのファイルで食い違っています。
    .found = 食い違う内容: { $found }。
    .expected = 使った予定: { $expected }。
    .other = もう一方のファイル: { $other }。
    .warned = 送信日時の新しい方の予定を使いました。
problem-nothing-to-delete = 取下げの対象になるデータがありません。
    .found = 取下げの内容: { $found }。
    .expected = 対象: { $expected }。
    .warned = 何も取り下げずに進みました。
problem-more = 同じ種類の不備がほかに { $times }件あり、ここには並べていません。
    .quarantined = これらの行も取り込まず、保留に入れました。

## How the sentence of a problem is put together

problem-times = 同じことが { $times }行にあります。
problem-action-quarantined = この行は取り込まず、保留に入れました。
problem-action-quarantined-rows = これらの行は取り込まず、保留に入れました。
problem-action-quarantined-file = このファイルは取り込みませんでした。
problem-action-warned = { "" }
problem-ask = 送信元 { $sender } へ確認してください。
place-line = { $line }行
place-item = { $no }列「{ $item }」
joint-place = { " " }
joint-sentence = { "" }
value-empty = （空欄）

## Why a file or folder could not be read

reason-not-found = 見つかりません
reason-permission-denied = 開く権限がありません
reason-loop = 「{ $value }」へ戻ります
reason-not-regular = 普通のファイルではありません

## What was expected; { $value } is a number, a pattern or a list of codes

expected-digits = 半角数字 { $value }桁
expected-number = 半角の数字
expected-alphanumeric = 半角英数字 { $value }文字
expected-date = 実在する日付（西暦の年月日8桁。例: 20261005）
expected-month = 年月（西暦の年月6桁。例: 202610）
expected-time = 時刻（時分4桁。例: 0930）または 9999
expected-day-marks = 日ごとの0と1の並び（{ $value }日分）
expected-date-in-month = { $value } の中の日付
expected-code = 次のどれか: { $value }
expected-length = { $value }文字まで
expected-range = { $value } の範囲の数字

## Classes of a difference

class-missing = 予定あり実績なし（中止・欠席）
class-extra = 予定なし実績
class-moved-date = 振替
class-code-changed = コード変更
class-count-changed = 回数差
class-units-changed = 単位差
class-time-changed = 時間変更
class-discriminator-changed = 用具・明細の差

## What became of a row

fate-loaded = 取込済
fate-superseded = 差替済
fate-deleted = 取下済
fate-quarantined = 保留


## Names of things

word-plan = 予定
word-actual = 実績
word-client-number = 被保険者番号
word-insurer = 保険者番号
word-provider = サービス事業所
word-code = サービスコード
word-month = サービス提供年月
word-care-office = 居宅介護支援事業所
word-manager = 担当ケアマネ
word-file-kind = ファイルの種類
word-edition = 版
word-sender = 送信元
word-receiver = 送信先
word-timestamp = 作成日時
word-rows = 行
word-total = 合計
word-day = 日
word-weekday = 曜日
word-sheet = 別表
word-difference = 差異
word-differences = 差異の一覧
word-problems = 不備の一覧
word-not-arrived = 未着の一覧
word-calendar = 月の一覧
word-none = なし
word-unknown = 不明
no-time = 時刻なし
no-name = 氏名なし
no-manager = 担当なし

weekday-sun = 日
weekday-mon = 月
weekday-tue = 火
weekday-wed = 水
weekday-thu = 木
weekday-fri = 金
weekday-sat = 土

## Lines of the report

summary-line = 一致 { $same } · 差異 { $differences } · 未着 { $not_arrived } · 不備 { $problems }
summary-rows = 読んだ行 { $rows } = 取込済 { $loaded } + 差替済 { $superseded } + 取下済 { $deleted } + 保留 { $quarantined }
summary-classes = 内訳: { $classes }
summary-size = 利用者 { $clients }人 · サービス事業所 { $providers } · 予定 { $plan }行 · 実績 { $actual }行
line-units = 予定 { $plan }単位 · 実績 { $actual }単位（{ $delta }）
word-limit = 区分支給限度基準額
word-care-level = 要介護状態区分
note-ignored-file = ケアプランデータではないので読みませんでした
fate-by = { $fate } { $count }行（{ $file } による）
fate-alone = { $fate } { $count }行
not-arrived-client = この事業所の実績はまだ届いていません。
count-units = { $count }単位
not-arrived-line = { $provider } { $kind }: 利用者 { $count }人分の実績が届いていません。
no-differences = 差異はありません。
note-other-months = ほかの月の行が { $rows }行あります（{ $months }）。その月を見るには --month で指定してください。
note-several-offices = 居宅介護支援事業所 { $count }か所分をまとめて示しています。1か所だけを見るには --office で事業所番号を指定してください。
note-codes-from-sheets = サービスコード表にないため、月1回の算定（{ $monthly }コード）と率の加算（{ $percent }コード）は別表から見分けました。サービスコード表は、kyukan master import で取り込んでおくか、--codes で指定できます。
note-no-plan = 予定のファイルがないため、実績と比べられません。予定（UPPLAN で始まるファイル）も同じフォルダーに入れてください。
note-ignored-files = ケアプランデータではないファイル { $count }件は読みませんでした。
note-demo-written = 架空の事業所のファイル { $count }件を { $path } に作りました。実在の人や事業所の情報は入っていません。
note-demo-next = 次のように入力すると、画面で見られます: { $command }
progress-reading = ファイルを読んでいます

## What stops a command

error-path-missing = 「{ $path }」が見つかりません。フォルダーやファイルの名前を確かめてください。
error-no-exchange-files = 「{ $path }」にはケアプランデータのファイルがありません。UPPLAN や UPJSK で始まるCSVファイルのあるフォルダーを指定してください。
error-month-unreadable = 「{ $value }」は年月として読めません。2026-10 のように、西暦の年と月で指定してください。
error-month-absent = { $month } のデータはありません。データのある月: { $months }
error-office-absent = 事業所番号「{ $office }」の居宅介護支援事業所は、このデータにありません。データのある事業所: { $offices }
error-codes-unreadable = サービスコード表「{ $file }」の { $line }行を読めません。{ $reason }
error-codes-file-unreadable = サービスコード表「{ $file }」を読めません。{ $reason }
error-client-unknown = 「{ $client }」に当てはまる利用者がいません。被保険者番号か氏名で指定してください。
error-client-ambiguous = 「{ $client }」に当てはまる利用者が { $count }人います。保険者番号と被保険者番号を続けて書いて（例: "131011 0000100017"）、1人に絞ってください。
error-write-failed = 「{ $path }」に書けません。理由: { $reason }
error-folder-not-empty = フォルダー「{ $path }」は空ではありません。中のファイルを守るため、何も書きませんでした。空のフォルダーか新しい名前を指定してください。
error-internal = プログラムの不具合で止まりました。次の文を添えてお知らせください: { $detail }
error-usage-unknown-argument = 「{ $arg }」というオプションはありません。
error-usage-unexpected-word = 「{ $arg }」は、ここには書けません。事業所フォルダーを指すときは -w を付けます: -w { $arg }。
error-usage-unknown-command = 「{ $arg }」というコマンドはありません。
error-usage-unexpected-value = 「{ $arg }」に値「{ $value }」は付けられません。
error-usage-missing-argument = 「{ $arg }」の指定が必要です。
error-usage-missing-value = 「{ $arg }」の後に値が必要です。
error-usage-invalid-value = 「{ $arg }」に「{ $value }」は使えません。使える値: { $allowed }
error-usage-unreadable-value = 「{ $arg }」の値「{ $value }」を読めません。
error-usage-repeated = 「{ $arg }」は1回だけ指定できます。
error-usage-not-text = 指定の中に、文字として読めない部分があります。
error-usage-other = 指定を読めません。
error-usage-similar = 「{ $value }」のことですか。
error-usage-hint = 使い方は { $command } で見られます。

error-no-terminal = 画面を開くには端末（ターミナル）が必要です。結果だけが要るときは kyukan check を使ってください。
error-terminal = 端末を使えません。理由: { $reason }
error-stopped-by-bug = プログラムの不具合で止まりました。届いたファイルは変わっていません。上の文を添えてお知らせください。

## The help page

help-about = 給管: ケアプランデータ連携のファイルを読み、予定と実績の違いを画面で見せます。
help-usage = 使い方
help-commands = コマンド
help-options = オプション
help-arguments = 対象
help-allowed = 使える値: { $value }
help-command-check = 予定と実績を比べ、差異・未着・不備を示します
help-command-files = 届いたファイルと、それぞれの行の扱いを示します
help-command-show = 利用者1人の月の予定・実績と差異を示します
help-command-demo = 架空の事業所の1か月分のファイルを作り、画面で開きます
help-option-month = 対象のサービス提供年月（例: 2026-10）
help-option-office = 居宅介護支援事業所の事業所番号。1か所だけを見ます
help-option-codes = サービスコード表のCSVファイル
help-option-format = 結果の形（text は画面用、json と csv はほかのソフト用）
help-option-lang = 表示の言語（ja は日本語、en は英語）
help-option-color = 色を付けるか（auto は自動、always は常に、never は付けない）
help-option-no-color = 色を使いません（--color never と同じ）
help-option-quiet = 途中経過と案内を示しません
help-option-clients = 作る利用者の人数
help-option-providers = 作るサービス事業所の数
help-option-managers = 作る担当ケアマネの人数
help-option-seed = 同じ番号なら、いつも同じ内容のファイルを作ります
help-option-edition = 作るファイルの標準仕様の版（v3 または v4）
help-option-sort = 事業所の種類（care は居宅介護支援、prevention は介護予防支援）
help-option-clean = 差異も不備もない月を作ります
help-option-out = ファイルを作るフォルダー
help-option-dir = ファイルを作る、空か新しいフォルダー
help-option-path = ファイルのあるフォルダー、ZIPファイル、またはファイル
help-option-client = 利用者の被保険者番号か氏名
help-option-slip-action = auto 自動、new 新規、replace 修正、cancel 取消、none 送らない
help-option-slip-result = accepted 決定、returned 返戻、not-received 受付されず、open 結果なし
help-option-block = applying 認定申請中、expired 認定切れ、allotment 割振残、not-arrived 実績未着、unread 読めない行、check-digit 番号の誤り、limit 限度額の相違、over-limit 限度額超過
help-option-help = 使い方を示します
help-option-version = 版の番号を示します
help-value-month = 年月
help-value-office = 事業所番号
help-value-file = ファイル
help-value-folder = フォルダー
help-value-path = 場所
help-value-client = 利用者
help-value-number = 数
help-value-format = 形
help-value-lang = 言語
help-value-color = 色
help-value-sort = 種類
help-value-edition = 版

## 読込の中止
error-cancelled = 読込を中止しました。

## Faults of settings and themes

config-fault-at = { $file } { $line }行{ $column }列: { $what }
config-fault-file = { $file }: { $what }
config-unreadable = ファイルを開けません。理由: { $reason }。すべて初期値を使います。
config-not-utf8 = 文字の種類（文字コード）がUTF-8ではありません。UTF-8で保存し直してください。すべて初期値を使います。
config-syntax = 書き方に誤りがあります（{ $reason }）。このファイルの内容は使わず、すべて初期値を使います。
config-unknown-setting = 「{ $name }」という設定はありません。この設定は使いません。
config-wrong-type = 「{ $name }」には{ $expected }が必要です。初期値を使います。
config-not-allowed = 「{ $name }」に「{ $found }」は使えません。使える値: { $allowed }。初期値を使います。
config-unknown-action = 「{ $name }」という操作はありません。この設定は使いません。
config-unreadable-key = 「{ $key }」はキーの名前として読めません。初期値を使います。
config-key-taken = キー「{ $key }」は「{ $other }」が使っているため、「{ $action }」には使えません。初期値を使います。
config-key-taken-line = キー「{ $key }」は { $line }行の「{ $other }」が使っているため、「{ $action }」には使えません。初期値を使います。
config-theme-not-found = 「{ $name }」という配色はありません。使える配色: { $allowed }。初期の配色を使います。
config-theme-cycle = 「{ $name }」からの引き継ぎ（inherits）が元の配色に戻ります。代わりに初期の配色から引き継ぎます。
config-unknown-role = 「{ $name }」という色の役割はありません。この設定は使いません。
config-bad-colour = 「{ $name }」の「{ $found }」は色として読めません。[palette] の名前か #rrggbb の形が必要です。初期値を使います。
config-type-text = 「"」で囲んだ文字
config-type-texts = 「"」で囲んだ文字か、その並び（例: ["a", "b"]）
config-type-number = 整数
config-type-switch = 「true」か「false」
config-type-table = 設定の表

## 要介護状態区分 by its code (利用者補足情報 No.18)

care-level-06 = 事業対象者
care-level-12 = 要支援１
care-level-13 = 要支援２
care-level-21 = 要介護１
care-level-22 = 要介護２
care-level-23 = 要介護３
care-level-24 = 要介護４
care-level-25 = 要介護５
care-level-unknown = 不明

## The workstation on the screen. No characters of doubtful width here.

program-name = 給管

# Names of the screens

screen-board = ボード
screen-client = 利用者
screen-providers = 事業所
screen-differences = 差異
screen-managers = 担当者
screen-intake = 取込
screen-help = ヘルプ
screen-too-small = 画面が小さすぎます。横{ $columns }文字、縦{ $rows }行以上に広げてください。

# States of a client at a provider; .help says what it means

state-faulty = 不備
    .help = この利用者の実績（予定のファイルの場合は予定）に、取り込めなかった行があります。取込の画面で行と理由を見られます。
state-not-arrived = 未着
    .help = 予定がありますが、事業所からこのサービス種類の実績がまだ届いていません。
state-different = 差異
    .help = 実績が予定と違います。数字はまだ決めていない差異の件数です。
state-asked = 照会
    .help = 残っている差異は、すべて照会中か保留です。数字はその件数です。
state-arrived = 到着
    .help = 実績は届いていますが、比べる予定がありません。
state-settled = 解消
    .help = 差異があり、すべて決めました。未着の扱いや取下げを決めたときも解消になります。
state-same = 一致
    .help = 実績が予定のとおりです。
state-fixed = 確定
    .help = 利用者を確定しました。確定を戻すまで、判断は変えられません。

# Short names of the classes of a difference

class-short-missing = 中止
class-short-extra = 予定なし実績
class-short-moved-date = 振替
class-short-code-changed = コード変更
class-short-count-changed = 回数差
class-short-units-changed = 単位差
class-short-time-changed = 時間変更
class-short-discriminator-changed = 用具・明細

# Heads of columns

column-name = 利用者名
column-number = 被保険者番号
column-level = 要介護度
column-manager = 担当
column-plan-units = 予定単位
column-actual-units = 実績単位
column-limit = 限度額
column-providers = サービス事業所の状態
column-state = 状態
column-office-number = 事業所番号
column-kind = サービス種類
column-files = ファイル
column-newest = 最新の作成日時
column-resent = 差替
column-clients = 利用者
column-differences = 差異
column-settled = 差異・未着のない人
column-class = 差異の種類
column-change = 日・時間・コード
column-delta = 単位差
column-problems = 不備
column-file-kind = ファイルの種類
column-scope = 対象

# The board

board-count = { $all }人中 { $shown }人
board-sort = 並び: { $order }
board-filter = 絞込: { $filter }
filter-none = なし
board-nothing = 絞込に当てはまる利用者はいません。
board-empty = この月の利用者はいません。
board-more = ほか { $count }件
board-units = 予定 { $plan } 実績 { $actual } ({ $delta })
board-limit = 限度額 { $limit } の { $percent }%
board-over-limit = 限度額 { $limit } を超えています ({ $used } / { $percent }%)
board-no-limit = 限度額 不明
sort-kana = フリガナ
sort-urgency = 急ぐ順（不備・未着・差異）
sort-differences = 差異の多い順
sort-manager = 担当ケアマネ
sort-number = 被保険者番号
sort-level = 要介護度の高い順
sort-plan-units = 予定単位の多い順
sort-units-delta = 実績が予定を上回る順
sort-limit = 限度額に近い順
sort-turned = { $order }（逆順）

# Conditions of a filter

facet-state = 状態
facet-class = 差異の種類
facet-manager = 担当
facet-provider = 事業所
facet-kind = 種類
facet-set = 選択中

# The other lists

provider-withdrawn = 取下げ
provider-replaced = 差替あり
providers-foot = 事業所と種類の組 { $lines }件、うち未着 { $waiting }件
managers-foot = 担当者 { $managers }人、利用者 { $clients }人
differences-count = 差異 { $all }件中 { $shown }件
differences-group = まとめ方: { $group }
differences-heading = { $name } { $count }件
group-class = 差異の種類
group-provider = 事業所
group-manager = 担当
change-count = 回数{ $count }
change-units = { $units }単位
units-effect = 単位の差 { $units }
row-words = { $day } { $times } { $code } { $name } { $units }単位 x { $count }回 = { $total }単位
intake-rows = 読んだ行 { $rows } = 取込済 { $loaded } + 差替済 { $superseded } + 取下済 { $deleted } + 保留 { $quarantined }
intake-problems = 不備 { $count }件
intake-outside = 対象外
intake-elsewhere = ファイル以外の不備（フォルダー、ZIP など）
intake-nothing = 当てはまるファイルはありません。
intake-no-problems = このファイルに不備はありません。
problem-kept-aside = 保留
problem-read = 読替
raw-title = { $line }行目（届いたままの内容）
raw-line-absent = { $line }行目はファイルにありません。ファイルが変わったかもしれません。再読込してください。

# The head, the foot, the start

offices-more = { $first } ほか{ $count }か所
deadline-left = 締切 { $date } まで あと{ $days }日
deadline-today = 締切 { $date } は今日です
deadline-passed = 締切 { $date } を{ $days }日過ぎました
reading-hint = { $key } で取り込みを止めます。
reading-stopped = 読み込みを止めました。
stopped-hint = { $reload } で読み直し、{ $quit } で終わります。
settings-faults = 設定の誤り
chooser-nothing = 当てはまるものがありません。
month-rows = { $rows }行
notice-no-more-differences = これより先に差異はありません。
notice-no-more-problems = これより先に不備のあるファイルはありません。
notice-no-more-clients = これより先に利用者はいません。
notice-no-problems = このファイルに不備はありません。
notice-no-line = この不備は1つの行のことではないため、行は表示できません。
notice-mouse-on = マウスを使います。文字を選んで写すには、もう一度押して切ってください。
notice-mouse-off = マウスを使いません。
notice-no-shell = この端末には戻る先（シェル）がないため、休止できません。
notice-one-month = ほかの月のファイルはありません。

# The help

keys-global = どの画面でも
keys-list = 一覧と表の中
keys-popup = 小窓の中
keys-field = 文字を入れる欄のある小窓
keys-always = いつでも
help-marks = 状態と印の意味
help-mark-same = 予定のとおり
help-mark-waiting = 実績がまだ届いていない予定
help-limit = 限度額の欄は、別表の給付管理単位数（別表がないときは予定単位）が区分支給限度基準額の何%かを示します。! は超過です。
help-units = 予定単位と実績単位は、単位数 x 回数の合計です。月1回の算定は1回だけ数え、率の加算は数えません。
help-settled = 差異・未着のない人は、どの事業所にも差異・未着・不備がない利用者の割合です。
help-files = ファイルの場所
help-place-opened = 開いている場所
help-place-settings = 設定
help-place-themes = 自分の配色
help-place-state = 画面の記憶
help-about-kyukan = このプログラム
help-version = 給管 { $version }。ここまでの画面は見るためのもので、届いたファイルには何も書きません。

# What actions do: in a few words, and as a sentence for help and palette

action-open = 開く
    .help = カーソルのあるものを開きます
action-up = 上
    .help = 1行上へ移ります
action-down = 下
    .help = 1行下へ移ります
action-left = 左
    .help = 1つ左へ（差異では前のまとまりへ）
action-right = 右
    .help = 1つ右へ（差異では次のまとまりへ）
action-page-up = 前の頁
    .help = 1画面分、上へ移ります
action-page-down = 次の頁
    .help = 1画面分、下へ移ります
action-first = 先頭
    .help = 先頭へ移ります
action-last = 末尾
    .help = 末尾へ移ります
action-next-difference = 次の差異
    .help = 次の差異（取込では次の不備）へ移ります
action-previous-difference = 前の差異
    .help = 前の差異（取込では前の不備）へ移ります
action-next-client = 次の人
    .help = 次の利用者へ移ります
action-previous-client = 前の人
    .help = 前の利用者へ移ります
action-search = 検索
    .help = 番号・漢字・かな・ローマ字で探します
action-sort = 並べ替え
    .help = 並び順を選びます（もう一度選ぶと逆順）
action-filter = 絞込
    .help = 状態・担当・事業所・種類で絞り込みます
action-clear-filter = 絞込解除
    .help = すべての利用者を表示します
action-totals = 集計
    .help = 差異の一覧と、事業所・種類ごとの集計を切り替えます
action-group = まとめ方
    .help = まとめ方を切り替えます
action-filter-differences = 絞込
    .help = 未判断・種類・担当・事業所で絞り込みます
action-clear-differences-filter = 絞込解除
    .help = すべての差異を表示します
action-only-faulty = 不備だけ
    .help = 不備だけとすべてを切り替えます
action-palette = コマンド
    .help = すべての操作を一覧から選びます
action-help = キー
    .help = この画面のキーを示します
action-next-screen = 次の画面
    .help = 次の画面へ移ります
action-previous-screen = 前の画面
    .help = 前の画面へ移ります
action-show-board = ボード
    .help = ボードへ移ります
action-show-client = 利用者
    .help = 利用者の月へ移ります
action-show-providers = 事業所
    .help = 事業所の一覧へ移ります
action-show-differences = 差異
    .help = 差異の一覧へ移ります
action-show-managers = 担当者
    .help = 担当者の一覧へ移ります
action-show-intake = 取込
    .help = 届いたファイルの一覧へ移ります
action-show-help = ヘルプ
    .help = ヘルプへ移ります
action-theme = 配色
    .help = 画面の配色を選びます
action-month = ほかの月
    .help = 同じ場所にあるほかの月を開きます
action-reload = 再読込
    .help = ファイルを読み直します
action-mouse = マウス
    .help = マウスを使うかどうかを切り替えます
action-back = 戻る
    .help = 前の画面へ戻ります（読み込みは止めます）
action-quit = 終了
    .help = 終わります
action-close = 閉じる
    .help = 小窓を閉じます
action-field-up = 上
    .help = 上の候補へ移ります
action-field-down = 下
    .help = 下の候補へ移ります
action-field-page-up = 前の頁
    .help = 候補を1画面分、上へ移ります
action-field-page-down = 次の頁
    .help = 候補を1画面分、下へ移ります
action-field-accept = 決定
    .help = 候補を選びます
action-field-cancel = やめる
    .help = 何もせずに小窓を閉じます
action-redraw = 描き直し
    .help = 画面を描き直します
action-suspend = 休止
    .help = 端末に戻ります。fg で再開します
action-quit-now = すぐ終了
    .help = どこからでも終わります

## The client's month

client-manager = 担当 { $name }
client-limit = 限度額 { $limit } の { $percent }%
client-over-limit = 限度額 { $limit } 超過 { $percent }%
client-limit-short = 限度額 { $percent }%
client-over-limit-short = 限度額 超過 { $percent }%
client-plan = 予定
client-actual = 実績
client-sum = 計
client-day = { $day }日({ $weekday })
client-join = {""}
client-no-rows = この利用者の予定も実績もありません。
client-differences = 差異 { $count }件
client-differences-at = 差異 { $count }件中 { $at }件目
client-totals = 事業所・種類ごとの集計
client-more-rows = ほか { $count }行
client-source = { $file } { $line }行目
client-prorated = 日割 { $days }日
client-effect = 単位の差 { $units }。
client-units-short = { $plan }->{ $actual } ({ $delta })
client-says-nothing = この日は予定も実績もありません。
client-says-same = 予定のとおりに行われています。
client-says-missing = { $day }の予定に当たる実績がありません（中止・欠席）。
client-says-extra = { $day }の実績に当たる予定がありません（予定なし実績）。
client-says-moved-date = { $from }の予定が{ $to }に行われています（振替）。
client-says-code-changed = { $day }のサービスコードが「{ $from }」から「{ $to }」に変わっています。
client-says-count-changed = { $day }の回数は、予定が{ $from }回、実績が{ $to }回です。
client-says-units-changed = { $day }の1回の単位数は、予定が{ $from }単位、実績が{ $to }単位です。
client-says-time-changed = { $day }の時間が{ $from }から{ $to }に変わっています。
client-says-discriminator-changed = { $day }の用具・明細が予定と違います。
client-also-code = サービスコードは「{ $from }」から「{ $to }」に変わっています。
client-also-count = 回数は、予定が{ $from }回、実績が{ $to }回です。
client-also-units = 1回の単位数は、予定が{ $from }単位、実績が{ $to }単位です。
client-also-times = 時間は{ $from }から{ $to }に変わっています。
client-also-tais = TAISコードは、予定が { $from }、実績が { $to } です。
client-also-notification = 福祉用具届出コードは、予定が { $from }、実績が { $to } です。
client-also-discriminator = 明細判別コードは、予定が { $from }、実績が { $to } です。
client-also-days = 日割の日は、予定が { $from }、実績が { $to } です。

## The document of keys

keys-doc-title = キー
keys-doc-intro = 画面ごとのキーの初期値です。この文書は操作の表から作られています。
keys-doc-change = キーは設定ファイル kyukan.toml の [keys] で、操作の名前ごとに変えられます。名前のあるキーは enter、esc、tab、space、up、down、left、right、home、end、pageup、pagedown、delete、backspace、f1 から f12 で、ctrl-、alt-、shift- を前に付けられます。空の [] は、その操作をキーなしにします。
keys-doc-full-width = 日本語入力のままの全角の文字（ｊ、：、／、「 など）も、同じキーとして働きます。
keys-doc-keys = キー
keys-doc-action = 操作
keys-doc-name = 名前

## The files of a workspace

reason-changed = 受け取った後に中身が変わっています
reason-changed-meanwhile = 取り込みの途中で中身が変わりました
reason-not-imported = 取り込みの手順を通らずに置かれています
error-reads-back-otherwise = 「{ $path }」は、書いた内容と読み戻した内容が違います。ディスクに異常があるおそれがあります。書いたものは取り消しました。

## The workspace of an office and its journal

workspace-not-empty = フォルダー「{ $path }」は空ではありません。中のファイルを守るため、何も作りませんでした。空のフォルダーか新しい名前を指定してください。
workspace-none = 「{ $path }」は kyukan の事業所フォルダーではありません。何も変えていません。事業所フォルダーを指定するか、kyukan init で新しく作ってください。
workspace-newer = 「{ $path }」は、より新しい kyukan で作られています（形式 { $found }、このプログラムは { $known } まで）。何も変えていません。kyukan を新しくしてください。
workspace-db-missing = 記録のファイル「{ $path }」が見つかりません。空のファイルで代わりを作ることはしていません。移動や名前の変更をしていないか確かめて、元に戻してください。
workspace-db-empty = 記録のファイル「{ $path }」の中身がありません（0バイト）。ファイルには手を付けていません。同期ソフトやコピーが途中で止まっていないか確かめてください。
workspace-db-unreadable = 「{ $path }」は kyukan の記録のファイルとして読めません。ファイルには手を付けていません。消さずに、システムの担当者に見せてください。
workspace-db-foreign = 「{ $path }」は別のプログラムのデータベースです。ファイルには手を付けていません。kyukan の記録のファイルを元の場所に戻してください。
workspace-backup = 控えが「{ $path }」にあります。
workspace-no-backup = 控えはありません。
trouble-disk-full = ディスクがいっぱいで、「{ $path }」に書けません。これまでの記録は失われていません。空きを作ると、そのまま続けられます。
trouble-gone = 「{ $path }」が見つかりません。これまでに書いたものは変えていません。ドライブやネットワークのつながりと、フォルダーの名前を確かめてください。元に戻ると、そのまま続けられます。
trouble-read-only = 「{ $path }」は読取専用で、書けません。これまでの記録は失われていません。書ける場所にフォルダーごとコピーするか、書込禁止を解いてください。
trouble-in-use = 「{ $path }」を別のプログラムが使っています。これまでの記録は失われていません。Excelや同期ソフトなど、開いているものを閉じて、もう一度操作してください。
trouble-denied = 「{ $path }」を使う権限がありません。これまでの記録は失われていません。システムの担当者に、読み書きの権限を頼んでください。
trouble-other = 「{ $path }」を読み書きできません（{ $reason }）。これまでの記録は失われていません。直らないときは、この文を添えてシステムの担当者に相談してください。
append-not-written = 今の操作は記録していません。
append-journal-longer = ほかで { $count }件の操作が記録されています。読み直してから、もう一度操作してください。
append-journal-shorter = 履歴が、画面の内容より前のものに置き換わっています。読み直して、抜けた操作がないか確かめてください。
barrier-asked = 閲覧だけで開いています。書くには、書込みができるように開き直してください。
barrier-held = 「{ $person }」さんが { $since } から「{ $machine }」で使っています（プロセス番号 { $pid }）。閲覧だけで開きました。書くには、先にその人に閉じてもらってください。
barrier-held-unknown = ほかの人が使っています。閲覧だけで開きました。書くには、先にその人に閉じてもらってください。
barrier-reading = 閲覧だけで開きました。
damage-altered = 履歴の途中に、書いたときと違う記録があります。
damage-missing = 履歴の途中か終わりで、記録が抜けています。
damage-unreadable = 履歴の途中に、意味を読み取れない記録があります。
damage-count = 履歴の件数の控えが、履歴そのものと合いません。
damage-database = 履歴のファイルが傷んでいます（{ $reason }）。
damage-extent = はじめから { $count }件は正しく、閲覧できます。その先は使わず、何も書き足しません。ファイルを消さずに、システムの担当者に相談してください。
warning-backup-failed = 履歴の控えを backup フォルダーに作れませんでした。仕事は続けられます。
warning-newest-left-out = 読取専用の場所にあるため、いちばん新しい操作のいくつかは表示していません。失われてはいません。書ける場所にフォルダーごとコピーして開くと、すべて見られます。

## Writing: the plan of files, inquiries, the list to call through

write-nothing = 書き出すファイルはありません。
write-files = 書き出すファイル { $count }件
write-file = ファイル
write-why = 内容
write-added = 追加
write-removed = 削除
write-changed = 変更
write-against = 比べた相手
write-against-nothing = なし（初めて）
write-against-received = 受信したもの
write-against-sent = 前回送ったもの
write-why-revised-plan = 変更後予定: { $office }
write-why-sheet = 別表: { $office }
write-why-profile = 利用者補足情報: { $office }
write-why-delete-plan = 予定の削除ファイル: { $office }
write-why-actuals = 実績（自事業所の取込用）: { $office }
write-why-delete-actuals = 実績の削除ファイル: { $office }
write-why-inquiry = 照会書: { $office }
write-why-call-list = 未着の一覧
write-warning-clock = パソコンの時計（{ $clock }）が、これまでのファイルの作成日時より前です。作成日時を { $used } として書き出します。時計を確認してください。
write-warning-kind = { $client }: サービス種類「{ $kind }」は標準仕様の対象外です。{ $rows }行を書き出しません。
write-warning-left-out = { $client }: { $file } の項目{ $no }「{ $item }」を書けないため、この利用者を書き出しません。{ $fault }
write-warning-no-profile = { $client }: 利用者補足情報が届いていないため、付けられません。
write-fault-character = { $position }文字目の「{ $character }」は使えない文字（外字など）です。
write-fault-empty = 必須の項目が空欄です。
write-fault-not-bare = 「{ $value }」には、ここでは使えない記号（, " 改行）があります。

inquiry-title = 照会書（予定と実績の確認）
inquiry-to = 宛先
inquiry-dear = { $office } 御中
inquiry-from = 差出人
inquiry-please = 予定と実績に次の違いがあります。回答期限までに、回答欄でお知らせください。
inquiry-client = 利用者名
inquiry-question = 照会内容
inquiry-due = 回答期限
inquiry-answer = 回答
row-content = { $day } { $times } { $code } { $units }単位 { $count }回

calls-provider = { $office }  { $count }件  { $units }単位
calls-number = 事業所番号
calls-kind = サービス種類
calls-units = 予定の単位数

## Deciding: verdicts, events, refusals

verdict-adopt = 採用
verdict-keep = 予定のまま
verdict-edit = 修正
verdict-ask = 照会
verdict-hold = 保留
verdict-none = 判断の取消
settled-open = 未判断
settled-asked = 照会中
settled-held = 保留
settled-adopted = 採用
settled-kept = 予定のまま
settled-edited = 修正
settled-withdrawn = 取下げ
arrival-as-planned = 予定で作成
arrival-as-planned-all = 予定で作成（この事業所・種類の未着すべて）
arrival-late = 月遅れ
arrival-late-all = 月遅れ（この事業所・種類の未着すべて）
arrival-fax = FAX実績
arrival-fax-as-planned = FAX実績を入力（予定どおりから始める）
arrival-none = 未着に戻す
event-one = { $what }
event-several = { $what } { $count }件
event-of = （{ $name }）
event-of-several = （{ $name } ほか{ $others }名）
event-join = ・
event-joined = 対応付け
event-apart = 対応付けの解除
event-pairing-none = 対応付けを自動に戻す
event-withdrawn = 取下げ
event-withdrawn-all = 取下げ（この事業所・種類の利用者すべて）
event-not-withdrawn = 取下げをやめる
event-checked = 確認済
event-fixed = 確定
event-unfixed = 確定・確認済を戻す
event-note = 備考
event-closed = 月の締め
event-reopened = 月の締めを解く
event-rule = ルール「{ $name }」 { $count }件
event-rule-kept = ルール「{ $name }」を残す
event-rule-forgotten = ルール「{ $name }」を外す
event-edition = 連携標準仕様の版の変更 { $office }
event-import = 取込 新規{ $new }件 既存{ $known }件 対象外{ $refused }件
event-write = 書出し { $count }件（{ $folder }）
event-undo = 元に戻す: { $what }
event-redo = やり直し: { $what }
edit-day = 日
edit-start = 開始時刻
edit-end = 終了時刻
edit-code = サービスコード
edit-count = 回数
edit-units = 単位数
edit-expected-day = 対象月の日付（1 から末日まで）
edit-expected-time = 時刻（0930 や 9:30 の形。時刻のないサービスは空欄）
edit-expected-times = 開始と終了の両方の時刻（時刻のないサービスは両方とも空欄）
edit-expected-code = 同じサービス種類の6桁のコード
edit-expected-count = 1 から 99 の数
edit-expected-units = -99999 から 999999 の数
refusal-month-closed = この月は締めてあります。変えるには、先に月の締めを解いてください（コマンド「月の締め」）。
refusal-fixed = { $name }は確定済みです。変えるには、先に確定を戻してください。
refusal-nothing = 変わるものがありません。何も記録していません。
refusal-vanished = この差異は、もうありません（{ $id }）。新しいファイルで行が変わりました。何も変えていません。画面の内容を確かめて、もう一度判断してください。
refusal-impossible = { $field }の「{ $found }」は使えません。{ $expected }を入れてください。何も変えていません。
refusal-no-reason = 理由を入れてください。何も変えていません。
refusal-still-open = { $name }は、未判断の差異が{ $open }件、未着の事業所が{ $waiting }件あるため、確定できません。
refusal-clients-open = 確定していない利用者が{ $count }名います（{ $name } など）。確定するか、理由を入れてください。
refusal-not-pairable = この2つは対応付けできません。同じ利用者・同じ事業所の、相手のない予定と実績を選んでください。
refusal-nothing-to-undo = 元に戻す操作は、もうありません。
refusal-nothing-to-redo = やり直す操作はありません。
risk-cut = 査定見込 { $units }単位
risk-hold = 保留見込
risk-over-limit = 限度額を{ $units }単位超過
risk-faulty = データに不備あり
warning-clock-behind = 記録しました。パソコンの時計が前回の記録より前に戻っています。時計を確かめてください。
journal-failed = 記録できませんでした

## Deciding on the screen: windows, notices

form-reason = 理由
form-question = 照会内容
form-question-default = 実績の内容をご確認ください。
form-due = 回答期限
form-note = 備考
form-rule-name = ルールの名前
form-explanation = 確定していない理由
form-no-date = 日付を読み取れません。11/8 や R8/11/8、8（次の8日）のように入れてください。
form-hint = Tab 次の欄  Enter 決定  Esc やめる
form-about-differences = 差異 { $count }件
form-about-fax = 実績の行を変えます。回数を 0 にすると、その行を消します。
form-about-open = 確定していない利用者 { $count }名
level-day = この日
level-line = 同じサービスの行
level-provider-of-client = この利用者のこの事業所
level-client = この利用者
level-provider = この事業所の全利用者
level-provider-and-class = この事業所の同じ種類の差異
level-name = { $level }: { $verdict }
level-note = { $count }件
rule-name = { $what }は{ $verdict }
rule-note = { $count }件（除外{ $guarded }件）
rule-same-units = (単位同じ)
rule-hits = { $count }件に適用します。返戻・保留・査定のおそれがある{ $guarded }件（!）は除きます。
rule-hint = Enter 適用  K 残して来月も使う  Esc やめる
rule-hint-kept = Enter 適用  K 残すのをやめる  Esc やめる
notice-no-difference = 差異の上にカーソルを置いてください。
notice-no-client = 利用者の上にカーソルを置いてください。
notice-no-provider = 事業所の上にカーソルを置いてください。
notice-no-partner = 対応付けできる相手の行がありません。
notice-no-rules = 使えるルールはありません。残りは1件ずつ判断してください。
notice-no-workspace = 事業所フォルダーではないため、判断は記録できません。kyukan init で事業所フォルダーを作り、kyukan import で取り込んでください。
notice-skipped = （除外{ $count }件）
action-adopt = 採用
    .help = 実績を採り、予定を実績に合わせます
action-keep = 予定のまま
    .help = 予定のままにします（未着では予定で作成）
action-edit = 修正
    .help = 正しい行の日・時刻・回数などを入れます
action-ask = 照会
    .help = 事業所へ照会します（内容と回答期限）
action-hold = 保留
    .help = 理由を付けて後に残します
action-unset = 判断の取消
    .help = 判断を取り消して、未判断に戻します
action-levels = まとめ判断
    .help = 日・行・利用者・事業所の単位で判断します
action-rules = ルール
    .help = 同じ形の差異をまとめて判断します
action-pair = 対応付け
    .help = 予定と実績の行を対応付け、または離します
action-waiting = 未着など
    .help = 予定で作成・月遅れ・FAX・取下げ
action-undo = 元に戻す
    .help = 最後の操作を元に戻します（何度でも）
action-redo = やり直し
    .help = 元に戻した操作をやり直します
action-check = 確認済
    .help = 利用者を確認済にします（または戻します）
action-fix = 確定
    .help = 利用者を確定します（または戻します）
action-note = 備考
    .help = 利用者に備考を付けます
action-close-month = 月の締め
    .help = 月を締めます（または締めを解きます）
action-mark = 印
    .help = 印を付けます。判断は印のすべてに効きます
action-unmark = 印を消す
    .help = すべての印を消します
action-keep-rule = 残す
    .help = ルールを残して来月も使います（または外します）
action-field-next = 次の欄
    .help = 次の欄へ移ります
action-field-previous = 前の欄
    .help = 前の欄へ移ります
settled-due = (回答期限 { $date })
settled-by = { $person } { $date } { $time }
settled-stale = 再送で変わりました。前の判断: { $verdict }（予定 { $plan } / 実績 { $actual }）
column-decision = 判断
facet-undecided = 未判断
client-stale = 再送変更 { $count }件
differences-open = 未判断 { $count }件
head-open = 未判断 { $count }
head-reading = 閲覧のみ
head-closed = 締め済
month-files = ファイル { $count }件
action-fix-all = まとめ確定
    .help = 何も残っていない利用者をすべて確定します

## Writing and taking in on the screen

screen-outbox = 書出し
outbox-planning = 書き出す内容を調べています
outbox-all = 範囲: 全利用者
outbox-changed = 範囲: 変わった利用者だけ
outbox-to-providers = 送り先: サービス事業所
outbox-to-kokuhoren = 送り先: 国保連
outbox-unsent = 範囲: まだ書き出していない分
outbox-rule-kokuhoren = 給付管理票と居宅介護支援費の請求です。ほかの月の月遅れ分も入れるときは、kyukan write --slips --fee --late-month を使います。
outbox-rule = 採用した行は予定が実績に、予定のままの行は実績が予定に合わせて書き出されます。
outbox-sure = この内容で書き出しますか
outbox-write = { $count }件を書き出す
outbox-written = { $count }件を書き出しました。場所: { $folder }
outbox-verified = 書いたものを読み戻し、目録（manifest）と同じであることを確かめました。
form-path = 場所
form-about-import = フォルダーかファイルの場所を入れてください（窓に落としても入ります）。
form-no-path = 場所を入れてください。
notice-busy = 書出しか取込の途中です。終わってから、もう一度押してください。
notice-imported = 新しいファイルを{ $count }件取り込みました。{ $key } で読み直すと表示に加わります。
head-arrived = 新着 { $count }
action-write-out = 書出し
    .help = 一覧のファイルを書き出します
action-all-clients = 範囲
    .help = 変わった人だけと全員を切り替えます
action-addressee = 送り先
    .help = 事業所あてと国保連あてを切り替えます
action-import = 取込
    .help = フォルダーやファイルを取り込みます
action-show-outbox = 書出し
    .help = 書き出すファイルの下見へ移ります

## Commands of a workspace

import-new = 新しく取り込みました。
import-new-replacing = 新しく取り込みました。「{ $name }」の後に送られたものです。
import-new-late = 新しく取り込みました。ただし、これより新しい「{ $name }」があります。
import-known = 前に取り込んだものと同じです。
import-restored = 保管していたファイルが変わっていたので、届いたときの内容に戻しました。変わっていたものは別の名前で残してあります。
import-not-exchange = ケアプランデータではないので取り込みませんでした。
import-other-office = ほかの事業所のファイルなので取り込みませんでした（送信元 { $sender }、送信先 { $receiver }）。
import-not-reached = まだ取り込んでいません。
import-counts = 全 { $total }件 = 新規 { $new } + 既存 { $known } + 復元 { $restored } + 対象外 { $not_exchange } + 他事業所 { $other_office } + 読取不可 { $unreadable } + 未処理 { $not_reached }
import-cancelled = 取込を途中で止めました。取り込んだファイルは残っています。もう一度取り込むと、続きから行います。
import-cancelled-before = 取込を止めました。何も取り込んでいません。
import-go-on = 取り込んだファイルは残っています。直してからもう一度取り込むと、続きから行います。
import-nothing = 何も取り込んでいません。
import-not-recorded = ファイルは取り込みましたが、履歴に書けませんでした。もう一度取り込むと、履歴に書きます。
out-not-written = 何も書き出していません。
out-received-unreadable = 受信したファイル「{ $path }」を読めなくなりました。何も書き出していません。もう一度 kyukan import で取り込んでください。
out-received-changed = 受信したファイル「{ $path }」の { $line }行が、月を開いたときと違います。何も書き出していません。開き直してください。
out-inquiry-failed = 照会書を作れません（{ $reason }）。何も書き出していません。照会内容を短くしてください。
verify-no-manifest = 「{ $path }」の内容の一覧（manifest.json）を読めません。理由: { $reason }
verify-unknown-manifest = 「{ $path }」の内容の一覧（manifest.json）は、この版の kyukan のものではありません。
verify-differs = 「{ $path }」の { $count }件のファイルが、書き出したときと違います。送る前に、もう一度書き出してください。
verify-missing = 「{ $name }」がなくなっています。
verify-changed = 「{ $name }」の中身が変わっています。
verify-unreadable = 「{ $name }」を読めません。理由: { $reason }
verify-added = 「{ $name }」は書き出したものではありません。
write-why-sign-off = 月の締めの一覧
write-why-journal = この月の履歴
write-done = { $count }件のファイルを「{ $path }」に書き出し、読み直して確かめました（履歴 { $journal } を含みます）。
write-ask = 書き出しますか (y/N):{ " " }
write-not-confirmed = 何も書き出していません。書き出すには --yes を付けてください。
summary-decided = 判断: { $counts }
rule-everything = すべての差異
rule-not-applied = まだ何も判断していません。適用するには --yes を付けてください。
rule-no-hits = このルールに当てはまる未判断の差異はありません。何も変えていません。
sign-off-counts = 確定 { $fixed }名 / 未確定 { $open }名
sign-off-by = 締めた人  { $person }  { $at }（{ $machine }）
sign-off-state = 状態
sign-off-decided = 判断
sign-off-exception = 未確定: { $reason }
log-number = 番号
log-time = 日時
log-person = 担当
log-what = 内容
log-empty = 履歴はまだありません。
log-none = 当てはまる履歴はありません。
init-done = 事業所フォルダー「{ $path }」を作りました。
init-next = 次は、届いたファイルを取り込みます: { $command }
init-no-number = 自事業所の番号がまだありません。「{ $path }」の number に10桁の番号を書くと、ほかの事業所のファイルを見分けられます。
init-already = 「{ $path }」は、もう事業所フォルダーです。何も変えていません。
workspace-here-none = ここは事業所フォルダーではありません。--workspace で事業所フォルダーを指定するか、kyukan init で新しく作ってください。
decide-done = 記録しました: { $what }
decide-skipped = 確定済みの利用者 { $count }名の分は変えていません。先に確定を戻してください。
decide-no-line = 「{ $provider }」に、{ $kind } の未着はありません。何も変えていません。
decide-no-provider = この利用者に、事業所「{ $provider }」の予定も実績もありません。何も変えていません。
note-demo-office = 事業所フォルダー { $path } も作り、ファイルを取り込みました。
demo-office-name = 見本居宅介護支援センター
help-command-init = 事業所フォルダーを作ります（取り込んだファイルと判断を記録する場所）
help-command-import = 届いたファイルを事業所フォルダーに取り込みます。何度行っても同じです
help-command-decide = 差異・未着・利用者・月についての判断を記録します
help-command-undo = いちばん新しい判断を元に戻します（何度でも）
help-command-redo = 元に戻した判断をやり直します
help-command-log = 履歴を示します（だれが、いつ、何をしたか）
help-command-write = 変更後予定・実績・照会書などを、確かめてから書き出します
help-decide-adopt = 採用: 予定を実績に合わせます
help-decide-keep = 予定のまま: 実績を採りません
help-decide-ask = 照会: 事業所へたずねます（--text に内容、--due に回答期限）
help-decide-hold = 保留: 理由を付けて後に残します
help-decide-unset = 判断を取り消して、未判断に戻します
help-decide-rule = ルールに当てはまる差異をまとめて判断します。--yes がなければ見るだけです
help-decide-as-planned = 未着の事業所を、予定で作成します
help-decide-late = 未着の事業所を、月遅れにします（理由が必要です）
help-decide-waiting = 予定で作成・月遅れを取り消して、未着に戻します
help-decide-withdraw = 取下げ: 事業所がこの利用者にサービスを行わないことにします（理由が必要です）
help-decide-unwithdraw = 取下げをやめます
help-decide-check = 利用者を確認済にします
help-decide-fix = 利用者を確定します。確定した利用者の判断は変えられません
help-decide-unfix = 確定・確認済を戻します
help-decide-note = 利用者に備考を付けます。空の文字で消します
help-decide-close = 月を締め、締めの一覧を示します
help-decide-reopen = 月の締めを解きます（理由が必要です）
help-option-workspace = 事業所フォルダー（指定しなければ、今いるフォルダー）
help-option-number = 自事業所の番号（10桁）。後から kyukan.toml に書くこともできます
help-option-name = 自事業所の名称
help-option-area-grade = 地域区分（1 から 7、その他は other）
help-option-office-dir = 作る事業所フォルダー。空か新しいフォルダー
help-option-yes = たずねずに行います
help-option-all = 変わりのない利用者の分も書き出します
help-option-person = この人の操作だけ
help-option-day = この日の操作だけ（例: 2026-11-05）
help-option-id = 差異の番号（kyukan check の行の終わりにあります）
help-option-reason = 理由
help-option-text = 照会内容
help-option-due = 回答期限（例: 2026-11-08）
help-option-verdict = 当てはまる差異の判断
help-option-class = 差異の種類
help-option-provider = サービス事業所の事業所番号
help-option-kind = サービス種類（2桁）
help-option-code = サービスコード（6桁）
help-option-same-units = 単位の差がないものだけ
help-option-save = この名前でルールを残し、来月も使います
help-option-line = 事業所番号/サービス種類（例: 1379900028/11）
help-option-words = 備考の文
help-option-explain = 確定していない利用者についての説明
help-value-id = 番号
help-value-name = 名前
help-value-person = 人
help-value-day = 日
help-value-text = 文
help-value-grade = 区分
help-value-verdict = 判断
help-value-class = 種類
help-value-code = コード
help-value-line = 事業所/種類
outbox-warnings = 書き出す前の注意
outbox-warned = 注意 { $count }件（Enter で読む）

## The journal screen

screen-journal = 履歴
action-show-journal = 履歴
    .help = 履歴（これまでの操作の記録）へ移ります
action-filter-journal = 絞込
    .help = 日・操作した人・利用者で絞り込みます
action-clear-journal-filter = 絞込解除
    .help = すべての操作を表示します
keys-rule = ルールの確認
column-event = 番号
column-when = 日時
column-person = 操作した人
column-machine = パソコン
column-deed = 操作
facet-day = 日
facet-person = 操作した人
facet-client = 利用者
journal-count = 操作 { $all }件中 { $shown }件
journal-events = { $count }件
journal-empty = まだ何も記録されていません。判断や取込をすると、ここに1件ずつ残ります。
journal-nothing = 絞込に当てはまる操作はありません。
journal-on-its-way = 記録中
journal-taken-back = 取消済
journal-taken-back-by = 取消済（{ $event }番の操作で元に戻しました）
journal-reason = 理由: { $reason }
journal-changes = 変更 { $count }件
journal-changes-from = 変更 { $count }件中 { $from }件目から
journal-more = ほか{ $count }件（{ $key } で続き）
journal-no-place = この操作には、移る先の利用者がありません。
journal-client-gone = 被保険者番号 { $number } の利用者は、この月にはもういません。
journal-difference-gone = この差異は、もうありません。利用者の画面へ移りました。
change-sentence = { $about }: { $before } -> { $after }
change-verdict = { $verdict }（{ $more }）
change-due = 回答期限 { $date }
change-fax = { $choice } { $count }行
change-text = 「{ $text }」
change-automatic = 自動の対応付け
change-unchecked = 未確認
change-month-open = 締めていない
change-closed = 月の締め（確定していない利用者 { $count }名）
change-rule = ルール「{ $name }」
change-edition = 連携標準仕様の版 { $office }
notice-arrived-before = 見張っているフォルダーから、新しいファイルを{ $count }件取り込みました。
client-source-fax = FAXで届いた実績（手入力）

## More decisions on the command line

refusal-unknown-provider = この月に、事業所番号 { $number } のサービス事業所はありません。番号を確かめてください。何も変えていません。
help-decide-edit = 修正: 指定した項目だけを変えた行にします。前の修正は置き換えます
help-decide-pair = 対応付け: 予定だけの差異と実績だけの差異を、1つの組にします
help-decide-unpair = 組になった予定と実績を、別々の差異に分けます
help-decide-fax = FAX実績: 未着の事業所の実績を、予定どおりとして入れます。違う行は --row で指定します
help-decide-edition = 事業所へ書き出すファイルの標準仕様の版を決めます（auto は、事業所が送るファイルに合わせます）
help-option-edit-day = サービス利用日（1 から末日まで）
help-option-edit-start = 開始時刻（0930 や 9:30。時刻のないサービスは 9999）
help-option-edit-end = 終了時刻（0930 や 9:30。時刻のないサービスは 9999）
help-option-edit-code = サービスコード（6桁。同じサービス種類のもの）
help-option-edit-count = サービス回数
help-option-edit-units = 単位数（1回あたり）
help-option-row = 予定と違う行「日 開始 終了 コード 回数 単位数」（例: "5 9:30 10:30 111111 1 250"）。同じ日・コード・開始の行を置き換え、なければ加えます。回数 0 はその行を除きます。時刻のないサービスは -。何度でも指定できます
help-option-explain-client = その利用者だけの説明（例: "佐藤=入院中"）。何度でも指定できます
help-option-provider-edition = 標準仕様の版（v3、v4、auto）
help-value-time = 時刻
help-value-row = 行
help-value-explanation = 利用者=文

## Registers, 割振, 給付管理票 and plan fees in the journal

expected-price = 小数2桁までの円
event-entry = 登録 { $register }
event-entry-gone = 登録の取りやめ { $register }
event-shares = 割振
event-shares-none = 割振を自動に戻す
event-slip-action = 作成区分 { $action }
event-slip-action-none = 作成区分を自動に戻す
event-gate = 理由を付けて通す: { $block }
event-gate-none = 通すのをやめる: { $block }
event-slip-sent = 給付管理票の書出し
event-fee-sent = 介護給付費請求の書出し
change-slip-action = 作成区分
change-slip-result = 給付管理票の結果
change-shares = 手入力の割振 { $units }単位
change-slip-action-value = { $text }（{ $why }）
change-slip-sent = { $action } { $units }単位 { $file }
change-fee-sent = { $units }単位 { $file }
slip-action-new = 新規
slip-action-replace = 修正
slip-action-cancel = 取消
slip-action-none = 送らない
slip-result-accepted = 決定
slip-result-returned = 返戻
slip-result-not-received = 受付されず
slip-result-none = 結果なし
gate-applying = 認定申請中
gate-expired = 認定切れ
gate-allotment = 割振残
gate-not-arrived = 実績未着
gate-unread = 読めない行
gate-check-digit = 番号の誤り
gate-birth-date = 生年月日なし
gate-sex = 性別なし
gate-limit = 限度額の相違
gate-over-limit = 限度額超過
register-managers = 担当ケアマネ
register-clients = 利用者の契約
register-rates = 給付率
register-additions = 加算
register-terms = 事業所の体制
register-providers = サービス事業所
register-prices = 単価
register-classes = 指定区分
register-insurers = 保険者
register-masters = サービスコード
refusal-cannot-pass = 「{ $block }」は理由を付けても通せません。給付管理票に必ず要る項目です。利用者補足情報を受け取り直すか、利用者の契約（登録）に入れてください。
refusal-nothing-sent = { $name } さんの給付管理票は、この月はまだ書き出していません。結果は書き出した後に入れてください。

## 給付管理票 as the paper form, and 給付管理総括. In the headings of the form's table `|` is where a line ends.

slip-form-title = 給付管理票（{ $month }分）
slip-form-made = { $action }  作成年月日 { $day }
slip-form-kana = フリガナ
slip-form-client = 被保険者氏名
slip-form-birth = 生年月日
slip-form-sex = 性別
slip-form-level = 要支援・要介護状態区分等
slip-form-maker = 作成区分
slip-form-office-number = 居宅介護/介護予防支援事業所番号
slip-form-manager = 担当介護支援専門員番号
slip-form-office = 居宅介護/介護予防支援事業者の事業所名
slip-form-limit = 支給限度基準額
slip-form-limit-units = { $units }単位/月
slip-form-period = 限度額適用期間
slip-form-from = { $month }から
slip-form-to = { $month }まで
slip-form-entrusted = 委託した場合
slip-form-entrusted-office = 委託先の支援事業所番号
slip-form-entrusted-manager = 介護支援専門員番号
slip-form-services = 居宅サービス・介護予防サービス・総合事業
slip-form-provider = サービス事業者の|事業所名
slip-form-number = 事業所番号|(県番号-|事業所番号)
slip-form-class = 指定/基準該当/|地域密着型|サービス/総合|事業識別
slip-form-kind = サービス|種類名
slip-form-kind-code = サービス|種類|コード
slip-form-units = 給付計画|単位数
slip-maker-care-office = 居宅介護支援事業者作成
slip-maker-client = 被保険者自己作成
slip-maker-support-office = 介護予防支援事業者作成
slip-sex-male = 男
slip-sex-female = 女
slip-class-designated = 指定
slip-class-quasi = 基準該当
slip-class-equivalent = 相当サービス
slip-class-other = その他
slip-class-community = 地域密着型
slip-class-programme = 総合事業
slip-class-mixed = 混在型
slip-total-title = 給付管理総括
slip-total-processing = 処理対象年月
slip-total-clients = 利用者ごと
slip-total-providers = サービス事業所・サービス種類ごと（明細と単位数は、取消を除く）
slip-total-action = 作成区分
slip-total-slips = 件数
slip-total-lines = 明細
slip-total-units = 単位数
slip-total-month = 対象年月
slip-total-level = 要介護度
slip-total-limit = 限度額
slip-total-rest = 残り
slip-total-note = 備考
slip-total-number = 事業所番号
slip-total-kind = サービス種類
slip-total-cancelled-lines = 取消の明細
slip-total-cancelled-units = 取消の単位数

## Registers on the command line

column-insurer = 保険者番号
column-insured = 被保険者番号
column-office = 事業所番号
column-owner = 事業所・保険者番号
column-from = 適用開始年月
column-to = 適用終了年月
column-month = サービス提供年月
column-full-time = 常勤換算
column-head = 管理者
column-chief = 主任介護支援専門員
column-contract-on = 契約日
column-ended-on = 契約終了日
column-filed-on = 届出年月日
column-entrusted-by = 委託元事業所番号
column-named-area = 大臣が定める地域
column-cert-from = 認定開始日
column-cert-to = 認定終了日
column-payer = 公費負担者番号
column-recipient = 公費受給者番号
column-rate = 給付率
column-reimbursed = 償還払い
column-count = 回数
column-fee-type = 居宅介護支援費の区分
column-additions = 加算・減算
column-factors = 率の加算・減算
column-treatment = 処遇改善加算
column-area-grade = 地域区分
column-corporation = 法人名
column-phone = 電話番号
column-fax = FAX番号
column-price = 単位数単価
column-managers-name = 介護支援専門員名
column-managers-number = 介護支援専門員番号
column-additions-name = 加算・減算名
column-providers-name = 事業所名
column-classes-class = 指定区分
column-insurers-name = 保険者名
column-register = 登録
column-title = 名称
column-rows = 件数
cell-text = 「{ $column }」の「{ $found }」は使えません。{ $value }文字までの文字で書いてください（外字と制御文字は使えません）。
cell-office = 「{ $column }」の「{ $found }」は使えません。事業所番号10桁で書いてください（先頭の 0 も省かずに）。
cell-insurer = 「{ $column }」の「{ $found }」は使えません。保険者番号6桁で書いてください（先頭の 0 も省かずに）。
cell-insured = 「{ $column }」の「{ $found }」は使えません。被保険者番号10桁で書いてください（先頭の 0 も省かずに）。
cell-owner = 「{ $column }」の「{ $found }」は使えません。事業所番号10桁か、総合事業の単価なら保険者番号6桁で書いてください。
cell-kind = 「{ $column }」の「{ $found }」は使えません。サービス種類コード2桁で書いてください（例: 11、A2）。
cell-month = 「{ $column }」の「{ $found }」は年月として読めません。2026-10 か R8.10 のように書いてください。
cell-date = 「{ $column }」の「{ $found }」は日付として読めません。2026-10-05 か R8.10.5 のように書いてください。
cell-tenths = 「{ $column }」の「{ $found }」は使えません。{ $value } の数を、小数1桁までで書いてください（例: 1.0）。
cell-price = 「{ $column }」の「{ $found }」は使えません。1単位の円を、小数2桁までで書いてください（例: 10.42）。
cell-number = 「{ $column }」の「{ $found }」は使えません。{ $value } の整数で書いてください。
cell-flag = 「{ $column }」の「{ $found }」は使えません。1（該当）か 0（非該当）で書いてください。
cell-digits = 「{ $column }」の「{ $found }」は使えません。数字 { $value }桁で書いてください（先頭の 0 も省かずに）。
cell-choice = 「{ $column }」の「{ $found }」は使えません。次のどれかを書いてください: { $value }
cell-fee-month = 「{ $column }」の「{ $found }」は確かめられません。{ $value } の加算・減算の一覧がありません。
cell-required = 「{ $column }」が空です。必ず書いてください。
cell-column = 「{ $column }」という列はありません。使える列: { $value }
cell-columns = 列の数（{ $found }）が、見出しの列の数（{ $value }）と合いません。
cell-broken = 引用符が閉じていないので、列を分けられません。
cell-not-before = 「{ $column }」の「{ $found }」が { $value } より前です。
cell-once = 同じ「{ $found }」の行が、この前に違う内容であります。どちらか1行にしてください。
cell-check-digit = 「{ $column }」の「{ $found }」は検証番号が合いません（正しい番号なら { $value }）。番号を確かめてください。
head-no-register = 見出しが、どの登録のものでもありません。登録を --register で指定するか、kyukan master export で書き出した見出しに合わせてください。
head-several = 見出しが複数の登録（{ $names }）に合います。--register で指定してください。
head-missing = 必要な列がありません: { $columns }{ $count ->
        [0] {""}
       *[other] 。この登録にない列: { $unknown }
    }
head-repeated = 同じ列が2つあります: { $columns }
master-unknown-register = 「{ $name }」という登録はありません。登録: { $names }
master-no-row = { $register }に「{ $key }」の行はありません。何も変えていません。
master-empty = まだ1件もありません。
master-set = 登録しました: { $register } { $key }
master-removed = 登録から除きました: { $register } { $key }
master-exported = { $rows }件を「{ $path }」に書き出しました。
master-unreadable = { $register }の「{ $key }」の行は読めないので、計算に使いません。{ $why }
master-import-counts = { $path }: { $register } { $rows }行 = 新規 { $new } + 変更 { $changed } + 同じ { $same } + 取り込まない行 { $refused }
master-import-not-taken = { $path }: 取り込んでいません。{ $why }
master-import-ignored = 次の列は取り込んでいません: { $columns }
master-import-refused = { $line }行目（取り込んでいません）: { $why }
master-import-doubt = { $line }行目（取り込みました）: { $why }
help-command-master = 登録（担当者・利用者の契約・給付率・加算・事業所・単価・サービスコードなど）を示し、変えます
help-master-list = 登録の一覧と件数、取り込んだサービスコード表を示します
help-master-show = 登録の中身を示します（masters はサービスコード表の一覧）
help-master-set = 1件を登録するか、書いた列だけを変えます（例: clients 保険者番号=131011 被保険者番号=0000100017 契約日=R8.4.1）
help-master-remove = 1件を登録から除きます（その行を表す列だけを書きます。サービスコード表は masters とハッシュの先頭を書きます）
help-master-import = CSVファイルの行を登録します。ファイルにない行や列はそのまま残ります。サービスコード表はファイルごと登録します
help-master-export = 登録をCSVファイルに書き出します（直して取り込み直せます）
help-option-register = 登録の名前（kyukan master list で分かります）
help-option-cell = 列の名前と値。値を空にすると、その列を空にします。サービスコード表を除くときは、ハッシュの先頭
help-option-master-file = CSVファイル（UTF-8 か Shift_JIS。1行目は見出し。市町村の単位数表マスタは見出しなしでも可）
help-option-export-file = 書き出す新しいファイル（なければ標準出力）
help-value-register = 登録
help-value-cell = 列=値
column-birth-date = 生年月日
column-sex = 性別
column-verified = 番号確認済

## 給付管理票 on the command line

help-command-tally = 給付管理票の一覧（作成区分、単位数、通せない理由）を表示します
help-option-slips = 国保連へ送る給付管理票のファイルを書き出します
help-option-window = 処理対象年月（送る月。例: 2026-11）。省略すると、今の提出期間か次の提出期間です
help-option-late-month = 同じファイルに入れる、ほかのサービス提供年月（月遅れ。例: 2026-09）。何度でも指定できます
slips-which-office = この月には居宅介護支援事業所が{ $count }か所あります。事業所フォルダーの kyukan.toml の number に事業所番号を入れるか、--office で指定してください。
slips-not-in-file = { $month }: 通せない { $blocked }件、作れない { $faulty }件、送らない { $held }件は、ファイルに入りません。理由は給付管理票の一覧（kyukan tally）にあります。
left-out-slip = { $name } さんの{ $month }の給付管理票は、ファイルに入れませんでした。{ $why } ほかの方の分は入ります。
left-out-incomplete = 必要な項目が足りません。kyukan tally で確かめてください。
left-out-item = 書けない値があります（{ $reason }）。
left-out-no-lines = 明細が1行もありません。
left-out-too-many-lines = 明細が{ $count }行あります。給付管理票は98行までです。
left-out-repeated = { $office } { $kind } が2行あります。
left-out-zero-units = { $office } { $kind } が0単位です。
left-out-no-office = 居宅介護支援事業所の番号がありません。
left-out-no-care-manager = 担当介護支援専門員番号がありません。
left-out-entrusted = 委託先を書けるのは、介護予防支援の給付管理票だけです。
left-out-same-key = 同じ利用者と月の給付管理票が2件あります。
out-slips-failed = 給付管理票のファイルを作れませんでした（{ $reason }）。何も書き出していません。
out-no-name = この月に使えるファイル名（99個）が残っていません。kyukan.toml の file_prefix を変えてください。何も書き出していません。
write-why-slips = 国保連へ送る給付管理票
write-why-slip-total = 給付管理総括（確認用）
tally-title = 給付管理票 { $month }分（処理対象 { $window }）
tally-state = { $state } { $count }件 { $units }単位
tally-client = 利用者
tally-action = 作成区分
tally-level = 要介護度
tally-lines = 明細
tally-total = 計画単位数
tally-limit = 限度額
tally-manager = 担当
tally-chosen = { $action }(指定)
tally-line = { $office } { $kind } { $units }単位（当初計画 { $planned }、実績 { $actual }）
tally-from-actual = 給付計画単位数は、変更後の計画（実績を採用した分は実績）の、限度額内の単位数です（kyukan.toml の below_plan = "actual"）。
tally-from-plan = 給付計画単位数は、実績が少なくても当初計画の、限度額内の単位数です（kyukan.toml の below_plan = "plan"）。
refusal-shares = 割振を登録できません。{ $why }
refusal-no-sheet = { $name } さんの別表を計算できないため、割振を決められません。利用者の画面か kyukan tally --client で理由を確かめてください。
help-decide-slip-action = 給付管理票の作成区分を決めます（auto 自動、new 新規、replace 修正、cancel 取消、none 送らない）
help-decide-pass = 給付管理票を止めている事柄を、理由を付けて通します（理由は締めの一覧に載ります）
help-decide-unpass = 理由を付けて通すのをやめます
help-decide-slip-result = 送った給付管理票の結果を入れます（accepted 決定、returned 返戻、not-received 受付されず、open 結果なし）
help-decide-shares = 限度額を超える単位数の割振を決めます。何も指定しなければ自動に戻します
help-option-share = 区分支給限度を超える単位数「事業所番号 サービスコード 単位数」（例: "1379900028 111211 505"。同じコードの2行目は 111211#2）。何度でも指定できます
help-option-kind-share = 種類支給限度を超える単位数（書き方は --share と同じ）
help-value-action = 作成区分
help-value-block = 事柄
help-value-result = 結果
help-value-share = 割振

## 書き出す別表

write-warning-sheet-differs = { $client }: 予定が変わっていないため、別表は受信したまま書き出します。計算と違う欄が{ $columns }か所あります。
write-warning-sheet-not-computed = { $client }: 別表を計算できないため、受信したまま書き出します。{ $obstacle }
write-warning-sheet-allotment = { $client }: 限度額を超える単位数の割振が、この予定ではまだ決まっていません。別表の割振は案です。割振を決めてから送ってください。
write-warning-sheet-limit = { $client }: 区分支給限度基準額が分からないため、別表は限度額を超えないものとして計算しました。
write-warning-sheet-rate = { $client }: 給付率が分からないため、別表は90%で計算しました。
write-warning-sheet-price = { $client }: { $office }「{ $kind }」の単位数単価が分からないため、別表のその金額と合計の金額を空欄にしました。
write-warning-sheet-percent = { $client }: 加算 { $code } の率が分からないため、単位数は計算し直していません。別表で確認してください。
write-warning-sheet-stay = { $client }: 短期入所の前月までの利用日数が分からないため、別表の累積利用日数を空欄にしました。
write-obstacle-service = { $office }のサービスコード { $code } は、種類が分からないか廃止されています。
write-obstacle-prices = { $office }「{ $kind }」の単位数単価が2つ以上あります。
write-obstacle-line = サービスコード { $code } の単位数、回数、割引率、定額負担のどれかが合いません。
write-obstacle-other = 予定とサービスコード表を確認してください。
## 給付管理票 in words: states, why one cannot be made or sent, what a person should know

# States of a slip; .help says what it means and what is to be done
slip-state-faulty = 作成不可
    .help = 必要な項目がないため作れません。理由の文に従って、登録か受け取ったファイルを直してください。
slip-state-blocked = 要確認
    .help = このまま送ると返戻や保留のおそれがあるため、止めています。直すか、理由を付けて通してください。
slip-state-nothing-left = 取消要否
    .help = 前に決定した給付管理票がありますが、今は載せるサービスがありません。作成区分で、取消か送らないかを決めてください。
slip-state-ready = 書出し可
    .help = 書き出せます。
slip-state-held-back = 送らない
    .help = この処理対象年月には送りません（月遅れ）。送るときは、作成区分を自動に戻してください。
slip-state-written = 書出し済
    .help = この処理対象年月のファイルに書き出してあり、その後変わっていません。
slip-state-unchanged = 変更なし
    .help = 前に決定した給付管理票と同じ内容です。送るものはありません。
slip-state-not-due = 対象外
    .help = 給付管理票を作らない利用者です。
slip-not-due-nothing = 管理サービスなし
    .help = 限度額の内側のサービスがないため、給付管理票は要りません。
slip-not-due-entrusted = 委託
    .help = 委託を受けて作る計画です。給付管理票は、委託元の地域包括支援センターが出します。
slip-not-due-multifunctional = 小規模多機能
    .help = 小規模多機能型居宅介護などの事業所が、給付管理票を出します。

# A register with the command that enters something into it
tally-register = 登録「{ $title }」（kyukan master set { $name }）

# Why a slip cannot be made
tally-no-manager-number = 担当の介護支援専門員番号（8桁）が登録されていないため、作れません。{ $managers }に番号を入れてください。担当が空の利用者は、{ $clients }に担当も入れてください。
tally-no-office = 給付管理票を出す居宅介護支援事業所が分からないため、作れません。予定のファイル（UPPLAN）を取り込んでください。
tally-no-limit-from = 限度額適用期間の開始年月日がないため、作れません。認定の内容を直した利用者補足情報（UPHOSOKU）を取り込んでください。
tally-no-limit-to = 限度額適用期間の終了年月日がないため、作れません。認定の内容を直した利用者補足情報（UPHOSOKU）を取り込んでください。
tally-negative = { $line }の給付計画単位数が{ $units }単位になり、0を下回るため、作れません。減算の行だけが残っていないか、予定と実績を確かめてください。
tally-too-many-lines = 明細が{ $count }行あり、1枚に書ける{ $most }行を超えるため、作れません。事業所番号の誤りがないか、予定を確かめてください。

# What a person should know of a slip
tally-open = 決めていない差異（照会中・保留を含む）が{ $count }件あります。予定のとおりとして計算しています。送る前に、差異を決めてください。
tally-late = { $line }は月遅れとしたため、載せていません。実績が決まったら、次の処理対象年月に修正で送ってください。
tally-not-as-planned = { $line }の単位数は、受け取った予定と違います。変更した予定に、利用者の同意があることを確かめてください。
tally-plan-over-limit = 予定の単位数のままでは合計が限度額を超えるため、実績の単位数で作りました。
tally-shares-proposed = 限度額を超える単位の割振は、決まりに従った案です。だれが負担するかを、別表で確かめてください。
tally-class-uncertain = { $line }の指定区分は、サービス種類からの推定です。国保連の手引きで確かめ、{ $classes }に入れてください。
tally-assumed-decided = 前の給付管理票の結果が入っていないので、決定したものとして作成区分を決めました。返戻だったときは、結果に返戻を入れてください。
tally-pending = この処理対象年月の給付管理票は、すでに書き出してあります。送った後なら、先にその送信を取り消してから、もう一度送ってください。
tally-group-changed = 月の途中で、要介護と要支援が入れ替わりました。月末の担当の事業所が、両方のサービスを載せた1枚を出します。どちらが出すかを確かめてください。
tally-own-prevention = 要支援の利用者を、この事業所が指定を受けた介護予防支援として扱っています。地域包括支援センターの委託なら、{ $clients }に委託元事業所番号を入れてください。
tally-cancel-takes-all = 取消を送ると、居宅介護支援費と、この利用者のすべてのサービス事業所の請求が取り下げになります。単位数だけの誤りなら、取消ではなく修正を選んでください。

# What blocks a slip: the name, what was found, what follows, what to do
block-open = { $name }: { $what }
block-let-through = { $name }（理由を付けて通しました: { $why }）: { $what }
block-join = 、
block-applying = 認定の結果が出る前に送ると返戻（12PA）になります。結果が出てから利用者補足情報を取り込み直すか、送らない（月遅れ）にしてください。
block-expired = { $found }は、有効な認定がないのにサービスがあります。送ると返戻のおそれがあります。認定の更新を確かめて利用者補足情報を取り込み直すか、その日の予定を直してください。
block-allotment = { $found }。今は決まりに従った案で計算しています。別表の割振を決め直してください。
block-not-arrived = { $found }の実績が届いていません。予定の単位数のまま送ると、違ったときに修正が要ります。届くのを待つか、予定で作成・月遅れ・FAX実績のどれかに決めてください。
block-unread = { $found }が読めず、計算に入っていません。足りないまま送ると、修正か返戻になります。取込の画面（kyukan files）で行を確かめ、直したファイルを取り込んでください。実績は、予定で作成やFAX実績と決めてもかまいません。
block-more = { $names } ほか{ $count }件
block-rows = 予定 { $plan }行、実績 { $actual }行
block-check-digit = { $found }は、検証番号が合いません。誤った番号で送ると返戻（ADD0など）になります。番号を確かめて予定を直すか、正しい番号なら{ $providers }の番号確認済に 1 を入れてください。
block-birth-date = 生年月日が空か、日付として読めません。給付管理票に必ず要る項目です。{ $clients }に入れるか、利用者補足情報を取り込み直してください。
block-sex = 給付管理票に必ず要る項目です。{ $clients }に入れるか、利用者補足情報を取り込み直してください。
block-limit = { $found }。市町村の上乗せなどでなければ、送ると返戻（12P3など）のおそれがあります。被保険者証で確かめて、利用者補足情報を取り込み直してください。
block-over-limit = { $found }。送ると返戻（12P3）になり、すべての事業所の請求が保留になります。予定か割振を直してください。
block-left = 限度額を超える{ $units }単位を、割り振れる行がありません
block-limits = 利用者補足情報の限度額は{ $own }単位、要介護度の限度額は{ $table }単位です
block-over = 給付計画単位数の合計{ $total }単位が、限度額{ $limit }単位を超えています
share-category = 区分支給限度
block-share-stale = 割振を決めた後に、予定か限度額が変わりました（{ $count }行）
block-share-left = { $limit }の割振残が{ $units }単位あります
share-too-much = { $limit }の割振が{ $units }単位多すぎます
block-share-out-of-range = { $row }に割り振れるのは0単位から{ $most }単位までです
share-no-row = { $row }は、割振のできる行ではありません

# Why a client's month cannot be computed
worth-line = 別表の{ $number }行目
worth-no-profile = 利用者補足情報（UPHOSOKU）がないため、要介護状態区分と限度額が分からず、計算できません。利用者補足情報を取り込んでください。
worth-level-empty = 利用者補足情報の要介護状態区分が空のため、限度額が分からず、計算できません。認定の内容を入れた利用者補足情報を取り込んでください。
worth-no-level = 利用者補足情報の要介護状態区分「{ $code }」には限度額がないため、計算できません。認定の内容を直した利用者補足情報を取り込んでください。
worth-no-level-in-month = { $month }に有効な認定がないため、計算できません。認定の更新を確かめて、利用者補足情報を取り込み直してください。結果がまだなら、送らない（月遅れ）にします。
worth-not-known = { $month }の{ $table }「{ $key }」が、このプログラムの表にないため、計算できません。新しい版の給管で開き直してください。
worth-unknown-service = { $service }は、この月にないサービスコードのため、計算できません。事業所に確かめて、予定のコードを直してください。
worth-percent-not-outside = { $service }は率の加算なのに限度額の内側とされているため、計算できません。受け取った別表の給付管理単位数を確かめてください。
worth-two-prices = { $line }に単位数単価が2つあるため、計算できません。{ $prices }で1つに決めてください。
worth-copay-without-units = { $service }に定額の利用者負担がありますが、単位数がないため、計算できません。受け取った別表を確かめてください。
worth-discount-rate = { $service }の割引後率が100%を超えているため、計算できません。受け取った別表を確かめてください。
worth-negative-count = { $service }の回数が0を下回るため、計算できません。予定の回数を直してください。
rate-table-limit = 区分支給限度基準額
rate-table-unit-price = 単位数単価
rate-table-fee = 居宅介護支援費
rate-table-fee-addition = 居宅介護支援費の加算・減算
rate-table-fee-factor = 居宅介護支援費の率の加算・減算
rate-table-fee-threshold = 逓減制の件数
rate-table-concentration = 特定事業所集中減算
rate-table-treatment = 処遇改善加算の率
rate-table-kind-place = 限度額管理の対象

# What a person should know of a client's sheet
worth-taken-inside = サービスコード{ $code }は、{ $source }に従って限度額の内側で計算しました。給管の一覧では外側です。国の一覧か保険者で確かめてください。
worth-taken-outside = サービスコード{ $code }は、{ $source }に従って限度額の外側で計算しました。給管の一覧では内側です。国の一覧か保険者で確かめてください。
worth-source-master = サービスコード表
worth-source-sheet = 受け取った別表
worth-source-list = 給管の一覧
worth-prices-differ = { $line }の単位数単価が、受け取った別表の間で違います。最初に見つけた単価で計算しました。{ $prices }で決めてください。
worth-price-unknown = { $line }の単位数単価が分からないため、金額は空けてあります（単位数は正しく計算しています）。{ $prices }に単価を入れるか、{ $providers }に地域区分を入れてください。
worth-code-unknown = { $service }は、この月のどの別表にも、取り込んだサービスコードの表にもありません。単位数と限度額の内外は、種類と予定の行から計算しました。コードの誤りなら返戻になるので、確かめてください。
worth-rate-unknown = { $service }の加算率が分からないため、受け取った別表の単位数を使いました。サービスコード表を指定して開くと、計算し直します。
worth-benefit-rate-assumed = 給付率が分からないため、90%で計算しました。負担割合証で確かめて、{ $rates }に入れてください。
worth-pair-row-cut = { $service }は、限度額の計算に使う単位数と請求の単位数が違うサービスです。超過分の差し引き方は決まっていないので、事業所と確かめてください。
worth-discount-on-managed = { $service }では、限度額の計算に使う単位数にも割引を掛けました。事業所と確かめてください。
worth-disaster-base = { $service }（感染症・災害の3%）は、保険の対象になる単位数だけを基に計算しました。事業所と確かめてください。
worth-mixed-copay = { $line }には、定額の利用者負担がある行とない行があります。受け取った別表を確かめてください。
worth-assistance-only = 生活保護単独（H番号）の利用者です。別表の書き方は事業所の設定に従っています。
worth-reimbursed = 償還払いの利用者です。別表では費用の全額を利用者負担としています。

## Service code masters of a workspace whose file cannot be used

master-file-missing = 取り込んだサービスコード表「{ $name }」のファイルがないため、使わずに開きました。もう一度取り込んでください。場所: { $path }
master-file-changed = 取り込んだサービスコード表「{ $name }」のファイルが取り込んだときと違うため、使わずに開きました。もう一度取り込んでください。場所: { $path }
master-file-unreadable = 取り込んだサービスコード表「{ $name }」のファイルを読めないため、使わずに開きました。場所: { $path } 理由: { $reason }
master-file-unknown = 取り込んだサービスコード表「{ $name }」の形式が分からないため、使わずに開きました。新しい版の給管で取り込んだものかもしれません。場所: { $path }
sign-off-slips = 給付管理票について、理由を付けて通した事柄と選んだ作成区分
sign-off-what = 事柄
sign-off-why = 理由
## 別表と割振 on the screen of a client and in `show`

# Columns of the 別表: short for a heading; .full is the name on the form
sheet-row = 行
    .full = 行
sheet-discounted-units = 単位
    .full = 割引後単位数
sheet-count = 回数
    .full = 回数／日数
sheet-service-units = サービス単位
    .full = サービス単位／金額
sheet-managed-units = 給付管理
    .full = 給付管理単位数
sheet-kind-over = 種類超
    .full = 種類支給限度基準を超える単位数
sheet-kind-within = 種類内
    .full = 種類支給限度基準内単位数
sheet-category-over = 区分超
    .full = 区分支給限度基準を超える単位数
sheet-category-within = 区分内
    .full = 区分支給限度基準内単位数
sheet-price = 単価
    .full = 単位数単価
sheet-cost = 費用総額
    .full = 費用総額
sheet-rate = 給付率
    .full = 給付率
sheet-claim = 請求額
    .full = 保険／事業費請求額
sheet-copay = 利用者負担
    .full = 利用者負担（保険／事業対象分）
sheet-full-payment = 全額負担
    .full = 利用者負担（全額負担分）
sheet-subtotal = 小計
sheet-over-30-days = 30日超
sheet-difference = { $row }: { $column } { $received } -> { $computed }
sheet-row-new = { $row }: 受信した別表にない行です
sheet-row-gone = { $row }: 受信した別表にだけある行です
sheet-differences = 受信した別表との違いが{ $count }か所あります（受信 -> 計算）。給付管理票は計算した値で作ります。
sheet-shares = 割振: { $from }

# Where the shares of the units over the limit come from
shares-nothing-over = 割振なし
shares-typed = 手入力
shares-received = 受信した別表
shares-proposed = 自動(未確認)
shares-stale = 要見直し
shares-says-proposed = 限度額を超える単位の割振は、決まりに従った案です。だれが負担するかを確かめて、割振を決めてください。
shares-says-typed-stale = 手で入れた割振が、今の予定に合いません。今は決まりに従った案で計算しています。割振を決め直してください。
shares-says-received-stale = 受信した別表の割振が、今の予定に合いません。今は決まりに従った案で計算しています。割振を決め直してください。

# How much of the limit is taken
limit-used = { $used } / { $limit } (残 { $unused })
limit-over = 超過 { $over } (割振残 { $left })
limit-over-proposed = 超過 { $over } (割振残 { $left } 未確認)
limit-over-stale = 超過 { $over } (割振 要見直し)
tally-fault-no-lines = 給付管理票に書く明細がないため、作れません。利用がなかった月に0単位で送るときは、kyukan.toml の zero_unit_slips を true にしてください。
## 居宅介護支援費の請求: how far a claim is, what is missing, what a person should look at

# States of a claim; .help says what it means and what is to be done
fee-state-open = 要入力
    .help = 必要なことが入っていないため、請求できません。下の文に従って入れてください。
fee-state-waits = 給付管理票待ち
    .help = 給付管理票をまだ送れません。給付管理票のない請求は返戻になるため、請求も止めています。理由は kyukan tally で確かめられます。
fee-state-changed = 変更あり
    .help = この処理対象年月のファイルに書き出した後で、請求の内容が変わりました。送った後なら先にその送信を取り消し、--all で全員分のファイルを作り直してください。
fee-state-ready = 書出し可
    .help = 書き出せます。
fee-state-written = 書出し済
    .help = この処理対象年月のファイルに書き出してあり、その後変わっていません。
fee-state-claimed = 請求済
    .help = ほかの処理対象年月に請求してあります。請求だけが返戻になったときは、--again でその利用者をもう一度書き出せます。
    .differs = ほかの処理対象年月に請求してありますが、そのときと今とで請求の内容が違います。過誤の申立てが要るかを確かめてください。
fee-state-nothing = 請求なし
    .help = 減算で0単位になるなど、請求するものがありません。

# What a claim is for
fee-base-care = 居宅介護支援{ $type }
fee-base-prevention = 介護予防支援{ $type }
fee-base-additions = 加算のみ{ $type }
fee-line-base = 基本の居宅介護支援費・介護予防支援費
fee-line-treatment = 介護職員等処遇改善加算
fee-invoiced-insurance = 保険請求
fee-invoiced-public = 公費請求 法別{ $law }

# Why a client is not claimed; .help is a sentence
fee-not-due-entrusted = 委託
    .help = 委託を受けて作る計画です。委託元の { $centre } が請求します。
fee-not-due-management = 介護予防ケアマネジメント
    .help = 総合事業のサービスだけなので、介護予防ケアマネジメントです。地域包括支援センターが、市町村の決めた方法で請求します。予防給付のサービスも使ったなら、予定を確かめてください。
fee-not-due-multifunctional = 小規模多機能
    .help = 小規模多機能型居宅介護などの事業所が計画を作るため、居宅介護支援費はありません。
fee-not-due-no-slip = 給付管理票なし
    .help = 給付管理票を出さない月なので、居宅介護支援費はありません。
fee-not-due-other-insurer = 他保険者
    .help = 月末にはほかの保険者の被保険者でした。この事業所の設定（kyukan.toml の fee_insurer）では、月末の保険者だけに請求します。
fee-not-due-no-level = 認定なし
    .help = この月の要介護状態区分が分かりません。認定の内容を入れた利用者補足情報（UPHOSOKU）を取り込んでください。

# Why a claim cannot be computed
fee-no-terms = 居宅介護支援費が (I) か (II) かが登録されていないため、計算できません。{ $terms }に、この月から使う体制を入れてください。
fee-no-own-prevention = 介護予防支援の指定を受けた事業所かどうかが分からないため、計算できません。kyukan.toml の number に自事業所の番号を入れてください。
fee-no-level = 月末の要介護状態区分が分からないため、計算できません。認定の内容を入れた利用者補足情報（UPHOSOKU）を取り込んでください。
fee-no-tier = 取扱件数に数えていない利用者なので、逓減制の (i)(ii)(iii) が分からず、計算できません。利用者補足情報（UPHOSOKU）の認定の内容を確かめてください。
fee-no-price = 自事業所の地域区分が分からないため、1単位の単価が決まらず、計算できません。{ $terms }か、kyukan.toml の area_grade に地域区分を入れてください。
fee-unknown-terms = 事業所の体制の「{ $names }」は、この月の加算・減算の名前にないため、計算できません。{ $terms }を直してください。
fee-unknown-names = 「{ $names }」は、この月の加算・減算の名前にないため、計算できません。{ $additions }を直してください。
fee-other-kind = 「{ $names }」は、この利用者の種類（居宅介護支援か介護予防支援か）の加算・減算ではないため、計算できません。{ $additions }を直してください。
fee-factors-exclude = 「{ $first }」と「{ $second }」は、同時に算定できないため、計算できません。どちらかを外してください。
fee-no-kind = サービス種類{ $kind }を書けないため、計算できません。新しい版の給管で開き直してください。

# What is missing for the record of a claim
fee-no-filed-on = 居宅サービス計画作成依頼の届出年月日がないため、請求できません。{ $clients }の届出年月日に入れてください。
fee-no-certification = 認定有効期間がない（または片方しかない）ため、請求できません。{ $clients }の認定開始日と認定終了日に入れてください。
fee-certification-outside = 登録の認定有効期間（{ $from }から{ $to }まで）が、この月の請求に合いません。被保険者証で確かめて、{ $clients }を直してください。
fee-no-birth-date = 生年月日がないか、日付として読めないため、請求できません。{ $clients }に入れるか、利用者補足情報（UPHOSOKU）を取り込み直してください。
fee-no-sex = 性別がないため、請求できません。{ $clients }に入れるか、利用者補足情報（UPHOSOKU）を取り込み直してください。
fee-no-manager = 担当が分からないため、請求できません。{ $clients }に担当を入れてください。
fee-no-manager-number = 担当の「{ $name }」の介護支援専門員番号（8桁）がないため、請求できません。{ $managers }に番号を入れてください。
fee-no-payer = 生活保護単独（H番号）の方ですが、公費負担者番号（8桁）がないため、請求できません。{ $clients }に入れてください。
fee-no-recipient = 生活保護単独（H番号）の方ですが、公費受給者番号（7桁）がないため、請求できません。{ $clients }に入れてください。
fee-no-code = 「{ $line }」（{ $units }単位）のサービスコードが分からないため、請求できません。--codes でサービスコード表を指定して開くか、{ $additions }の加算・減算名に、サービスコード6桁を入れてください。
fee-which-code = 「{ $line }」（{ $units }単位）に合うサービスコードが、いくつもあります（{ $codes }）。使うコードを、{ $additions }の加算・減算名に入れてください。
fee-too-large = 「{ $line }」の単位数か単価が大きすぎて、請求の様式に書けません。回数と単価を確かめてください。
fee-record-no-lines = 請求する明細が1行もありません。加算・減算の登録を確かめてください。
fee-record-too-many-lines = 明細が{ $count }行あり、1件に書ける{ $most }行を超えるため、請求できません。加算の登録を確かめてください。
fee-record-repeated = サービスコード{ $code }が2行あります。送ると返戻（ANNL）になるため、止めています。{ $additions }の回数で、1つにまとめてください。
fee-record-other-form = サービスコード{ $code }は、この様式の種類ではありません。送ると返戻（ABBF）になるため、止めています。{ $additions }を直してください。
fee-record-negative = 減算が基本の単位数を超え、0を下回るため、請求できません。減算の登録を確かめてください。
fee-record-public-payer = 公費の番号は、生活保護単独（H番号）の方だけに要ります。{ $clients }を確かめてください。
fee-record-same-key = 同じ利用者の請求が2件あります。予定のファイルの被保険者番号を確かめてください。

# What a person should look at before a claim is sent
fee-note-additions-only = 給付管理票がない月なので、基本の居宅介護支援費を除き、登録した加算だけを請求します。
fee-note-nothing = 減算で0単位になるため、請求の明細は作りません。
fee-note-gone-at-end = 月末にはこの保険者の被保険者ではありません。この保険者での最後の要介護度で計算しました。扱いは地域で違うので、国保連に確かめてください。
fee-note-certification-of-limit = 認定有効期間が登録されていないので、限度額適用期間を使いました。被保険者証で確かめて、{ $clients }に入れてください。
fee-note-filed-after-month = 届出年月日（{ $day }）が、この月より後です。届け出る前の月は請求できないことがあります。{ $clients }を確かめてください。
fee-note-contract-ended = 契約は{ $day }に終わっています。請求してよいか、{ $clients }を確かめてください。
fee-note-entered-twice = 「{ $name }」は、事業所の体制とこの利用者の両方に登録してあります。利用者の登録で請求します。{ $terms }か{ $additions }の、要らない方を外してください。
fee-note-no-manager-number = 担当の「{ $name }」の介護支援専門員番号がありません。この様式では空けられますが、{ $managers }に入れておくと安全です。
fee-note-code-of-master = 「{ $line }」のサービスコードは、サービスコード表から{ $code }としました。
fee-note-code-entered = 「{ $line }」のサービスコードは、登録に従って{ $code }としました。
fee-note-code-unsure = 「{ $line }」のサービスコード{ $code }は、確かめていない資料によります。国の一覧で確かめてから送ってください。
fee-note-code-likely = 「{ $line }」のサービスコード{ $code }は、国の一覧ではない資料によります。送る前に確かめると安全です。
fee-note-master-differs = サービスコード{ $code }の単位数が、給管の表（{ $units }単位）とサービスコード表（{ $master }単位）で違います。給管の表で計算しました。どちらが正しいかを確かめてください。
fee-note-negative-line = サービスコード{ $code }（減算）を、マイナスの単位数の行として書きます。国保連の手引きで確かめると安全です。
fee-rule-not-together = 「{ $name }」は「{ $other }」と同時に算定できません。登録のとおりに計算したので、どちらかを外してください。
fee-rule-needs = 「{ $name }」の算定には、{ $needed }のどれかが要ります。登録を確かめてください。
fee-rule-too-often = 「{ $name }」を算定できるのは、月に{ $most }回までです。登録のとおりに計算したので、回数を直してください。
fee-rule-not-for-type = 「{ $name }」は、{ $type }の事業所では算定できません。登録のとおりに計算したので、外してください。
fee-rule-not-for-tier = 「{ $name }」は、逓減制の{ $tier }では算定できないため、計算から除きました。
fee-rule-code-needs-master = 率の加算・減算があるため、基本の費用は合成のサービスコードになります。サービスコード表で確かめてください。

## 取扱件数と特定事業所集中減算 in words

# As what a client counts; .help is a sentence
workload-sort-care = 要介護
    .help = 居宅介護支援の利用者です。1件と数えます。
workload-sort-prevention = 要支援
    .help = 自事業所の介護予防支援の利用者です。3分の1件と数えます。
workload-sort-entrusted = 委託
    .help = 地域包括支援センターから委託を受けた介護予防支援の利用者です。3分の1件と数えます。
workload-sort-named-area = 要支援（大臣が定める地域）
    .help = 厚生労働大臣が定める地域の介護予防支援の利用者です。数えません。
workload-sort-management = 介護予防ケアマネジメント
    .help = 総合事業のサービスだけの利用者です。数えません。
workload-sort-no-slip = 給付管理票なし
    .help = 給付管理票を出さない月です。数えません。
workload-sort-gone = 月末は他保険者など
    .help = 月末にはこの保険者の認定がありません。数えません。
workload-sort-multifunctional = 小規模多機能
    .help = 小規模多機能型居宅介護などの事業所が計画を作ります。数えません。
workload-sort-no-level = 認定なし
    .help = この月の要介護状態区分が分かりません。数えません。

# The three readings of 取扱件数
workload-reading-own-and-entrusted = 要介護+要支援+委託（今の決まり）
workload-reading-own-only = 要介護+要支援
workload-reading-care-only = 要介護だけ
workload-staff-terms = 常勤換算 { $staff }（体制の登録。担当の合計は { $managers }）
workload-staff-managers = 常勤換算 { $managers }（担当の合計）
workload-type = 居宅介護支援費{ $type }（{ $border }件から逓減）

# What a person should know of a workload; { $register } is where to enter it
workload-no-terms = 事業所の体制が登録されていないので、居宅介護支援費 (I) とし、体制の加算はないものとして数えました。{ $register }に入れてください。
workload-unknown-manager = 担当の「{ $name }」は登録にありません。常勤換算1.0として数えました。{ $register }に入れてください。
workload-no-full-time = 担当の「{ $name }」の常勤換算が登録されていません。1.0として数えました。{ $register }に入れてください。
workload-no-manager = 担当の分からない利用者が{ $count }名います。{ $register }に担当を入れてください。
workload-no-contract-date = 契約日のない利用者が{ $count }名います。逓減制では契約日の順に並べるため、この方々を最後に置きました。{ $register }に契約日を入れてください。
workload-gone-at-end = 月末にこの保険者の認定がない利用者が{ $count }名います。取扱件数には数えていません。
workload-unknown-term = 事業所の体制の「{ $name }」は、この月の加算・減算の名前にありません。{ $register }を直してください。
workload-no-price = 自事業所の地域区分が分からないため、金額は空けてあります。{ $register }か、kyukan.toml の area_grade に地域区分を入れてください。
workload-terms-fault = 事業所の体制の加算・減算を計算できないため、1名の増減の金額は空けてあります。{ $why }

# 特定事業所集中減算
concentration-no-corporation = { $office }（法人の登録なし）
concentration-few-offices = 地域の事業所が5か所未満
concentration-small-office = 計画が月平均20件以下
concentration-small-kind = このサービスの計画が月平均10件以下
concentration-not-over = どのサービスも80%を超えていません。減算はありません。計算の記録は保存してください。
concentration-reasoned = 80%を超えるサービスがありますが、件数から分かる正当な理由があります。届出で理由を示してください。
concentration-over = 80%を超えるサービスがあり、件数から分かる正当な理由がありません。ほかに正当な理由がなければ、減算期間のすべての利用者が200単位の減算になります。

## 居宅介護支援費 on the command line

help-command-fee = 居宅介護支援費・介護予防支援費の請求の一覧（請求額、足りない登録、請求しない理由）を表示します
help-option-fee = 国保連へ送る居宅介護支援費・介護予防支援費の請求のファイルを書き出します
help-option-again = 請求だけが返戻になったなどで、もう一度請求を書き出す利用者（--fee と使います）。何度でも指定できます
fee-title = 居宅介護支援費・介護予防支援費 { $month }分（処理対象 { $window }）
fee-workload = 取扱件数 { $cases }件、常勤換算 { $staff }（くわしくは kyukan workload）
fee-state = { $state } { $count }件 { $units }単位 { $yen }円
fee-waits-for = { $state }（{ $slip }）
fee-times = { $name } { $count }回
fee-and-more = { $names } ほか{ $count }名
fee-left-out = 請求しない利用者: { $why } { $count }名
fee-form = 様式
fee-tier = 逓減
fee-codes = サービスコード
fee-units = 単位数
fee-yen = 請求額
fee-additions = 加算・減算
fee-price = 単価
fee-count = 件数
fee-invoiced = 請求先
fee-invoice = 請求書（7111）の合計（給付管理票待ち・請求済の分を含む）
fee-open = ほかに、要入力が{ $count }件あります。合計には入っていません。
fee-total-title = 居宅介護支援費請求 総括
fee-total-invoice = 請求書（7111）
fees-not-in-file = { $month }: 要入力 { $open }件、給付管理票待ち { $waits }件、書出し後に変更 { $changed }件の請求は、ファイルに入りません。理由は請求の一覧（kyukan fee）にあります。
fees-changed = { $month }: 書き出した後に内容の変わった請求があります。送った後なら先にその送信を取り消し、--all で全員分のファイルを作り直してください。
left-out-fee = { $name } さんの{ $month }の請求は、ファイルに入れませんでした。書けない値があります（{ $reason }）。ほかの方の分は入ります。
out-fees-failed = 居宅介護支援費の請求のファイルを作れませんでした（{ $reason }）。何も書き出していません。
write-why-fees = 国保連へ送る居宅介護支援費の請求
write-why-fee-total = 居宅介護支援費請求 総括（確認用）

## 取扱件数 on the command line

help-command-workload = 取扱件数、常勤換算、逓減制の (i)(ii)(iii)、1名増えたときの金額を、事業所と担当ごとに表示します
help-option-months = さかのぼって並べる月の数（通常は1）
help-option-concentration = 特定事業所集中減算の判定期間の割合も計算します
help-option-offices-in-area = 地域にある、そのサービス種類の事業所の数（例: 11=4、15+78=12）。何度でも指定できます
help-value-kind-count = 種類=数
workload-title = 取扱件数 { $month }  { $office }
workload-office = { $type }  { $staff }
workload-reading = 数え方
workload-cases = 取扱件数
workload-per-head = 1人あたり
workload-room-45 = 45件まで
workload-room-50 = 50件まで
workload-room-60 = 60件まで
workload-room-left = あと{ $count }名
workload-room-over = { $count }名超過
workload-room = { $border }件まで
workload-tiers = 逓減制の利用者数（事業所全体で、契約日の順）
workload-tiers-short = (i)/(ii)/(iii)
workload-counts = 利用者の内訳
workload-margins = 利用者1名の増減による、事業所全体の居宅介護支援費の増減（月額）
workload-one = 増減
workload-moved = 区分の変わる人
workload-yen = 金額(円)
workload-more-light = 要介護1・2が1名増える
workload-more-heavy = 要介護3から5が1名増える
workload-more-prevention = 要支援が1名増える（本人の介護予防支援費を除く）
workload-less-light = 契約の新しい要介護1・2が1名減る
workload-less-heavy = 契約の新しい要介護3から5が1名減る
workload-managers = 担当ごと（1人の事業所とみた取扱件数。(i)(ii)(iii)は事業所全体での人数）
workload-full-time = 常勤換算
workload-nobody = （担当なし）
workload-months = 月ごと
workload-month = 年月
workload-month-skipped = { $month }は開けなかったため、除きました。{ $why }
concentration-title = 特定事業所集中減算
concentration-period = 判定期間 { $from }から{ $to }まで。届出は{ $file_by }まで。減算になるのは{ $reduced_from }から{ $reduced_to }まで
concentration-none = 判定の対象になるサービスを載せた計画はありません。
concentration-kinds = サービス種類
concentration-top = 最も多い法人
concentration-of-top = その法人の計画
concentration-all = 全計画
concentration-share = 割合
concentration-reasons = 正当な理由（件数から）
concentration-near = { $kinds }は、{ $corporation }が{ $percent }%です。80%を超えると減算のおそれがあります。
concentration-is-over = { $kinds }は、{ $corporation }が{ $percent }%で、80%を超えています。
concentration-is-over-area = { $kinds }は、{ $corporation }が{ $percent }%で、80%を超えています。地域の事業所が5か所未満なら正当な理由になります。kyukan workload の --offices-in-area で数を指定してください。
concentration-missing = 判定期間のうち { $months } のデータがありません。その月を取り込むと、割合が変わります。
concentration-unknown = 法人の登録がない事業所を、それぞれ別の法人として数えました: { $offices }。{ $register }に法人名を入れてください。
# Why a slip cannot be made, in a word
slip-fault-no-profile = 補足情報なし
slip-fault-no-level = 要介護度なし
slip-fault-no-level-in-month = 認定なし
slip-fault-not-known = 料金表なし
slip-fault-unknown-service = 不明なコード
slip-fault-sheet = 別表の不備
slip-fault-no-manager-number = 担当者番号なし
slip-fault-no-office = 事業所不明
slip-fault-no-limit-from = 適用開始なし
slip-fault-no-limit-to = 適用終了なし
slip-fault-negative = 単位数が負
slip-fault-too-many-lines = 明細超過
slip-fault-no-lines = 明細なし

## 給付管理票 on the screen

screen-slips = 給付管理票
slips-counting = 給付管理票を作っています
slips-nothing = 絞込に当てはまる給付管理票はありません。
slips-window = 処理対象年月 { $month }
slips-total = 計 { $units }単位
slips-marked = 印 { $count }件
slips-open = 未判断{ $count }
slips-no-more = これより先に、対応の要る給付管理票はありません。
slips-summary = 作成区分 { $action }  計画 { $total } / 限度額 { $limit } ({ $percent }%)  明細 { $lines }
slips-chosen = 作成区分を選んだ理由: { $why }
slips-class = 指定区分
slips-planned = 当初計画
slips-actual = 実績
slips-units = 給付計画
slips-more = ほか { $count }行（{ $key } で続き）
slips-no-slip = 給付管理票の上にカーソルを置いてください。
slips-automatic = 自動
slips-no-block = この給付管理票を止めているものはありません。
slips-block-again = 止める: { $block }
slips-let-through = 通す: { $block }
slips-result-of = { $count }件の結果
slip-preview = 給付管理票の下見（{ $state }）
slip-preview-none = 給付管理票の下見はできません
slip-preview-hint = { $title }  { $first }-{ $last } / { $all }行  Esc 閉じる
sort-slip-need = 要対応順
sort-slip-action = 作成区分
sort-slip-units = 給付計画単位数の多い順
facet-block = 確認事項
column-action = 作成区分
column-slip-units = 計画単位
column-slip-lines = 明細
column-slip-check = 確認事項
form-slip-action = 作成区分を「{ $action }」にする
form-let-through = 「{ $block }」を通す
form-slip-proposed = 過去の送付から決まる作成区分: { $action }
form-new-on-decided = この月の給付管理票は、すでに決定しています。新規で送ると返戻（ANNJ）になります。内容を直すときは修正を選んでください。
form-nothing-decided = この月には、決定した給付管理票がありません。修正や取消を送ると返戻（ANN9）になります。
form-held-back = 送らない間、この利用者のサービス事業所の請求は保留になり、居宅介護支援費も請求できません。
action-slip-action = 作成区分
    .help = 作成区分（新規・修正・取消・送らない）を選びます
action-let-through = 通す
    .help = 止めているものを、理由を付けて通します
action-slip-result = 結果
    .help = 決定・返戻・受付されずを入れます
action-slip-client = 利用者へ
    .help = この利用者の画面へ移ります
action-sort-slips = 並べ替え
    .help = 給付管理票の並び順を選びます
action-filter-slips = 絞込
    .help = 状態・作成区分・確認事項などで絞ります
action-clear-slips-filter = 絞込解除
    .help = すべての給付管理票を表示します
action-mark-slip = 印
    .help = 印を付けます。結果は印のすべてに効きます
action-unmark-slips = 印を消す
    .help = すべての印を消します
action-show-slips = 給付管理票
    .help = 給付管理票の一覧へ移ります

client-annex = サービス利用票別表
client-annex-service = サービス
client-annex-faults = 計算できないこと { $count }件
client-annex-differences = 受信との違い { $count }か所
client-annex-notes = 注意 { $count }件
client-annex-none = 別表を計算できません。下の文に従って直してください。

# 割振
action-annex = 別表
    .help = 別表へ移ります。もう一度押すと月の一覧へ戻ります
action-allot = 割振
    .help = 限度額を超える単位をだれが負担するかを決めます
action-allot-auto = 自動に戻す
    .help = 手で入れた割振をやめて、自動に戻します
action-propose-shares = 案を入れる
    .help = 決まりに従った案を入れます
action-rest-to-row = 残りをここ
    .help = 割振残をすべてこの行に入れます
keys-shares = 割振の画面
shares-limit = { $name } { $limit }  超過 { $over }
shares-category-limit = 区分支給限度
shares-kind-limit = 種類支給限度 { $kind }
shares-left = 割振残 { $left }
shares-hint = Tab 次の欄  p 案  r 残りをこの行に  Enter 保存  Esc やめる
shares-no-number = 単位数を数字で入れてください。
shares-nothing = 限度額を超える単位はありません。割振は要りません。
change-auto = 自動

## Service code masters on the command line

column-masters-hash = ハッシュ
column-masters-name = ファイル名
column-masters-sort = 形式
column-masters-rows = 行数
column-masters-refused = 取り込まない行
column-masters-insurers = 保険者
column-masters-order = 取込順
codes-sort-own = 給管の形式
codes-sort-public = 公表サービスコード表
codes-sort-municipal = 市町村の総合事業マスタ
codes-sort-unknown = 不明
codes-more-insurers = { $insurers } ほか{ $count }
codes-import-counts = { $path }: { $register }（{ $sort }） { $rows }行 = 取り込んだ行 { $taken } + 取り込まない行 { $refused }
codes-import-months = 適用開始 { $from } / 適用終了 { $to }
codes-month-open = 定めのない行あり
codes-import-insurers = 保険者 { $insurers }
codes-import-new = 新しく登録しました。これから開く月に使います。同じコードがほかの表にもあるときは、後から取り込んだ表が先です。
codes-import-renewed = 前にも取り込んだ表です。ほかの表より先に使うように、登録し直しました。
codes-import-known = もう登録してあり、ほかの表より先に使われます。何も変えていません。
codes-more-faults = 取り込まない行の誤りは、ほかに{ $count }か所あります。
codes-not-one-file = ファイルが{ $count }個あります。サービスコード表のファイルを1つだけ指定してください。
codes-no-master = サービスコード表として読めません。読めるのは、給管の形式（見出し code,name,units,in_limit,unit_type）、公表サービスコード表（見出し service_code,service_name,units,unit_type）、市町村の単位数表マスタ（19列以上。見出しはなくても可）です。
codes-missing-column = サービスコード表として読むには、見出しに「{ $column }」の列が足りません。
codes-nothing-taken = { $sort }ですが、取り込める行がありません（{ $rows }行）。
codes-not-recorded = ファイルは残しましたが、登録には入っていません。もう一度取り込むと登録します。
codes-note-without-header = 見出しがないので、{ $count }列を単位数表マスタの順に並んでいるものとして読みました。名称と単位数が合っているか、どれか1つのコードで確かめてください。
codes-note-no-limit-flags = { $count }行のどれにも、限度額の内か外かが書いてありません。受け取った別表、それもなければ給管の一覧で見分けます。
codes-note-limit-unclear = { $count }行は、支給限度額対象区分の値の意味が分かりません。限度額の内か外かは分からないままにし、受け取った別表、それもなければ給管の一覧で見分けます。
codes-note-without-units = { $count }行は、単位数が0です（率の加算・減算など）。単位数も率も分からないままにし、計算には予定・実績・別表の単位数を使います。
codes-note-sign-lost = { $count }行は、減算なのに負の印がありません。印が落ちたのか率なのかが分からないので、単位数は分からないままにし、計算には予定・実績・別表の単位数を使います。
codes-note-managed-units-only = { $count }行（通所介護・通所リハの大規模型）は、書いてある数を、限度額の計算に使う単位数として読みました。請求の単位数は分からないままにし、予定・実績・別表の単位数を使います。
codes-note-permille-in-units = { $count }行（処遇改善加算など）は、単位数の列の数を千分率（245 なら 24.5%）として読みました。率の加算として計算します。
codes-note-percent-unclear = { $count }行（率の加算）は、書いてある数が百分率か千分率か分かりません。率は分からないままにし、受け取った別表か給管の率の一覧から求めます。求められないときは、受け取った別表の単位数を使います。
codes-note-unit-type-unknown = { $count }行は、算定単位（1回・1日・1月など）が分かりません。月1回の算定か率の加算かは、受け取った別表とサービス種類から見分けます。
codes-note-zeros-restored = { $count }行は、保険者番号か項目コードの先頭の 0 が落ちていたので、補って読みました。保険者番号は、検証番号が合うものだけを取り込んでいます。
codes-note-price-unclear = { $count }行は、予備の列の値が単位数単価として読めないので、使いません。単価には、登録「単価」、受け取った別表、地域区分のものを使います。
codes-note-overlapping = { $count }行は、同じコードのほかの行と適用期間が重なっています。重なる月には、ファイルの後の行を使います。
codes-whole-files = サービスコード（masters）は、表のファイルを丸ごと登録します。kyukan master import で取り込み、kyukan master remove masters に続けてハッシュの先頭を書いて除いてください。1件ずつの登録と書出しはできません。
codes-no-such = 「{ $hash }」で始まるハッシュのサービスコード表は、登録にありません。kyukan master list で確かめてください。何も変えていません。
codes-several = 「{ $hash }」で始まるハッシュのサービスコード表が、いくつもあります。もう少し長く書いてください: { $hashes } 何も変えていません。
codes-removed = これから開く月には使いません。取り込んだファイルは残してあり、kyukan undo で元に戻せます。
cell-code = 「{ $column }」の「{ $found }」は使えません。サービスコード6桁（数字と英字）で書いてください。
cell-item = 「{ $column }」の「{ $found }」は使えません。サービス項目コード4桁（数字と英字）で書いてください。
cell-whole = 「{ $column }」の「{ $found }」は使えません。整数で書いてください。
cell-yen = 「{ $column }」の「{ $found }」は使えません。0以上の整数（円）で書くか、空にしてください。
cell-percentage = 「{ $column }」の「{ $found }」は使えません。1から100までの整数（%）で書くか、空にしてください。
cell-counting-unit = 「{ $column }」の「{ $found }」は使えません。算定単位の番号で書いてください（01 1回、02 1日、03 1月など）。
cell-plain-month = 「{ $column }」の「{ $found }」は年月として読めません。2026-10 か 202610 のように西暦で書いてください。
cell-not-before-first = 「{ $column }」の「{ $found }」が、適用開始より前です。
cell-care-insurance = 「{ $column }」が「{ $found }」です。取り込むのは「介護」と「総合事業」の行だけです（ほかの制度のコードは形が同じで、見分けられません）。

## 請求の画面

screen-fees = 請求
fees-counting = 請求を計算しています
fees-nothing = 絞込に当てはまる請求はありません。
fees-window = 処理対象 { $month }
fees-sums = { $units }単位 { $yen }円
fees-count = { $all }人中 { $shown }人
fees-summary = { $kind }  { $units }単位  { $yen }円
fees-summary-priced = { $kind }  単価 { $price }円  { $units }単位  { $yen }円  様式 { $form }
fees-no-more = これより先に、対応の要る請求はありません。
fees-notes = 注意{ $count }
fees-differs = 請求後に変更
fees-waits = 給付管理票が「{ $state }」のため、待っています。理由は、給付管理票の画面（{ $key } キー）で確かめられます。
fees-write = 書出しの画面で、送り先を国保連にして書き出します。
fees-written-by = 請求のファイル（7111、8124、8125）は、書出しの画面で送り先を国保連にして、給付管理票と一緒に書き出します。請求だけのときは、kyukan write --fee です。
fees-line-units = 計
fees-preview = 請求明細書の下見（{ $state }）
fees-preview-none = 請求明細書の下見はできません
fee-state-left-out = 対象外
    .help = 委託や給付管理票なしなどで、この事業所からは請求しない利用者です。理由は一覧に出ます。
fee-short-care = 居宅{ $type }{ $tier }
fee-short-prevention = 予防{ $type }
fee-short-additions = 加算のみ{ $type }
fee-missing-terms = 事業所の体制
fee-missing-prevention = 予防の指定
fee-missing-level = 要介護度
fee-missing-tier = 逓減
fee-missing-grade = 地域区分
fee-missing-term-names = 体制の加算名
fee-missing-names = 加算名
fee-missing-rule = 計算できない
fee-missing-filed-on = 届出年月日
fee-missing-certification = 認定期間
fee-missing-birth-date = 生年月日
fee-missing-sex = 性別
fee-missing-manager = 担当
fee-missing-manager-number = 担当者番号
fee-missing-public = 公費の番号
fee-missing-code = コード
fee-missing-size = 大きすぎ
fee-missing-record = 様式に合わない
fee-form-care-plan = 様式第七 居宅介護支援介護給付費明細書（{ $month }分）
fee-form-support-plan = 様式第七の二 介護予防支援介護給付費明細書（{ $month }分）
fee-form-record = 交換情報識別番号 { $id }
fee-form-payer = 公費負担者番号
fee-form-recipient = 公費受給者番号
fee-form-office-number = 事業所番号
fee-form-level = 要介護状態区分
fee-form-period = 認定有効期間
fee-form-from-to = { $from }から{ $to }まで
fee-form-filed-on = 居宅サービス計画作成依頼届出年月日
fee-form-office = 事業者の名称
fee-form-class = 事業所区分
fee-form-price = 単位数単価
fee-form-yen = { $yen }円
fee-form-row = 項番
fee-form-code = サービス|コード
fee-form-service = サービス内容
fee-form-service-units = サービス|単位数
fee-form-remarks = 摘要
fee-form-total = サービス単位数合計
fee-form-amount = 請求金額
sort-fee-state = 状態順
sort-fee-yen = 請求額の多い順
column-fee-kind = 請求の種類
column-fee-code = コード
column-fee-missing = 足りないもの
action-fee-client = 利用者へ
    .help = この利用者の画面へ移ります
action-sort-fees = 並べ替え
    .help = 請求の並び順を選びます
action-filter-fees = 絞込
    .help = 状態・担当で絞ります
action-clear-fees-filter = 絞込解除
    .help = すべての請求を表示します
action-show-fees = 請求
    .help = 居宅介護支援費などの請求の一覧へ移ります
## 取扱件数 on the screen of care managers

load-counting = 取扱件数を数えています
load-which-office = 自事業所が分からないため、取扱件数を数えられません（この月の居宅介護支援事業所は{ $count }か所）。事業所フォルダーの kyukan.toml の number に、自事業所の番号を入れてください。
load-no-workspace = 事業所フォルダーではないため、ほかの月を開けません。kyukan init で事業所フォルダーを作り、kyukan import で取り込んでください。
load-office = 事業所全体
load-full-time = 常勤
load-per-head = 1人
load-light = 介1-2
load-heavy = 介3-5
load-prevention = 支援
load-entrusted = 委託
load-legend = 棒は常勤1人あたり: -要支援・委託(1/3) =(i) +(ii) #(iii)（区分は事業所全体の順）
load-no-terms = 体制の登録なし。居宅介護支援費{ $type }とみなしています
load-staff = 常勤換算 { $staff }
load-staff-of-managers = 常勤換算 { $staff }（担当の合計）
load-notes = 確認 { $count }件
load-summary = 取扱件数 { $cases }件  1人あたり { $head }件  { $staff }
load-no-staff = 常勤換算が分からないため、1人あたりの件数も逓減制の区分も出せません。登録「担当ケアマネ」（kyukan master set managers）に常勤換算を入れてください。
load-tiers = 逓減制の区分
load-in-tier = { $tier } { $count }名
load-as-one = 1人の事業所とみた件数
load-moved = 変わる人
load-sort-count = { $sort } { $count }名
load-not-counted = 数えない利用者: { $sorts }
load-assumed = 「?」は、登録がないため1.0とみなした常勤換算です。
load-not-in-plans = この担当の名前は、受信した予定にありません。
load-details-of = { $name }
load-months-of = 月の推移  { $name }
load-reading = 読んでいます: { $month }（{ $total }か月のうち{ $done }か月済み）
load-stale = 登録が変わりました。{ $key } で、ほかの月を数え直します。
load-one-month = 並べるほかの月がありません。前の月のファイルを取り込むと、ここに並びます。
action-managers-view = 表示切替
    .help = 進み具合と取扱件数を切り替えます
action-managers-months = 月の推移
    .help = ほかの月も数えて並べます。集中減算も計算します
## 登録 on the screen

screen-registers = 登録
keys-entry = 登録の入力の窓
registers-edit = 修正
registers-new = 新規
registers-key-stays = { $columns }は行を見分ける列なので、変えられません。変えるときは、行を複写して新しい行を作り、元の行を除いてください。
registers-known = 同じ行がもう登録にあります。その行を開いて直してください。
registers-no-choice = この欄には、選べる一覧がありません。そのまま入力してください。
registers-form-keys = Tab 次の欄  Space/F2 一覧から  Enter 登録  Esc やめる
registers-whole-files = サービスコードは表のファイルごと登録します。kyukan master import ファイル で取り込み、kyukan master remove masters で除きます。
registers-no-row = 行の上にカーソルを置いてください（右のキーで表へ移ります）。
registers-empty-row = （空の行から）
registers-offer-clients = まだ登録のない利用者から選ぶ
registers-offer-all-clients = 利用者から選ぶ
registers-offer-managers = まだ登録のない担当者から選ぶ
registers-offer-providers = 今月の事業所から選ぶ
registers-offer-insurers = まだ登録のない保険者から選ぶ
registers-no-workspace = 事業所フォルダーではないので、登録はありません。kyukan init で事業所フォルダーを作ると、ここで登録できます。
registers-no-masters = サービスコード表はまだありません。kyukan master import ファイル で取り込みます。
registers-none = まだ1件もありません。{ $key } で新しい行を登録します。
registers-place = { $register }  { $row } / { $rows }件
registers-columns = 列 { $from }から（全{ $columns }列、左右のキーで移動）
registers-remove-sure = 本当に登録から除きますか（あとで元に戻せます）
registers-remove = { $key } を除く
registers-not-one-file = ファイルが{ $count }個あります。1個のファイルを指定してください。
registers-about-import = 「{ $register }」の行を書いたCSVファイルのパスを入力してください。見出しの行に次の列が要ります: { $columns }。書き出したファイルをそのまま直して取り込めます。
register-use-managers = 給付管理票と請求に、担当ケアマネの番号を書くために使います。常勤換算は、取扱件数と逓減制の計算に使います。
register-use-managers-number = 給付管理票（8222）と請求に書く番号です。
register-use-managers-head = 管理者が利用者を担当しているかの確認に使います。
register-use-managers-chief = 控えです。計算には使いません。
register-use-clients = 契約日は取扱件数と逓減制の順番に、届出・認定・公費は居宅介護支援費の請求に使います。
register-use-clients-contract-on = 契約の古い順に取扱件数を数えるために使います（逓減制）。
register-use-clients-ended-on = 請求に終了日を書くときに使います。
register-use-clients-filed-on = 居宅サービス計画作成依頼の届出日です。請求に書きます。
register-use-clients-manager = 担当ケアマネの名前です。登録「担当ケアマネ」と同じ名前にしてください。
register-use-clients-birth-date = 利用者補足情報にないときだけ使います。
register-use-clients-sex = 利用者補足情報にないときだけ使います。
register-use-clients-entrusted-by = 地域包括支援センターから委託された介護予防支援のときに書きます。
register-use-clients-named-area = 厚生労働大臣が定める地域の利用者です。取扱件数の数え方が変わります。
register-use-rates = 給付率が90%でない利用者の、利用者負担の計算に使います。
register-use-rates-reimbursed = 償還払いの利用者です。
register-use-additions = その月に居宅介護支援費へ加える加算・減算です（初回加算など）。
register-use-terms = 居宅介護支援費の区分と、事業所としての加算・減算を決めます。
register-use-terms-full-time = 空なら、担当ケアマネの常勤換算の合計を使います。
register-use-providers = 事業所の名前と法人名です。法人名は特定事業所集中減算の計算に使います。
register-use-providers-corporation = 特定事業所集中減算で、同じ法人の事業所をまとめるために使います。
register-use-providers-phone = 控えです。計算には使いません。
register-use-providers-fax = 控えです。計算には使いません。
register-use-providers-verified = 検証番号が合わない事業所番号でも、確認済なら給付管理票を止めません。
register-use-prices = 事業所の単位数単価です。総合事業では保険者の単価です。受け取った別表より先に使います。
register-use-classes = 給付管理票（8222）の明細に書く指定区分です。ないときはサービス種類から推定します。
register-use-insurers = 給付管理総括と、この画面に出す保険者の名前です。
register-use-masters = サービスの単位数と限度額の内外を調べる表です。あとから取り込んだ表が先に使われます。
register-in-force = { $month }に使う行です。
register-later = { $month }より後から使う行です。
register-over = { $month }には使いません（期間が過ぎています）。
register-replaced = { $month }には使いません（より新しい行があります）。
register-hint-text = 文字
register-hint-office = 事業所番号 10桁
register-hint-insurer = 保険者番号 6桁
register-hint-insured = 被保険者番号 10桁
register-hint-owner = 事業所番号 10桁か保険者番号 6桁
register-hint-kind = サービス種類 2桁（例: 11）
register-hint-month = 年月（例: 2026-10、R8.10）
register-hint-date = 日付（例: 2026-10-05、R8.10.5）
register-hint-tenths = 0.1から{ $value }まで
register-hint-price = 円、小数2桁まで（例: 10.42）
register-hint-percent = %、整数（例: 90）
register-hint-count = 1から99まで（空は1）
register-hint-digits = 数字 { $value }桁
register-hint-fee = 正式な名前（Space で選ぶ）
register-hint-fees = 正式な名前。; で区切る（Space で選ぶ）
register-flag-1 = はい
register-flag-0 = いいえ
register-choice-sex-1 = 男
register-choice-sex-2 = 女
register-choice-fee-type-1 = 居宅介護支援費(I)
register-choice-fee-type-2 = 居宅介護支援費(II)
register-choice-area-grade-1 = 1級地
register-choice-area-grade-2 = 2級地
register-choice-area-grade-3 = 3級地
register-choice-area-grade-4 = 4級地
register-choice-area-grade-5 = 5級地
register-choice-area-grade-6 = 6級地
register-choice-area-grade-7 = 7級地
register-choice-area-grade-other = その他
action-new-entry = 新規
    .help = 新しい行を登録します
action-copy-entry = 複写
    .help = この行の内容で新しい行を作ります
action-remove-entry = 除く
    .help = この行を、確かめてから除きます
action-import-register = 取込
    .help = この登録のCSVファイルを取り込みます
action-export-register = 書出し
    .help = この登録をCSVファイルに書き出します
action-choose-cell = 一覧から
    .help = この欄に書けるものの一覧から選びます
action-show-registers = 登録
    .help = 登録の一覧へ移ります

## Silenced checks

register-silences = 点検の除外
register-use-silences = ここに書いた利用者・事業所では、その点検の結果を終了年月まで知らせません。除外した件数は点検の画面に残ります。
column-check = 点検
column-whom = 利用者・事業所
column-reason = 理由
cell-check = 「{ $column }」の「{ $found }」という点検はありません。docs/checks.md にある点検の名前で書いてください。
cell-whom = 「{ $column }」の「{ $found }」は使えません。事業所番号10桁か、保険者番号6桁と被保険者番号10桁を続けて16桁で書いてください。
register-hint-check = 点検を選ぶ
register-hint-whom = 事業所番号 10桁か 保険者番号・被保険者番号 16桁
## 点検: severities, needs, remedies, and the sentences of every check
#
# check-ID is a title of at most 14 full-width characters. -why is the rule, -hurt who is hurt, -steps the remedy, and
# -what (with -what-SUFFIX where a check finds more than one thing) says what was found. Variables of -what: $line is the
# office with the kind, or the kind alone where the office stands beside; the others are values as text.

finding-severity-return = 返戻見込
finding-severity-hold = 保留見込
finding-severity-cut = 査定見込
finding-severity-confirm = 要確認
finding-whole-client = 利用者全体
finding-item-office = 居宅介護支援事業所番号
finding-item-level = 要介護状態区分
finding-item-birth-date = 生年月日
finding-item-sex = 性別
finding-item-limit-from = 限度額適用開始年月
finding-item-limit-to = 限度額適用終了年月
finding-item-manager-number = 担当介護支援専門員番号
finding-day = { $day }日

need-level = 要介護度か限度額が分からないため、点検していません（{ $checks }件の点検）。利用者補足情報（UPHOSOKU）を取り込んでください（取込の画面、kyukan import）。
need-slip = 給付管理票を作れないため、点検していません（{ $checks }件の点検）。何が足りないかは、給付管理票の画面か kyukan tally で分かります。
need-sheet = 別表を計算できないため、点検していません（{ $checks }件の点検）。何が足りないかは、給付管理票の画面か kyukan tally で分かります。
need-history = 前回までの送付の記録がないため、点検していません（{ $checks }件の点検）。給付管理票を書き出すと（書出しの画面、kyukan write --slips）、次の月から点検できます。
need-previous-month = 前の月に送った給付管理票の記録がないため、点検していません（{ $checks }件の点検）。前の月の給付管理票を書き出してあれば（書出しの画面、kyukan write --slips）、点検できます。
need-client-register = 利用者の契約が登録されていないため、点検していません（{ $checks }件の点検）。登録の画面か kyukan master set clients で入れてください。
need-manager-register = 担当の介護支援専門員が1人も登録されていないため、点検していません（{ $checks }件の点検）。登録の画面か kyukan master set managers で入れてください。
need-provider-register = サービス事業所が1つも登録されていないため、点検していません（{ $checks }件の点検）。登録の画面か kyukan master set providers で入れてください。
need-master = サービスコードの表がないため、点検していません（{ $checks }件の点検）。kyukan master import で取り込んでください。
need-fee = 居宅介護支援費の請求を作れないため、点検していません（{ $checks }件の点検）。何が足りないかは、請求の画面か kyukan fee で分かります。

remedy-nothing = 画面の上で直せることはありません。手順を見て進めてください。
remedy-adopt = 差異{ $count }件を採用して、計画に載せます。
remedy-raise-plan = 限度額の中で、計画を{ $units }単位増やします。
remedy-set-action = 作成区分を「{ $action }」にして送ります。
remedy-hold-back = 今回は送らず、月遅れにします。
remedy-send-later = 次の処理対象年月に送ります。
remedy-send-now = 見送っている給付管理票を、今回送ります。
remedy-cancel-transmission = 先に送ったものを伝送で取り消してから、送り直します。
remedy-ask-provider = { $office }に確かめます。
remedy-tell-to-wait = { $office }に、請求し直さずに待つよう伝えます。
remedy-decide-arrival = 実績が届いていない分を、予定で作成・月遅れ・FAX実績のどれにするか決めます。
remedy-decide-shares = 限度額を超える分を、どのサービスで負担するか決めます（割振）。
remedy-tell-share = { $office }に、新しい別表で割振を伝えます。
remedy-fix-number = 番号 { $wrong } を、予定・実績・利用者補足情報のすべてで正しい番号に直します。
remedy-fix-number-to = 番号 { $wrong } を { $right } に直します。予定・実績・利用者補足情報のすべてです。
remedy-enter-in = 登録「{ $register }」の「{ $column }」を入れます（kyukan master set { $name }）。
remedy-ask-insurer = 保険者に、登録されている内容を確かめます。
remedy-fix-supplement = 利用者補足情報の要介護度・限度額・期間を、被保険者証のとおりに直します。
remedy-get-again = 送り元に、ファイルを送り直してもらいます。
remedy-enter-result = 前に送った給付管理票の結果（決定か返戻か）を入れます。
remedy-drop-month = 中止を採用して、給付管理票と居宅介護支援費を今月は出さないことにします。

remedy-label-nothing = 手順を見る
remedy-label-adopt = 採用する
remedy-label-raise-plan = 計画を増やす
remedy-label-set-action = { $action }にする
remedy-label-hold-back = 月遅れにする
remedy-label-send-later = 次回に送る
remedy-label-send-now = 今回送る
remedy-label-cancel-transmission = 送信を取り消す
remedy-label-ask-provider = 事業所に確かめる
remedy-label-tell-to-wait = 待つよう伝える
remedy-label-decide-arrival = 未着を決める
remedy-label-decide-shares = 割振を決める
remedy-label-tell-share = 割振を伝える
remedy-label-fix-number = 番号を直す
remedy-label-enter-in = 登録に入れる
remedy-label-ask-insurer = 保険者に確かめる
remedy-label-fix-supplement = 補足情報を直す
remedy-label-get-again = 送り直してもらう
remedy-label-enter-result = 結果を入れる
remedy-label-drop-month = 今月は出さない

check-slip-missing = 給付管理票なし
check-slip-missing-why = 国保連は、サービス事業所の請求を居宅介護支援事業所の給付管理票と突き合わせます。給付管理票が届かない利用者の請求は保留になり、やがて返戻になります。
check-slip-missing-hurt = この利用者のすべてのサービス事業所への支払いが止まり、居宅介護支援費も返戻になります。
check-slip-missing-steps = 1) 利用した実績を採用するか、計画に載せます。2) 給付管理票を今回の締切までに送ります。3) 間に合わないときは、各事業所に保留になることを伝えます。
check-slip-missing-what = 限度額内の実績が{ $units }単位ありますが、給付管理票に載るものがなく、今回は送られません。このまま請求されると、すべての事業所の請求が保留になります。
check-slip-missing-what-held-back = 限度額内の実績が{ $units }単位ありますが、給付管理票を月遅れにしているため、今回は送られません。このまま請求されると、すべての事業所の請求が保留になります。

check-office-not-on-slip = 計画にない事業所
check-office-not-on-slip-why = 給付管理票に載っていない事業所・種類の請求は、国保連の突合で全額が査定されます（増減単位数通知書 事由A）。
check-office-not-on-slip-hurt = その事業所は、修正した給付管理票が届くまで1円も支払われません。
check-office-not-on-slip-steps = 1) 利用者と事業所に、計画の変更として合意があったか確かめます。2) 合意があれば採用し、計画と給付管理票に載せます。3) なければ、事業所に実績の訂正を頼みます。
check-office-not-on-slip-what = { $line }の実績が{ $claimed }単位ありますが、給付管理票に載っていません。このまま請求されると、全額が査定されます。

check-actual-over-slip = 計画を超える実績
check-actual-over-slip-why = 給付管理票の計画単位数を超えて請求された分は、国保連の突合で減らされます（増減単位数通知書 事由B）。
check-actual-over-slip-hurt = その事業所への支払いが、修正した給付管理票が届くまで超えた分だけ少なくなります。
check-actual-over-slip-steps = 1) 増えた日と内容を事業所に確かめます。2) 合意した分を限度額の中で採用します。3) 限度額を超えるときは割振を決めます。4) 送った後なら、全部の事業所を載せて修正で送ります。
check-actual-over-slip-what = { $line }の実績 { $claimed }単位 が、給付管理票の計画単位数 { $slip }単位 を超えています（{ $over }単位）。このまま請求されると、超えた分は査定されます。

check-addition-not-planned = 計画にない加算
check-addition-not-planned-why = 限度額に入る加算は、給付管理票の計画単位数に含めておく必要があります。含めていない分は国保連の突合で減らされます。
check-addition-not-planned-hurt = その事業所への支払いが、加算の分だけ少なくなります。
check-addition-not-planned-steps = 1) 加算の算定要件と根拠を事業所に確かめます。2) 正しければ採用し、計画に載せます。3) 違うときは、事業所に実績の訂正を頼みます。
check-addition-not-planned-what = { $line }の実績 { $claimed }単位 に、計画にない加算（{ $codes }）があり、計画単位数 { $slip }単位 を{ $over }単位 超えています。このまま請求されると、超えた分は査定されます。

check-claim-returned-for-units = 請求ごと返戻
check-claim-returned-for-units-why = 特別地域・中山間地域の加算や、処遇改善とサービス提供体制強化の加算は、限度額内の単位数をもとに計算します。もとの単位数が給付管理票と合わないと、請求は減らされるのではなく、全部が返戻になります。
check-claim-returned-for-units-hurt = その事業所は請求の全額が支払われず、請求し直すことになります。
check-claim-returned-for-units-steps = 1) 送る前に、事業所と単位数を合わせます。2) 合意した分を採用し、給付管理票を直します。3) 送った後なら、修正を送る月に合わせて請求し直してもらいます。
check-claim-returned-for-units-what = { $line }の実績 { $claimed }単位 が計画単位数 { $slip }単位 を{ $over }単位 超え、単位数から計算する加算も付いています。このまま請求されると、請求の全部が返戻になります。

check-rounding-difference = 端数の差
check-rounding-difference-why = 割合で計算する加算や割引は、端数の扱いで1単位から3単位ほど違うことがあります。違った分は国保連の突合で減らされます。
check-rounding-difference-hurt = その事業所への支払いが、数単位分だけ少なくなります。
check-rounding-difference-steps = 1) 端数の扱いを事業所と合わせます。2) 差が小さいときは、修正を出すかどうかを事業所と相談します。
check-rounding-difference-what = { $line }の実績 { $claimed }単位 が、計画単位数 { $slip }単位 より{ $over }単位 多くなっています。端数の扱いの違いと思われます。

check-equipment-difference = 福祉用具の単位差
check-equipment-difference-why = 福祉用具貸与は、品目ごとに月1回の単位数で計算します。日割りや半月の扱い、品目のまとめ方が違うと、超えた分が国保連の突合で減らされます。
check-equipment-difference-hurt = 福祉用具の事業所への支払いが、差の分だけ少なくなります。
check-equipment-difference-steps = 1) 月途中の開始・終了の数え方を、事業所の運営規程で確かめます。2) 品目ごとの単位数を比べます。3) 正しい方に合わせ、採用するか、事業所に訂正を頼みます。
check-equipment-difference-what = { $line }の実績 { $claimed }単位 が、計画単位数 { $slip }単位 を{ $over }単位 超えています。日割りや半月の扱い、品目のまとめ方を確かめてください。

check-over-limit = 限度額超過
check-over-limit-why = 給付管理票の合計は、区分支給限度基準額を超えられません。すでに支払われた償還払いの分も合わせて数えられ、超えると給付管理票が返戻になります。
check-over-limit-hurt = 給付管理票が返戻になり、この利用者のすべての事業所の請求が保留になります。
check-over-limit-steps = 1) 限度額を被保険者証で確かめます。2) 超える分の割振を決めます。3) 負担が変わる事業所と利用者に、新しい別表で伝えます。
check-over-limit-what = 給付管理票の合計 { $sum }単位 が、区分支給限度基準額 { $limit }単位 を{ $over }単位 超えています。このまま送ると返戻になります。

check-kind-over-limit = 種類支給限度額超過
check-kind-over-limit-why = 市町村が種類ごとの限度額（種類支給限度基準額）を決めているときは、その種類の合計も超えられません。
check-kind-over-limit-hurt = 給付管理票が返戻になり、この利用者のすべての事業所の請求が保留になります。
check-kind-over-limit-steps = 1) 市町村の種類支給限度基準額を確かめます。2) その種類の中で、超える分の割振を決めます。3) 事業所と利用者に伝えます。
check-kind-over-limit-what = { $kind }の合計 { $sum }単位 が、種類支給限度基準額 { $limit }単位 を{ $over }単位 超えています。このまま送ると返戻になります。

check-limit-differs = 限度額の相違
check-limit-differs-why = 限度額は、その月のいちばん重い要介護度で決まります。市町村が上乗せすることはありますが、少なくなることはありません。
check-limit-differs-hurt = 要介護度が違えば給付管理票が返戻になり、すべての事業所の請求が保留になります。
check-limit-differs-steps = 1) 被保険者証の要介護度と限度額を確かめます。2) 利用者補足情報を直して取り込み直します。3) 上乗せのある市町村なら、その額を保険者に確かめます。
check-limit-differs-what = 利用者補足情報の限度額 { $sum }単位 が、要介護度の限度額 { $limit }単位 より{ $over }単位 少なくなっています。軽い要介護度の限度額が残っているおそれがあります。
check-limit-differs-what-more = 利用者補足情報の限度額 { $sum }単位 が、要介護度の限度額 { $limit }単位 より{ $over }単位 多くなっています。市町村の上乗せかどうかを確かめてください。

check-shares-undecided = 割振が未決定
check-shares-undecided-why = 限度額を超える分は利用者の自己負担です。どのサービスで負担するかを決めて伝えないと、事業所は全部を保険に請求し、超えた分が査定されます。
check-shares-undecided-hurt = 負担を知らない事業所の支払いが減り、利用者への請求もやり直しになります。
check-shares-undecided-steps = 1) 今の計画で、限度額を超える単位数を確かめます。2) 利用者と相談して割振を決めます。3) 新しい別表を事業所と利用者に渡します。
check-shares-undecided-what = 限度額を超える単位のうち{ $left }単位 を、どのサービスにも割り振れていません（割振残）。割振を決め直してください。
check-shares-undecided-what-stale = 割振を決めた後に計画か限度額が変わり、割振が今の計画に合わなくなっています。決め直してください。
check-shares-undecided-what-proposed = 限度額を超える分の割振は、決まりに従った案のままです。だれも決めていないので、確かめて決めてください。

check-share-to-tell = 割振の変更の連絡
check-share-to-tell-why = サービス事業所は、受け取った別表の割振で請求します。割振が増えたことを知らないと、その分を保険に請求して査定されます。
check-share-to-tell-hurt = その事業所への支払いが減り、利用者への請求額も違ってしまいます。
check-share-to-tell-steps = 1) 新しい別表を事業所に送ります。2) 利用者にも自己負担の変更を伝えます。
check-share-to-tell-what = { $line }が負担する限度額超過分は{ $now }単位 ですが、送ってある別表では{ $before }単位 です。{ $more }単位 増えたことを伝えてください。

check-application-pending = 認定申請中
check-application-pending-why = 要介護認定の結果が出る前は、要介護度も限度額も決まりません。結果が出ていない利用者の給付管理票と請求は、返戻になります。
check-application-pending-hurt = 給付管理票が返戻になり、すべての事業所が、認定が決まって送り直すまで支払われません。
check-application-pending-steps = 1) 認定の結果が出ているか、保険者に確かめます。2) 出ていなければ月遅れにします。3) 各事業所に、請求を待つよう伝えます。4) 結果が出たら利用者補足情報を取り込み、新規で送ります。
check-application-pending-what = 要介護認定の申請中です。結果が出る前に送ると、給付管理票が返戻になります。
check-application-pending-what-earlier = 利用者補足情報が届いた時には、要介護認定の申請中でした。結果が出ていれば利用者補足情報を取り込み直し、出ていなければ月遅れにしてください。

check-level-unexplained = 理由のない要介護度の変更
check-level-unexplained-why = 国保連は、給付管理票の要介護度を市町村の認定と比べます。前の月に決定した要介護度と違うのに、変更の記録がありません。
check-level-unexplained-hurt = 要介護度が誤りなら給付管理票が返戻になり、すべての事業所の請求が保留になります。
check-level-unexplained-steps = 1) 被保険者証で今の要介護度を確かめます。2) 変わっていれば、変更日を入れた利用者補足情報を取り込みます。3) 変わっていなければ、要介護度を直します。
check-level-unexplained-what = 要介護度が{ $now }になっていますが、前の月に決定した給付管理票では{ $before }でした。変更日の記録がありません。

check-level-changed = 月途中の区分変更
check-level-changed-why = 月の途中で要介護度が変わったときは、重い方の限度額を使い、サービスコードは日ごとの要介護度に合わせます。
check-level-changed-hurt = 軽い方で送ると給付管理票が返戻になるか、利用者が払わなくてよい自己負担をすることになります。
check-level-changed-steps = 1) 別表の限度額が重い方になっているか確かめます。2) 変更日の前と後で、サービスコードが合っているか確かめます。
check-level-changed-what = 月の途中で要介護度が変わっています（軽い方 { $before }、重い方 { $now }）。限度額とサービスコードを確かめてください。

check-group-changed = 要介護・要支援の移行
check-group-changed-why = 要介護と要支援（事業対象者を含む）では、市町村への届出が別です。移った先の届出がないと、給付管理票が返戻になります。
check-group-changed-hurt = 給付管理票が返戻になり、すべての事業所の請求が保留になります。
check-group-changed-steps = 1) 届出の登録を保険者に確かめます。2) 月末の担当の事業所が、1か月分を1枚にまとめて出します。3) 前の担当の事業所と、どちらが出すかを合わせます。
check-group-changed-what = 要介護度が{ $before }から{ $now }に変わり、要介護と要支援の間を移っています。新しい届出が登録されているか確かめてください。
check-group-changed-what-within = 月の途中で、要介護と要支援の間を移っています。どの事業所が給付管理票を出すか、届出が登録されているかを確かめてください。

check-request-not-filed = 依頼届出の未届・未登録
check-request-not-filed-why = 居宅サービス計画作成依頼届出書が市町村に出ていないと、担当の居宅介護支援事業所として登録されません。登録と違う事業所の給付管理票は返戻になります。
check-request-not-filed-hurt = 給付管理票と居宅介護支援費が返戻になり、すべての事業所の請求が保留になります。
check-request-not-filed-steps = 1) 届出の控えを見て、届出年月日を確かめます。2) 出していれば、登録に日付を入れます。3) 出していなければ届け出て、月遅れにします。
check-request-not-filed-what = 届出年月日が{ $date }で、対象の月より後になっています。このまま送ると返戻になります。
check-request-not-filed-what-unknown = 居宅サービス計画作成依頼届出書の届出年月日が登録されていません。届け出てあるか確かめてください。

check-contract-ended = 月途中の契約終了
check-contract-ended-why = 月の途中で担当の事業所が替わったときは、月末の担当の事業所が1か月分の給付管理票を出します。
check-contract-ended-hurt = 両方の事業所が出すと片方が返戻になり、サービス事業所の請求が保留になることがあります。
check-contract-ended-steps = 1) 月末に別の居宅介護支援事業所が登録されているか、保険者に確かめます。2) 登録されていれば、どちらが出すかを合わせます。3) 死亡や入院・入所で終わったときは、こちらから出します。
check-contract-ended-what = 契約が{ $date }に終わっています。月末に別の居宅介護支援事業所の担当になっていれば、この給付管理票は返戻になります。

check-contract-begun = 月途中の契約開始
check-contract-begun-why = 月の途中で担当の事業所が替わったときは、月末の担当の事業所が1か月分の給付管理票を出します。前の事業所の登録が残っていると返戻になります。
check-contract-begun-hurt = 給付管理票が返戻になると、すべての事業所の請求が保留になります。
check-contract-begun-steps = 1) 前の居宅介護支援事業所に、給付管理票を出していないか確かめます。2) 前の事業所の時のサービスも載せます。3) 保険者の登録を確かめます。
check-contract-begun-what = 契約が{ $date }に始まっています。前の居宅介護支援事業所が給付管理票を出していないか、月の初めからのサービスが載っているかを確かめてください。

check-multifunctional-at-end = 月末に小規模多機能
check-multifunctional-at-end-why = 小規模多機能型や看護小規模多機能型を月末まで利用しているときは、その事業所の介護支援専門員が給付管理票を出します。
check-multifunctional-at-end-hurt = 登録と違う給付管理票は返戻になり、サービス事業所の請求が保留になります。
check-multifunctional-at-end-steps = 1) 月末にどの事業所が登録されているか、保険者に確かめます。2) 小規模多機能の事業所と、どちらが出すかを合わせます。
check-multifunctional-at-end-what = { $line }を月末まで利用しています。給付管理票をその事業所が出すことになっていないか確かめてください。

check-limit-period-outside = 限度額適用期間外
check-limit-period-outside-why = 限度額の適用期間が対象の月にかからない給付管理票は、認定のない利用者のものとして返戻になります。
check-limit-period-outside-hurt = 給付管理票が返戻になり、すべての事業所が、更新の結果が出て送り直すまで支払われません。
check-limit-period-outside-steps = 1) 被保険者証の期間を確かめます。2) 更新されていれば、新しい利用者補足情報を取り込みます。3) 更新の結果を待っているときは月遅れにし、各事業所に伝えます。
check-limit-period-outside-what = 限度額適用期間が{ $date }で終わっていて、対象の月にかかりません。このまま送ると返戻になります。
check-limit-period-outside-what-later = 限度額適用期間が{ $date }からで、対象の月にかかりません。このまま送ると返戻になります。

check-day-without-level = 認定のない日の利用
check-day-without-level-why = 要介護認定のない日のサービスは、保険から支払われません。その日が入った給付管理票や請求は返戻になります。
check-day-without-level-hurt = 給付管理票と、その日の請求をした事業所の請求が返戻になります。
check-day-without-level-steps = 1) 被保険者証の認定有効期間を確かめます。2) 期間が正しくなければ、利用者補足情報を直します。3) 認定のない日のサービスは、計画と実績から除きます。
check-day-without-level-what = 認定のない日（{ $days }）に、限度額内のサービスがあります。このまま送ると返戻になります。

check-day-outside-certificate = 認定有効期間外の利用
check-day-outside-certificate-why = 認定有効期間を外れた日のサービスは保険から支払われません。登録の期間が古いままか、更新の結果がまだ出ていないかのどちらかです。
check-day-outside-certificate-hurt = 更新の結果が出ていなければ、給付管理票が返戻になり、すべての事業所の請求が保留になります。
check-day-outside-certificate-steps = 1) 新しい被保険者証を確かめます。2) 更新されていれば、登録の認定有効期間を直します。3) まだなら月遅れにします。
check-day-outside-certificate-what = 登録されている認定有効期間を外れた日（{ $days }）に、限度額内のサービスがあります。更新されていれば、登録の期間を直してください。

check-person-differs = 生年月日・性別の相違
check-person-differs-why = 国保連は、生年月日と性別を市町村の台帳と比べます。違うと、本人かどうか分からないため返戻になります。
check-person-differs-hurt = 給付管理票と居宅介護支援費、サービス事業所の請求が返戻になることがあります。
check-person-differs-steps = 1) 被保険者証で確かめます。2) 誤っている方を直します。3) 被保険者証と同じなのに返戻になったときは、保険者に確かめます。
check-person-differs-what = 生年月日が、利用者補足情報では{ $one }、登録では{ $other }になっています。
check-person-differs-what-sex = 性別が、利用者補足情報と登録で違っています。

check-required-missing = 必須項目なし
check-required-missing-why = 給付管理票に必ず書く項目が空だと、国保連は受け付けずに返戻にします。
check-required-missing-hurt = 給付管理票を作れず、すべての事業所の請求が保留になります。
check-required-missing-steps = 1) 被保険者証や登録を見て、足りない項目を入れます。2) 給付管理票を作り直します。
check-required-missing-what = 給付管理票に必ず要る項目「{ $item }」が空です。このままでは送れません。

check-manager-number-missing = 担当の番号なし
check-manager-number-missing-why = 居宅介護支援事業所の給付管理票には、担当介護支援専門員番号（8桁）を必ず書きます。空だと国保連は受け付けずに返戻にします。
check-manager-number-missing-hurt = 給付管理票を作れず、すべての事業所の請求が保留になります。
check-manager-number-missing-steps = 1) 登録の担当ケアマネに、介護支援専門員番号を入れます。2) 担当が空の利用者は、登録の利用者の契約に担当を入れます。3) 給付管理票を作り直します。
check-manager-number-missing-what = 「{ $item }」が分かりません。担当が決まっていないか、担当の番号が登録されていません。このままでは送れません。

check-slip-not-computable = 計算できない給付管理票
check-slip-not-computable-why = 種類の分からないサービスコード、0を下回る単位数、率や単価の分からない月などがあると、給付管理票を計算できません。給付管理票がないと、国保連は請求を保留にします。
check-slip-not-computable-hurt = この利用者のすべてのサービス事業所への支払いが止まります。
check-slip-not-computable-steps = 1) 給付管理票の画面（kyukan tally）で、計算できない理由を見ます。2) 予定か登録を直します。3) 給付管理票を作り直します。
check-slip-not-computable-what = 給付管理票を計算できません。理由は給付管理票の画面（kyukan tally）で分かります。このままでは限度額内の実績{ $units }単位 の請求が保留になります。

check-insurer-check-digit = 保険者番号の誤り
check-insurer-check-digit-why = 保険者番号の最後の桁は検証番号です。合わない番号の保険者はないため、給付管理票が返戻になります。
check-insurer-check-digit-hurt = 給付管理票が返戻になり、すべての事業所の請求が保留になります。
check-insurer-check-digit-steps = 1) 被保険者証の保険者番号を確かめます。2) 予定・実績・利用者補足情報の番号を直します。3) 事業所にも正しい番号を伝えます。
check-insurer-check-digit-what = 保険者番号 { $wrong } の検証番号が合いません（はじめの5桁が正しければ { $right } です）。このまま送ると返戻になります。

check-office-check-digit = 事業所番号の誤り
check-office-check-digit-why = 事業所番号の最後の桁は検証番号です。台帳にない番号が1つでもあると、給付管理票の全部が返戻になります。
check-office-check-digit-hurt = 給付管理票が返戻になり、この利用者のすべての事業所の請求が保留になります。
check-office-check-digit-steps = 1) 事業所番号を、事業所か公表の一覧で確かめます。2) 誤りなら、予定と実績の番号を直します。3) 正しい番号なら、登録のサービス事業所で番号確認済にします。
check-office-check-digit-what = 事業所番号 { $wrong } の検証番号が合いません。番号が違うと、給付管理票の全部が返戻になります。
check-office-check-digit-what-used = 事業所番号 { $wrong } の検証番号が合いませんが、この番号でファイルがやり取りされています。念のため、番号を確かめてください。
check-office-check-digit-what-hint = 事業所番号 { $wrong } の検証番号が合いません。同じ内容の実績が { $right } から届いているので、{ $right } の誤りと思われます。

check-number-mismatch = 番号・種類の食い違い
check-number-mismatch-why = 給付管理票と請求は、事業所番号とサービス種類の組で突き合わせます。番号が無効なら給付管理票が返戻になり、有効でも実績の側の事業所は全額が査定されます。
check-number-mismatch-hurt = サービスを行った事業所に支払われず、番号が無効ならほかの事業所も保留になります。
check-number-mismatch-steps = 1) 同じ事業所かどうかを確かめます。2) 同じなら、計画の番号か種類を実績に合わせます。3) 実績の側の誤りなら、事業所に訂正を頼みます。
check-number-mismatch-what = 計画は{ $planned }ですが、同じ内容の実績が{ $done }で届いています。このままでは突き合わず、{ $units }単位 が支払われません。

check-office-new = 初めての事業所
check-office-new-why = 事業所番号やサービス種類が国保連の台帳にないと、給付管理票の全部が返戻になります。初めて載せる事業所は、番号と指定を確かめておくと安全です。
check-office-new-hurt = 番号が誤っていると給付管理票が返戻になり、すべての事業所の請求が保留になります。
check-office-new-steps = 1) 事業所番号・サービス種類・指定の期間を、事業所か公表の一覧で確かめます。2) 登録のサービス事業所に入れ、番号確認済にします。
check-office-new-what = { $line }は、給付管理票に初めて載る事業所で、登録にもありません。番号と指定を確かめてください。

check-class-differs = 指定区分の相違
check-class-differs-why = 給付管理票の明細には、指定・基準該当・地域密着型・総合事業の区分を書きます。台帳と違うと、給付管理票の全部が返戻になります。
check-class-differs-hurt = 給付管理票が返戻になり、この利用者のすべての事業所の請求が保留になります。
check-class-differs-steps = 1) 前に決定した区分か、国保連の手引きを確かめます。2) 登録の指定区分に正しい区分を入れます。
check-class-differs-what = { $line }の指定区分が「{ $class }」になっていますが、「{ $expected }」のはずです。このまま送ると返戻になります。

check-other-number = 別の番号の同じ人
check-other-number-why = 国保連は、保険者番号と被保険者番号で利用者を見分けます。予定と実績の番号が違うと突き合わず、台帳にない番号は返戻になります。
check-other-number-hurt = 給付管理票か請求が返戻になり、残りの請求も保留になります。
check-other-number-steps = 1) 被保険者証の番号を確かめます。2) 誤りなら、予定・実績・利用者補足情報の番号を直します。3) 引っ越しなら、保険者ごとに1枚ずつ給付管理票を出します。
check-other-number-what = 予定はこの番号ですが、同じ人の実績が別の番号（{ $client }）で届いています。どちらかが誤りです。
check-other-number-what-both = 同じ人の予定が、別の番号（{ $client }）にもあります。月の途中で保険者が替わったのかを確かめてください。
check-other-number-what-some = 予定と一部の事業所の実績はこの番号ですが、ほかの事業所の実績が別の番号（{ $client }）で届いています。別の番号の方が誤りと思われます。

check-new-after-decided = 決定後の新規
check-new-after-decided-why = 同じ月の給付管理票がすでに決定していると、新規で送ったものは返戻になります。直すときは修正で送ります。
check-new-after-decided-hurt = 送った給付管理票が返戻になり、直したかった事業所への支払いが1か月遅れます。
check-new-after-decided-steps = 1) 前の給付管理票の結果を確かめます。2) 決定していれば、全部の事業所を載せて修正で送ります。3) 返戻だったのなら、結果に返戻を入れて新規で送ります。
check-new-after-decided-what = { $window }に送った給付管理票が決定していますが、新規で送ることになっています。このまま送ると返戻になります。
check-new-after-decided-what-assumed = { $window }に送った給付管理票の結果が入っていません。決定していれば、新規で送ると返戻になります。

check-correction-without-decided = 決定前の修正・取消
check-correction-without-decided-why = 修正と取消は、決定した給付管理票にしか出せません。まだ決定していない月は、新規で送ります。
check-correction-without-decided-hurt = 送った給付管理票が返戻になり、すべての事業所の保留がもう1か月続きます。
check-correction-without-decided-steps = 1) 前の給付管理票の結果を確かめます。2) 返戻か、届いていないのなら、作成区分を新規にして送ります。
check-correction-without-decided-what = 作成区分が「{ $action }」ですが、この月に決定した給付管理票の記録がありません。このまま送ると返戻になります。
check-correction-without-decided-what-result = 作成区分が「{ $action }」ですが、前の給付管理票の結果は「{ $last }」でした。このまま送ると返戻になります。
check-correction-without-decided-what-pending = 作成区分が「{ $action }」ですが、{ $window }に書き出した給付管理票はまだ決定していません。このまま送ると返戻になります。

check-sent-twice = 同じ月の二重送信
check-sent-twice-why = 同じ処理対象年月に同じ利用者・同じ月の給付管理票が2つ届くと、後のものは返戻になり、先のものが残ります。
check-sent-twice-hurt = 直したつもりの内容が届かず、事業所が査定されたままになります。
check-sent-twice-steps = 1) 先に送ったものがあるか、伝送の記録を確かめます。2) 締切までなら、その送信を取り消してから送ります。3) 締切を過ぎていれば、決定を待って修正で送ります。
check-sent-twice-what = { $window }の給付管理票は、すでに一度書き出してあります。送ってあるのなら、取り消さずに送ると後のもの（{ $action }）が返戻になります。

check-cancel-takes-all = 取消による取下げ
check-cancel-takes-all-why = 給付管理票を取り消すと、居宅介護支援費と、そこに載ったすべての事業所の請求が取り下げになります。単位数の誤りは、取消ではなく修正で直せます。
check-cancel-takes-all-hurt = 載っているすべての事業所が、支払われた分を返すことになります。
check-cancel-takes-all-steps = 1) 取り消す理由を確かめます（人違い、月の誤り、担当の事業所の誤り）。2) 単位数の誤りなら修正にします。3) 取り消すのなら、各事業所に先に伝えます。
check-cancel-takes-all-what = 取消を送ることになっています。居宅介護支援費と、次の事業所の請求が取り下げになります: { $offices }
check-cancel-takes-all-what-none = 取消を送ることになっています。居宅介護支援費と、この利用者のすべての事業所の請求が取り下げになります。

check-correction-omits-office = 修正から漏れた事業所
check-correction-omits-office-why = 修正は、前の給付管理票を丸ごと置き換えます。書かれなかった事業所は、計画が0単位になったものとして全額が査定されます。
check-correction-omits-office-hurt = 漏れた事業所は、支払われた分まで取り戻されます。
check-correction-omits-office-steps = 1) その事業所の実績があるか確かめます。2) あれば載せます。3) サービスがなかったのなら、予定を取下げにします。
check-correction-omits-office-what = { $line }は、決定した給付管理票に{ $claimed }単位 載っていますが、今回の修正にありません。このまま送ると、全額が査定されます。

check-correction-due = 修正による復元待ち
check-correction-due-why = 査定された分は、修正が届くと国保連が自動で戻します。事業所が請求し直すと、二重の請求として返戻になります。
check-correction-due-hurt = 請求し直した事業所の請求が返戻になり、手間が増えます。
check-correction-due-steps = 1) 修正を送ることを事業所に伝えます。2) 請求し直さずに待つよう頼みます。3) 再審査の決定を待ちます。
check-correction-due-what = { $line }は、修正で{ $slip }単位 から{ $claimed }単位 に増えます（{ $over }単位）。事業所には、請求し直さずに待つよう伝えてください。

check-decided-by-assumption = 結果が未入力
check-decided-by-assumption-why = 修正と取消は、決定した給付管理票にしか出せません。前の結果が入っていないので、決定したものとして扱っています。
check-decided-by-assumption-hurt = 前のものが返戻だったときは、今回も返戻になり、事業所の保留がもう1か月続きます。
check-decided-by-assumption-steps = 1) その処理対象年月の返戻（保留）一覧表を見ます。2) 結果を入れます。3) 返戻だったのなら、新規で送ります。
check-decided-by-assumption-what = 作成区分は「{ $action }」ですが、{ $window }に送った給付管理票の結果が入っていません。返戻だったときは、今回も返戻になります。

check-hold-runs-out = 保留期限切れ
check-hold-runs-out-why = 給付管理票を待つ請求は、多くの都道府県で2か月ほどで保留から返戻に変わります。返戻になった請求は、給付管理票を送っただけでは支払われません。
check-hold-runs-out-hurt = すべての事業所が、請求し直すまで支払われません。
check-hold-runs-out-steps = 1) 給付管理票を今回送ります。2) 各事業所に、同じ月に請求し直すよう頼みます。
check-hold-runs-out-what = 2か月を過ぎても、決定した給付管理票がありません。次の事業所の請求は、保留から返戻になっているおそれがあります: { $offices }

check-time-limit = 請求の時効
check-time-limit-why = 介護給付費の請求は、サービスの月の3か月後の初日から2年で時効になります。時効になったものは受け付けられません。
check-time-limit-hurt = 時効になると、どの事業所にも支払われません。
check-time-limit-steps = 1) 時効になる前に、すぐに送ります。2) 時効になっているときは、保険者に相談します。
check-time-limit-what = { $window }の処理分から時効になっています。このまま送っても受け付けられません。
check-time-limit-what-soon = { $window }の処理分から時効になります。それより前に送ってください。

check-not-arrived = 実績未着
check-not-arrived-why = 給付管理票は、すべての事業所の実績が分かってから送ります。実績がないまま送らずにいると、ほかの事業所も保留になり、載せずに送ると、その事業所が査定されます。
check-not-arrived-hurt = 待てばすべての事業所の支払いが遅れ、載せなければその事業所に支払われません。
check-not-arrived-steps = 1) 事業所に電話かFAXで実績を頼みます。2) 届かなければ、予定で作成・月遅れ・FAX実績のどれかに決めます。
check-not-arrived-what = { $line }の実績が届いていません（予定 { $units }単位）。どう扱うかを決めないと、給付管理票を送れません。

check-left-for-later = 月遅れの事業所
check-left-for-later-why = 月遅れにした事業所は今回の給付管理票に載りません。その事業所が今回請求すると、全額が査定されます。
check-left-for-later-hurt = その事業所は、修正を送るまで支払われません。
check-left-for-later-steps = 1) 事業所に、今回は請求しないよう伝えます。2) 実績が決まったら、次の処理対象年月に修正で送ります。3) その月に請求してもらいます。
check-left-for-later-what = { $line }は月遅れとしたため、今回の給付管理票に載りません（予定 { $units }単位）。今回請求されると、全額が査定されます。

check-unread-rows = 読めない行
check-unread-rows-why = 読めない行は計算に入りません。足りないまま送るとその事業所の請求が査定され、直るのを待つ間は給付管理票を送れません。
check-unread-rows-hurt = 待つ間はすべての事業所の請求が保留になり、そのまま送ると、読めない行のあった事業所への支払いが少なくなります。
check-unread-rows-steps = 1) 取込の画面（kyukan files）で、どの行かを確かめます。2) 送り元に、直したファイルを頼みます。3) 届かなければ、FAX実績として入力します。
check-unread-rows-what = 読めない行があります（予定 { $plan }行、実績 { $actual }行）。計算に入っていないので、単位数が足りないおそれがあります。どう扱うかを決めないと、給付管理票を送れません。

check-kind-against-level = 要介護度と種類の不一致
check-kind-against-level-why = サービス種類には、要介護の人だけのもの、要支援の人だけのもの、総合事業のものがあります。要介護度に合わない種類の請求は返戻になります。
check-kind-against-level-hurt = その事業所の請求が返戻になり、請求し直すことになります。
check-kind-against-level-steps = 1) 被保険者証の要介護度を確かめます。2) 種類が誤りなら、計画を直し、事業所に実績の訂正を頼みます。3) 要介護度が誤りなら、利用者補足情報を直します。
check-kind-against-level-what = { $line }は、{ $level }の人が使えない種類です。このまま請求されると返戻になります。
check-kind-against-level-what-may-go-on = { $line }は総合事業の種類ですが、要介護度は{ $level }です。継続して利用できる人かどうかを確かめてください。

check-nothing-done = 利用のない月
check-nothing-done-why = サービスの利用が1つもなかった月は、給付管理票も居宅介護支援費も原則として出せません（一部の加算や、退院時などの例外があります）。
check-nothing-done-hurt = 当事業所の居宅介護支援費が、後で取り戻されます。
check-nothing-done-steps = 1) 実績がないことを事業所に確かめます。2) 中止を採用し、今月の給付管理票と居宅介護支援費を出さないことにします。3) 決定したものがあるときは、取消を送ります。
check-nothing-done-what = 限度額内のサービスがすべて中止になっていますが、給付管理票が残っています（{ $units }単位）。
check-nothing-done-what-decided = 限度額内のサービスがすべて中止になっていますが、決定した給付管理票があります（{ $units }単位）。取消が必要です。

check-stay-over-30 = 短期入所の30日超
check-stay-over-30-why = 短期入所は続けて30日までが保険の対象です。31日目は利用者の全額自己負担で、30日超の印を付けます。
check-stay-over-30-hurt = 印のないまま請求した短期入所の事業所の請求が返戻になります。
check-stay-over-30-steps = 1) 前の月からの連続日数を事業所と確かめます。2) 31日目に30日超の印を付けます。3) 別表を作り直し、利用者に自己負担を伝えます。
check-stay-over-30-what = { $line }の{ $days }が続けて31日目になりますが、30日超の印がありません。このまま請求されると返戻になります。

check-stay-over-half = 短期入所が半数超
check-stay-over-half-why = 短期入所の日数は、認定有効期間のおおむね半分までが目安です。超えるときは、市町村に理由を求められることがあります。
check-stay-over-half-hurt = 理由がないと、短期入所の事業所の請求が返戻になることがあります。
check-stay-over-half-steps = 1) 累計の日数を確かめます。2) 必要な理由を計画に書きます。3) 市町村の決まりがあれば届け出ます。
check-stay-over-half-what = 短期入所が、認定有効期間{ $of }日のうち{ $used }日になり、半分を超えています。必要な理由を計画に書いてください。

check-sheet-differs = 別表の単位数の相違
check-sheet-differs-why = 受け取った別表の限度額内単位数が、サービスコードの表から計算したものと違います。限度額に入るもの・入らないものが取り違えられているおそれがあります。
check-sheet-differs-hurt = 違ったまま送ると、限度額超過で返戻になるか、その事業所が査定されます。
check-sheet-differs-steps = 1) サービスコードの表が対象の月のものか確かめます。2) 限度額に入らない加算（処遇改善など）の扱いを確かめます。3) 正しい方に合わせます。
check-sheet-differs-what = { $line }の限度額内単位数が、受け取った別表では{ $received }単位、計算では{ $computed }単位 です。

check-managed-units-cut = 大規模型などの超過
check-managed-units-cut-why = 大規模型の通所介護や同一建物の小規模多機能などは、限度額の管理に使う単位数と請求する単位数が違います。限度額を超えたときの書き方は決まっていないところがあります。
check-managed-units-cut-hurt = 事業所の計算と合わないと、わずかな差で査定されることがあります。
check-managed-units-cut-steps = 1) 保険の対象にする回数と単位数を、事業所と合わせます。2) 合わせた内容を別表に残します。
check-managed-units-cut-what = { $line }は、限度額の管理に使う単位数と請求する単位数が違い、そのうち{ $left }単位 が限度額を超えています。保険の対象にする分を事業所と合わせてください。

check-fee-without-slip = 給付管理票のない支援費
check-fee-without-slip-why = 居宅介護支援費は、給付管理票と一緒に送る必要があります。対応する給付管理票がないと返戻になります。
check-fee-without-slip-hurt = 当事業所の居宅介護支援費が返戻になります。
check-fee-without-slip-steps = 1) 給付管理票が送れない理由を確かめます。2) 給付管理票と居宅介護支援費を、同じ処理対象年月に一緒に送ります。3) 今月は出さないのなら、両方を除きます。
check-fee-without-slip-what = 居宅介護支援費（{ $units }単位）を請求することになっていますが、対応する給付管理票が今回送られません。このまま送ると返戻になります。

check-fee-sent-before = 支援費の二重請求
check-fee-sent-before-why = 同じ利用者・同じ月の居宅介護支援費は、一度しか請求できません。2つ目は返戻になります。
check-fee-sent-before-hurt = 当事業所の居宅介護支援費が返戻になります。
check-fee-sent-before-steps = 1) 前の請求の結果を確かめます。2) 同じ処理対象年月なら、先の送信を取り消してから送ります。3) 支払われていて直したいときは、保険者に過誤を頼んでから請求し直します。
check-fee-sent-before-what = 居宅介護支援費は、{ $window }にすでに請求しています。返戻になっていなければ、今回の請求が返戻になります。
check-fee-sent-before-what-same-window = 居宅介護支援費は、同じ{ $window }にすでに一度書き出してあります。送ってあるのなら、取り消さずに送ると返戻になります。

check-fee-certificate = 支援費の認定期間
check-fee-certificate-why = 居宅介護支援費の明細書には、認定有効期間と届出年月日を書きます。サービスの月に合わないと返戻になります。
check-fee-certificate-hurt = 当事業所の居宅介護支援費が返戻になります。
check-fee-certificate-steps = 1) 被保険者証と届出の控えを確かめます。2) 登録の利用者の契約を直します。
check-fee-certificate-what = 居宅介護支援費の認定有効期間が{ $date }で終わっていて、サービスの月にかかりません。このまま送ると返戻になります。
check-fee-certificate-what-begins = 居宅介護支援費の認定有効期間が{ $date }からで、サービスの月にかかりません。このまま送ると返戻になります。
check-fee-certificate-what-filed = 居宅介護支援費の届出年月日が{ $date }で、サービスの月より後になっています。このまま送ると返戻になります。

check-public-payer = 公費負担者番号
check-public-payer-why = 生活保護の公費負担者番号は、法別番号の12で始まり、最後の桁が検証番号です。合わないと台帳になく、返戻になります。
check-public-payer-hurt = 当事業所の居宅介護支援費が返戻になります。
check-public-payer-steps = 1) 介護券の公費負担者番号を確かめます。2) 登録の利用者の契約を直します。
check-public-payer-what = 公費負担者番号 { $wrong } は、生活保護の番号（12で始まる8桁）ではありません。このまま送ると返戻になります。
check-public-payer-what-digit = 公費負担者番号 { $wrong } の検証番号が合いません。介護券で確かめてください。

check-fee-record = 支援費の記載誤り
check-fee-record-why = 居宅介護支援費の明細書に、同じコードの重なりや様式に合わないコード、公費や届出年月日の不足があると、国保連は受け付けずに返戻にします。
check-fee-record-hurt = 当事業所の居宅介護支援費が返戻になるか、書き出せません。
check-fee-record-steps = 1) 登録の加算と利用者の契約を確かめます。2) 誤りを直して、請求を作り直します。
check-fee-record-what = 居宅介護支援費の明細書に、同じコード（{ $codes }）が2回あります。このまま送ると返戻になります。
check-fee-record-what-form = 居宅介護支援費の明細書に、様式に合わないコード（{ $codes }）があります。このまま送ると返戻になります。
check-fee-record-what-payer = 居宅介護支援費の公費の記載が、利用者の資格と合いません。生活保護だけの人（Hで始まる番号）かどうかと、公費負担者番号を確かめてください。
check-fee-record-what-filed = 居宅介護支援費の明細書に、届出年月日がありません。このまま送ると返戻になります。

need-name-level = 要介護度と限度額
need-name-slip = 給付管理票
need-name-sheet = 計算した別表
need-name-history = 前回までの送付の記録
need-name-previous-month = 前の月の給付管理票
need-name-client-register = 登録「利用者の契約」
need-name-manager-register = 登録「担当ケアマネ」
need-name-provider-register = 登録「サービス事業所」
need-name-master = サービスコードの表
need-name-fee = 居宅介護支援費の請求

findings-title = 点検の結果 { $month }
findings-severity = { $severity } { $count }件: 利用者{ $clients }人、サービス事業所{ $offices }か所、{ $worth }
findings-confirm = { $severity } { $count }件: 利用者{ $clients }人、サービス事業所{ $offices }か所
findings-total = 合計（重なりを除く）: { $worth }
findings-worth = { $units }単位 { $yen }円
findings-worth-unpriced = { $units }単位 { $yen }円（ほかに金額の分からないもの{ $count }件）
findings-worth-unknown = { $units }単位、金額不明
findings-worth-nothing-known = 単位数・金額不明
findings-none = 返戻・保留・査定の見込みは見つかりませんでした。
findings-client = { $name } { $insurer } { $insured }  担当 { $manager }  { $worth }
findings-remedy = 対応: { $remedy }
findings-silenced = 点検の除外にしているもの: { $count }件
findings-not-checked = 点検していないこと
findings-not-checked-line = 利用者{ $count }人（{ $names }）: { $sentence }
findings-not-checked-all = すべての利用者（{ $count }人）: { $sentence }
findings-units = { $units }単位
findings-yen = { $yen }円
findings-yen-unknown = 金額不明

findings-call-title = 査定・保留の見込みの連絡票
findings-call-office = { $office }  電話 { $phone }  FAX { $fax }  { $count }件 { $worth }
findings-call-no-number = 未登録
findings-call-agree = 相談すること: { $what }
findings-call-held = 給付管理票が今回は決定しない見込みのため（{ $why }）、この事業所の請求は保留になります。
findings-call-plan = 計画の変更として扱ってよいか、増えた日と内容を確かめてください。
findings-call-correct = 実績と請求を訂正してもらえるか、確かめてください。
findings-call-wait = 請求し直さずに、修正の結果を待ってもらってください。
findings-call-later = 今回は請求せず、給付管理票を送る月に合わせて請求してもらってください。
findings-call-again = 給付管理票を送る月に合わせて、請求し直してもらってください。
findings-call-cancelled = 取消を送ると請求が取り下げになることを伝え、請求し直す月を合わせてください。
findings-call-share = 新しい別表の割振で請求してもらってください。
findings-call-shares = 限度額を超える分を、どのサービスで負担するかを合わせてください。
findings-call-arrival = 実績をいつ送ってもらえるか、確かめてください。
findings-call-number = 正しい事業所番号とサービス種類を確かめてください。
findings-call-units = 給付管理票に載せる単位数と、請求する月を合わせてください。
findings-column-severity = 見込み
findings-column-kind = サービス種類
findings-column-units = 単位数
findings-column-yen = 金額
findings-column-phone = 電話番号
findings-column-fax = FAX番号
findings-column-what = 内容
findings-column-agree = 相談すること

unchecked-no-repeats = 給付管理票の明細は事業所とサービス種類ごとに合計して作るので、重なることがありません。
unchecked-no-withdrawals = 過誤の申立ては記録していないので、分かりません。
unchecked-sums = 請求の単位数と金額は計算で作るので、合計と違うことがありません。
unchecked-remarks = どのコードに摘要が要るか、確かな一覧がありません。
unchecked-file = ファイル全体の決まりで、書き出すときに守っています。
unchecked-days = 日数で数える行か回数で数える行かが、サービスコードの表だけでは分かりません。
unchecked-title = 題名と意味が、公表されたものでは確かめられていません。

## What is at risk, in the head of every screen

head-checking = 点検中 { $value }%
head-risk = 返戻・保留・査定の見込 { $amount }
head-risk-short = 返戻等見込 { $amount }
head-risk-yen = { $value }円
head-risk-units = { $value }単位
head-risk-count = { $value }件
head-risk-none = なし

## kyukan check --findings, --calls

findings-how = 1件ずつの内容は kyukan check --findings、事業所への電話用の一覧は kyukan check --calls で出ます
help-option-findings = 返戻・保留・査定の見込だけを1件ずつ示します
help-option-calls = 査定・保留の見込を事業所ごとにまとめた電話用の一覧を出します（text と csv）

## 提出前点検

screen-checks = 点検
checks-counting = 点検しています。終わるまで、ほかの画面も使えます。
checks-sum = { $clients }人 { $yen }円
checks-sum-confirm = { $count }件
checks-count = { $all }件中 { $shown }件
checks-silenced = 除外 { $count }件
checks-silenced-why = 除外（{ $until }まで）: { $reason }
client-claims = 請求への影響: { $effect }。
checks-none-fit = 絞込に当てはまる点検の結果はありません。
checks-nothing = 返戻・保留・査定の見込みも、確かめることもありません。すべての点検をしました。
checks-nothing-of-checked = 返戻・保留・査定の見込みも、確かめることもありません。ただし、情報が足りずに点検していないことが{ $count }つあります（v で示します）。
checks-all-checked = すべての点検をしました。
checks-no-more = これより先に、返戻・保留・査定の見込みはありません。
checks-no-finding = 点検の結果の上にカーソルを置いてください。
checks-remedy = 直し方（{ $key }）
checks-hurt = 影響
checks-steps = 手順
checks-why = 理由
facet-silenced = 除外も示す
sort-check-risk = 金額の大きい利用者から
sort-check-office = 事業所
sort-check-check = 点検の順
column-return-code = コード
column-effect = 影響
group-effect = 影響（返戻・保留・査定）
severity-none = 影響なし
form-until = 最後の月
form-about-silence = 最後の月の分まで、この点検の結果を数えません。除外した件数は残ります。
silence-client = この利用者について除外する: { $whose }
silence-office = この事業所について除外する: { $whose }
silence-again = 除外をやめる: { $whom }
keys-remedy = 直し方の確認
help-severity-return = 給付管理票か請求が返戻され、事業所への支払いが止まる見込み
help-severity-hold = 給付管理票が届くまで、事業所への支払いが保留になる見込み
help-severity-cut = 超えた分だけ、事業所への支払いが減る見込み
help-severity-confirm = 返戻などにはならない見込みでも、確かめること
remedy-preview-before = 今
remedy-preview-after = 直した後
remedy-preview-yen = 見込みの金額
remedy-preview-units = 見込みの単位数
remedy-preview-findings = 点検の結果の件数
remedy-preview-slip = 給付管理票
remedy-preview-gone = なくなる
remedy-preview-new = 増える　
remedy-preview-stays = 残る　　
remedy-preview-unknown = 行が変わるので、直した後のことは実行すると分かります。u で元に戻せます。
remedy-preview-hint = Enter / y 実行  Esc やめる（実行した後も u で元に戻せます）
remedy-preview-hint-form = Enter / y 理由を入れる  Esc やめる
action-remedy = 直す
    .help = 直し方と直した後を示してから、直します
action-silence = 除外
    .help = 理由と期限を付けて点検から除外し、またはやめます
action-not-checked = 未点検
    .help = 点検していないことと、その理由を示します
action-sort-checks = 並べ替え
    .help = 点検の結果の並び順を選びます
action-filter-checks = 絞込
    .help = 見込み・点検・担当・事業所などで絞ります
action-clear-checks-filter = 絞込解除
    .help = すべての点検の結果を表示します
action-carry-out = 実行
    .help = 示した直し方を実行します
action-show-checks = 提出前点検
    .help = 提出前点検へ移ります

## Notices of 国保連 (通知)
event-notices = 通知の取込 { $count }件: { $what }
change-fee-result = 居宅介護支援費の請求の結果
fee-result-returned = 請求 返戻
fee-result-withdrawn = 請求 取下げ（過誤）
fee-result-none = 請求の結果なし
register-notices = 国保連の通知
help-command-notices = 国保連の通知（返戻・査定・支払・過誤）を取り込み、次にすることを示します
help-notices-import = 通知のファイルを取り込み、送った給付管理票と請求の結果を記録します
help-notices-list = 通知の内容を、審査年月の順に示します
help-notices-open = 返戻や月遅れで、まだ送っていないものを示します
help-notices-paid = 請求した額と支払われた額を比べます
help-option-notice-file = 通知のファイル（1つ以上）
notice-kind-changes = 審査決定増減表
notice-kind-cuts = 審査増減単位数通知書
notice-kind-returns = 返戻（保留）一覧表
notice-kind-payment = 支払決定額通知書
notice-kind-payments = 支払決定額内訳書
notice-kind-withdrawals = 過誤決定通知書
notice-kind-appeals = 再審査決定通知書
notice-document-slip = 給付管理票
notice-document-fee = 居宅介護支援費の請求
notice-document-claim = 事業所の請求明細書
notice-document-other = 種別「{ $found }」
notice-returned = { $document } 返戻
notice-held = { $document } 保留
notice-cut = 査定 { $kind } { $units }単位（事由 { $reason }）
notice-cut-no-units = 査定 { $kind }（事由 { $reason }）
notice-changed = 審査決定増減 返戻 { $returned } / 査定 { $cut } / 保留 { $held } / 保留復活 { $revived }
notice-count-units = { $count }件 { $units }単位
notice-paid = 支払決定 { $kind } { $count }件 { $units }単位 { $yen }円
notice-transfer = 振込金額 { $yen }円（介護給付費 { $care }円 / 総合事業費 { $support }円）
notice-withdrawn = 過誤による取下げ { $kind } { $units }単位 { $yen }円: { $text }
notice-reexamined = 再審査 { $kind } { $before }単位 -> { $after }単位
notice-place = { $file } { $lines }行目
notice-at-fault = { $item }: { $title }
notice-code = { $code } { $title }
notice-code-unsure = { $code }（題名は未確認）
notice-meaning = 意味: { $text }
notice-unknown-code = コード「{ $code }」は一覧にありません。国保連に意味を聞いてください
notice-next = 次にすること: { $text }
notice-steps = 手順: { $text }
notice-caught = この返戻を見つける点検: { $checks }
notice-caught-none = この返戻を見つける点検はありません
notice-override = { $person }さんが { $at } に通しています: { $what }（{ $why }）
notice-override-action = 作成区分 { $action }
notice-line = 直す行: { $office } { $kind } { $units }単位
notice-tie-other-window = この審査年月に送ったものはここにありません（別の処理対象年月には送っています）
notice-tie-nothing-sent = この月の分は、ここからは送っていません
notice-tie-unknown-client = この事業所では見たことのない利用者です。番号を確かめてください
notice-tie-no-client = 保険者番号か被保険者番号が読めません。国保連に確かめてください
notice-tie-other-office = 別の事業所（{ $office }）あての通知です
notice-next-send-new = 給付管理票を新規で送る
notice-next-send-replacement = 給付管理票を修正で送る（全事業所の行を入れて、まるごと）
notice-next-send-cancellation = 給付管理票を取消で送る
notice-next-send-slip-with-fee = 給付管理票を新規で送り、居宅介護支援費も一緒に請求する
notice-next-send-fee = 居宅介護支援費を請求し直す
notice-next-ask-insurer = 保険者に確かめる
notice-next-ask-federation = 国保連に確かめる
notice-next-wait-for-decision = 認定の決定を待って、新規で送る
notice-next-tell-provider = 事業所に知らせる（直すのは事業所）
notice-next-clarify = あて先と番号を確かめる
notice-next-nothing = することはありません
notice-step-correct-and-send-new = 直して新規で送る
notice-step-ask-insurer = 保険者に登録の内容を聞く
notice-step-send-unchanged = 正しければ、翌月そのまま送る
notice-step-wait-for-decision = 認定が決まるまで待つ
notice-step-provider-waits = 事業所には、請求し直さずに待ってもらう
notice-step-cancel-transmission = 受付期間中なら、先の送信を取り消す
notice-step-let-stand = 先に送ったものが有効なので、そのままにする
notice-step-send-replacement = 全事業所の行を入れて修正で送る
notice-step-send-new = 新規で送る
notice-step-file-request = 居宅サービス計画作成依頼届出書を出す
notice-step-ask-provider = 事業所に、直すか指定を確かめてもらう
notice-step-send-slip-with-fee = 給付管理票と一緒に請求する
notice-step-provider-claims-again = 事業所に、同じ月に請求し直してもらう
notice-step-add-line = 足りない事業所・種類の行を足す
notice-step-raise-line = 限度額の中で行の単位数を増やす
notice-step-take-off-excess = 限度額を超える単位数を除く（自費）
notice-step-correct-level = 要介護度・限度額・期間を直す
notice-step-check-certificate = 被保険者証と照らし合わせる
notice-step-correct-and-send = 直して送り直す
notice-step-use-certificate-number = 被保険者証に書かれた番号を使う
notice-step-add-lines-together = 同じ事業所・種類の行を1行にまとめる
notice-step-request-withdrawal = 保険者に過誤（取下げ）を申し立て、それから請求し直す
notice-step-send-next-month = 翌月に送り直す
notice-step-put-on-one-row = 同じコードを1行にまとめ、回数で表す
notice-step-fill-remarks = 摘要欄を書く
notice-step-check-public-payer = 公費の番号を介護券と照らし合わせる
notice-step-split-public-payer = 生保単独の人を公費の行に分ける
notice-step-provider-matter = 事業所が直す
notice-step-transmit-again = ファイルを直して、同じ受付期間に送り直す
notice-step-ask-federation = 国保連にコードの意味を聞く
notice-step-use-right-form = サービス種類に合う様式を使う
notice-code-12p0 = その月の受給者台帳に、この保険者番号と被保険者番号の組がありません
notice-code-12pa = 認定の申請（新規・変更・更新）が、まだ決まっていません
notice-code-ann0 = 同じ月に、同じ利用者・月の給付管理票（新規）が2つ届きました。先のものが有効です
notice-code-annj = 前に決定した給付管理票があるのに、新規で送りました
notice-code-ann9 = 修正か取消で送りましたが、もとになる決定済みの給付管理票がありません
notice-code-12p4 = 保険者に届け出られた居宅介護支援事業所と違います
notice-code-12p5 = 計画作成区分（居宅・自己・予防）が届出と違います
notice-code-add1 = 事業所に、その月のそのサービス種類の指定がありません
notice-code-add0 = 事業所番号が登録されていないか、その月に有効ではありません
notice-code-fee-d = 対応する給付管理票がないので、居宅介護支援費は支払われません
notice-code-held = 給付管理票が届いていないので、事業所の請求が保留されています
notice-code-no-slip = 給付管理票が届かないまま期限が過ぎ、事業所の請求が返されました
notice-code-cut-a = 給付管理票にこの事業所・種類の行がないので、0単位に減らされました
notice-code-cut-b = 請求が給付管理票の単位数を超えたので、給付管理票の単位数まで減らされました
notice-code-annm = 給付管理票を修正しないと、事業所は支払いを受けられません
notice-code-assessed = 給付管理票と請求が食い違い、加算の計算に響くので、事業所の請求が返されました
notice-code-12p3 = 給付管理票の合計（償還払いを含む）が区分支給限度基準額を超えています
notice-code-15p6 = サービス種類ごとの支給限度基準額を超えています
notice-code-12qj = 要介護度が、保険者の認定と違います
notice-code-12qt = 生年月日か性別が、受給者台帳と違います
notice-code-12pd = その月に有効な認定がありません
notice-code-add2 = 保険者番号（公費負担者番号）が登録されていません
notice-code-adda = 保険者番号が、その月には有効ではありません
notice-code-annk = 1つの給付管理票に、同じ事業所・種類の行が2つあります
notice-code-abb0 = 必要な項目が空いているか、数字ではありません
notice-code-add3 = 指定・基準該当・地域密着型などの区分が、事業所に合っていません
notice-code-ann2 = 同じ月に、同じ請求が2つ届きました。保留中の請求をもう一度送ったときにも出ます
notice-code-ann4 = 前に決定した請求があります。直すには過誤の申立てが要ります
notice-code-ann7 = 同じ月に過誤の処理があったので、この書類は処理されませんでした
notice-code-assa = 書いた単位数か金額が、国保連の計算より大きくなっています
notice-code-annl = 1つの請求に、同じコードの行が2つあります
notice-code-10qf = サービスコードが要介護度に合っていません
notice-code-14qr = 摘要欄を書かなければならないコードです
notice-code-aeea = 日付がサービス提供年月の外にあります
notice-code-13ps = 公費負担者番号が登録されていません
notice-code-att5 = 生保単独の人を、保険の請求に入れています
notice-code-content = 書類の内容の検査で誤りが見つかりました。内容欄の項目を確かめてください
notice-code-register = 受給者か事業所の資格の検査で誤りが見つかりました。内容欄の項目を確かめてください
notice-code-match = 給付管理票と合わないか、査定で誤りがありました
notice-code-refused = 審査委員会の判定か、時効（2年）により却下されました
notice-code-abbf = 様式番号とサービス種類が合っていません
notice-code-cancelled = 給付管理票を取り消したので、その月の請求がすべて取り下げられました
notice-code-other-slip = 給付管理票の返戻です。内容欄の項目を確かめてください
notice-code-other-fee = 居宅介護支援費の請求の返戻です。内容欄の項目を確かめてください
notice-code-other-claim = サービス事業所の請求についての通知です
notice-import-counts = { $path }: { $notices } 全{ $lines }行 = 制御 { $frame } + 見出し { $headers } + 合計 { $totals } + 内容 { $items } + 重複 { $repeated } + 対象外 { $foreign } + 読めない行 { $unreadable } + 空行 { $empty }
notice-import-known = { $path }: もう取り込んであります。何も変えていません
notice-import-no-file = { $path }: ファイルを読めません: { $why }
notice-import-head = { $name }（{ $review }審査分）
notice-import-no-head = 通知なし
notice-month-unknown = 年月不明
notice-import-states = { $month }サービス分: { $what }
notice-contradiction = { $name } { $month }: 通知では「{ $says }」ですが、{ $person }さんが { $at } に「{ $stands }」と記録しています。記録はそのままです。どちらが正しいか確かめ、kyukan decide で直してください
notice-problem = { $place }: { $what } { $done } { $ask }
notice-no-file = コントロールレコードもデータもなく、国保連のファイルとして読めません。
notice-no-control = コントロールレコード（1行目）がありません。
notice-control-not-first = コントロールレコードが先頭にありません。
notice-no-end = エンドレコード（最後の行）がありません。途中で切れている恐れがあります。
notice-end-number = エンドレコードのレコード番号が「{ $found }」です（{ $expected }のはずです）。
notice-count = レコード件数は「{ $found }」と書かれていますが、データは{ $expected }件あります。
notice-data-kind = データ種別「{ $found }」のファイルに、{ $expected }のレコードがあります。
notice-utf8 = 文字コードが UTF-8 です（Shift_JIS のはずです）。
notice-item = No.{ $no } { $item }: 「{ $found }」は{ $expected }ではありません。
notice-item-empty = No.{ $no } { $item }: 空です（{ $expected }のはずです）。
notice-record-type = レコード種別「{ $found }」は 1、2、3 のどれでもありません。
notice-unknown-record = 交換情報識別番号「{ $found }」は知らないものです。
notice-too-few = 項目が{ $found }個しかありません（{ $expected }個のはずです）。
notice-quote = 引用符が閉じていません。
notice-second-control = コントロールレコードが2つあります。
notice-second-end = エンドレコードが2つあります。
notice-extra = 項目が{ $found }個多くあります。
notice-number = レコード番号が「{ $found }」です（{ $expected }のはずです）。
notice-after-end = エンドレコードの後ろにあります。
notice-no-notice = { $found }は通知のレコードではありません。
notice-foreign = 事業所番号「{ $found }」あての通知です（この事業所は{ $expected }です）。
notice-list-broken = この一覧表には、読めない行か、だれのものか分からない給付管理票の行があります。
notice-sum-rows = No.{ $no } { $item }: { $found } と書かれていますが、明細の合計は { $expected } です。
notice-sum-adjusted = No.{ $no } { $item }: { $found } と書かれていますが、合計から過誤調整を引くと { $expected } です。
notice-sum-parts = No.{ $no } { $item }: { $found } と書かれていますが、内訳の合計は { $expected } です。
notice-repeated = 前に取り込んだファイルと同じ行が{ $count }行あります。
notice-done-once = 二重には数えません。
notice-done-kept = ファイルはそのまま保管し、読める行は使いました。
notice-done-kept-only = ファイルはそのまま保管しました。
notice-done-row-kept = この行は使わず、ファイルのまま保管しました。
notice-done-item-empty = この項目は空として読みました。
notice-done-read = 行は読みました。
notice-done-rows-count = 明細の行を使いました。
notice-done-not-accepted = この一覧表にない給付管理票を「決定」にはしていません。
notice-done-no-state = 結果は何も記録していません。
notice-ask-federation = 国保連に確かめてください。
notice-ask-again = 国保連の伝送ソフトから、もう一度取り出してください。
notice-ask-office = その事業所に渡してください。
notice-expected-filled = 値
notice-expected-empty = 空
notice-expected-at-most = { $value }バイト以内
notice-expected-digits = 半角数字
notice-expected-number = 数
notice-expected-half = 半角の文字
notice-expected-month = 年月（西暦の年月6桁）
notice-expected-date = 日付（西暦の年月日8桁）
notice-expected-one-of = { $value } のどれか
notice-expected-without = 「{ $value }」のない文字
notice-expected-ms932 = Shift_JISにある文字（「{ $value }」がありません）
notice-fault-missing = 通知「{ $name }」のファイルがないので、使っていません: { $path }
notice-fault-changed = 通知「{ $name }」のファイルが取り込んだときと違うので、使っていません: { $path }。もう一度取り込むと元に戻ります
notice-fault-unreadable = 通知「{ $name }」のファイルを読めません: { $path }: { $why }
notices-not-recorded = ファイルは保管しましたが、履歴に書けませんでした。もう一度取り込んでください。
notices-review = { $month }審査分
notices-review-none = 審査年月のない通知
notices-none = 当てはまる通知はありません
notices-open-title = 返戻・月遅れで、まだ送っていないもの { $count }件（処理対象年月 { $window }）
notices-open-none = 返戻・月遅れで、まだ送っていないものはありません
notices-open-line = { $name } { $month }サービス分 { $document } { $why } { $codes }
notices-open-since = { $since }から / { $age }か月経過 / { $barred }から時効
notices-open-barred = 時効です: { $barred }から請求できません
notices-open-elsewhere = ここから送ったものではありません
notices-why-returned = 返戻
notices-why-not-received = 受付されず
notices-why-withdrawn = 取下げ（過誤）
notices-why-with-slip = 給付管理票が返戻
notices-why-late = 月遅れ
notices-paid-title = { $window }審査分の請求と支払
notices-paid-insurer = 保険者
notices-paid-month = 提供年月
notices-paid-kind = 種類
notices-paid-claimed = 請求
notices-paid-returned = 返戻
notices-paid-expected = 支払予定
notices-paid-paid = 支払
notices-paid-difference = 差
notices-paid-public = 公費
notices-paid-yen = { $count }件 { $units }単位 { $yen }円
notices-paid-wait = 支払決定額内訳書（7521）がまだありません
notices-paid-no-list = 返戻（保留）一覧表（7411）がまだないので、返戻は分かりません
notices-paid-adjusted = 過誤調整は{ $adjusted }ですが、過誤決定通知書の合計は{ $withdrawn }です
notices-paid-transfer = 支払決定は{ $decided }円ですが、支払決定額通知書は{ $transferred }円です
notices-paid-differs = { $insurer } { $month } { $kind }: 予定より{ $difference }違います。返戻（保留）一覧表と過誤決定通知書を見て、分からなければ国保連に確かめてください
notices-paid-agrees = 請求と支払は合っています
notices-paid-none = 請求も支払もありません

## What the checks had found before a slip was sent

notice-as-sent-not-found = 送る前の点検では見つかっていませんでした（その時点の判断と登録、今ある受信ファイルで調べ直した結果です）
notice-as-sent-found = 送る前の点検「{ $check }」で見つかっていました
notice-as-sent-silenced = 送る前の点検「{ $check }」で見つかっていましたが、点検の除外により知らせていませんでした（理由: { $why }）

## 通知の画面

screen-notices = 通知
notices-view-open = 未送付
notices-view-items = 通知
notices-view-paid = 支払
notices-column-review = 審査
notices-column-document = 書類
notices-column-why = 理由
notices-column-step = 次にすること
notices-column-age = 経過月
notices-column-barred = 時効
notices-column-said = 内容
notices-column-file = ファイル
notices-short-slip = 給管票
notices-short-fee = 支援費
notices-sum = 計
notices-reading = 通知を読んでいます
notices-faults = 使えない通知のファイル { $count }件
notices-open-sums = { $count }件 { $whys } 最長 { $oldest }か月 時効 { $barred }件
notices-item-sums = { $count }件 要対応 { $todo } / 返戻 { $returned } 保留 { $held } 査定 { $cut }
notices-paid-sums = 請求 { $claimed }円 支払 { $paid }円 差 { $difference }円
notices-no-workspace = 通知は事業所フォルダーに保管します。kyukan init で事業所フォルダーを作り、それを開いてください。
notices-no-files = 通知はまだありません。国保連から届いた通知のファイルは、{ $key } で取り込みます。
notices-none-fit = 絞込に当てはまるものはありません。
notices-no-more = これより先に、することのある行はありません。
notices-no-client = この行からは、利用者へ移れません。
notices-not-in-month = この利用者は、その月の受信ファイルにいません。
notices-month-absent = { $month }の受信ファイルがないため、開けません。
notices-imported = 通知のファイルを{ $count }件取り込みました。
notices-enter-month = { $key } で{ $month }を開き、この利用者へ移ります。
notices-enter-items = { $key } で、この審査分の通知へ移ります。
notices-paid-decided = 支払決定: { $yen }円
notices-paid-adjusted-yen = 過誤調整: { $yen }円
notices-paid-transferred = 振込（介護給付費と総合事業費）: { $yen }円
form-about-notices = 国保連から届いた通知のファイル、またはそのフォルダーの場所を入れてください。どのファイルもそのまま保管します。
notice-next-short-send-new = 給管票 新規
notice-next-short-send-replacement = 給管票 修正
notice-next-short-send-cancellation = 給管票 取消
notice-next-short-send-slip-with-fee = 新規と再請求
notice-next-short-send-fee = 再請求
notice-next-short-ask-insurer = 保険者に確認
notice-next-short-ask-federation = 国保連に確認
notice-next-short-wait-for-decision = 認定待ち
notice-next-short-tell-provider = 事業所に連絡
notice-next-short-clarify = あて先を確認
notice-next-short-nothing = なし
action-notices-view = 切替
    .help = 未送付・通知・支払を切り替えます
action-import-notices = 通知の取込
    .help = 国保連の通知のファイルを取り込みます
action-filter-notices = 絞込
    .help = 審査年月・コード・利用者などで絞ります
action-clear-notices-filter = 絞込解除
    .help = すべての通知を表示します
action-show-notices = 通知
    .help = 国保連の通知へ移ります
