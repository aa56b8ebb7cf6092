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

## State of a client at a provider

state-not-arrived = 未着

## Names of things

word-plan = 予定
word-actual = 実績
word-client-number = 被保険者番号
word-insurer = 保険者番号
word-provider = サービス事業所
word-code = サービスコード
word-units = 単位
word-counts = 回数
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
word-amount = 単位・金額
word-managed = 給付管理単位数
note-ignored-file = ケアプランデータではないので読みませんでした
fate-by = { $fate } { $count }行（{ $file } による）
fate-alone = { $fate } { $count }行
not-arrived-client = この事業所の実績はまだ届いていません。
count-units = { $count }単位
not-arrived-line = { $provider } { $kind }: 利用者 { $count }人分の実績が届いていません。
no-differences = 差異はありません。
note-other-months = ほかの月の行が { $rows }行あります（{ $months }）。その月を見るには --month で指定してください。
note-several-offices = 居宅介護支援事業所 { $count }か所分をまとめて示しています。1か所だけを見るには --office で事業所番号を指定してください。
note-codes-from-sheets = サービスコード表の指定がないため、月1回の算定（{ $monthly }コード）と率の加算（{ $percent }コード）は別表から見分けました。--codes で指定できます。
note-no-plan = 予定のファイルがないため、実績と比べられません。予定（UPPLAN で始まるファイル）も同じフォルダーに入れてください。
note-ignored-files = ケアプランデータではないファイル { $count }件は読みませんでした。
note-demo-written = 架空の事業所のファイル { $count }件を { $path } に作りました。実在の人や事業所の情報は入っていません。
note-demo-next = 次のように入力すると、予定と実績を比べられます: { $command }
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
error-client-ambiguous = 「{ $client }」に当てはまる利用者が { $count }人います。被保険者番号で1人に絞ってください。
error-write-failed = 「{ $path }」に書けません。理由: { $reason }
error-folder-not-empty = フォルダー「{ $path }」は空ではありません。中のファイルを守るため、何も書きませんでした。空のフォルダーか新しい名前を指定してください。
error-settings-unreadable = 設定ファイル「{ $file }」の { $line }行を読めません。{ $reason }
error-internal = プログラムの不具合で止まりました。次の文を添えてお知らせください: { $detail }
error-usage-unknown-argument = 「{ $arg }」というオプションはありません。
error-usage-unknown-command = 「{ $arg }」というコマンドはありません。
error-usage-unexpected-value = 「{ $arg }」に値「{ $value }」は付けられません。
error-usage-missing-argument = 「{ $arg }」の指定が必要です。
error-usage-missing-command = コマンドの指定が必要です。
error-usage-missing-value = 「{ $arg }」の後に値が必要です。
error-usage-invalid-value = 「{ $arg }」に「{ $value }」は使えません。使える値: { $allowed }
error-usage-unreadable-value = 「{ $arg }」の値「{ $value }」を読めません。
error-usage-repeated = 「{ $arg }」は1回だけ指定できます。
error-usage-not-text = 指定の中に、文字として読めない部分があります。
error-usage-other = 指定を読めません。
error-usage-similar = 「{ $value }」のことですか。
error-usage-hint = 使い方は { $command } で見られます。

## The help page

help-about = 給管: ケアプランデータ連携のファイルを読み、予定と実績を比べて違いを示します。
help-usage = 使い方
help-commands = コマンド
help-options = オプション
help-arguments = 対象
help-allowed = 使える値: { $value }
help-command-check = 予定と実績を比べ、差異・未着・不備を示します
help-command-files = 届いたファイルと、それぞれの行の扱いを示します
help-command-show = 利用者1人の月の予定・実績と差異を示します
help-command-demo = 架空の事業所の1か月分のファイルを作ります
help-option-month = 対象のサービス提供年月（例: 2026-10）
help-option-office = 居宅介護支援事業所の事業所番号。1か所だけを見ます
help-option-codes = サービスコード表のCSVファイル
help-option-format = 結果の形（text は画面用、json と csv はほかのソフト用）
help-option-lang = 表示の言語（ja は日本語、en は英語）
help-option-color = 色を付けるか（auto は自動、always は常に、never は付けない）
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
