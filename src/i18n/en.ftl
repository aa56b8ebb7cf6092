# Texts of kyukan in English. Ids, variables and parts are those of ja.ftl, where they are explained.

## Problems

problem-file-unreadable = This file could not be opened.
    .found = Reason: { $found }.
    .expected = Expected: { $expected }.
problem-file-too-large = The file is too large.
    .found = Size: { $found }.
    .expected = Limit: { $expected }.
problem-file-empty = The file has no content (0 bytes).
problem-file-no-rows = The file has no data rows.
problem-file-name-unusable = The file name does not tell kind, sender, receiver and time of making.
    .found = Unreadable part: “{ $found }”.
    .expected = Correct form: { $expected }.
problem-file-name-odd = The file name differs a little from the standard form.
    .found = Differing part: “{ $found }”.
    .expected = Standard form: { $expected }.
    .warned = It was read by what the name tells.
problem-file-name-foreign = The file name is not of the standard form, but the content looks like care plan data.
    .found = Content: { $found }.
    .expected = It can be read once the name has the standard form ({ $expected }).
    .warned = The kind was told from the content.
problem-edition-disagrees = The file name belongs to another edition of the standard than the number of columns.
    .found = Edition of the name: { $found }.
    .expected = Edition of the columns: { $expected }.
    .warned = It was read as the edition of the columns.
problem-folder-unreadable = This folder cannot be opened, or it leads back to a folder above it.
    .found = Reason: { $found }.
    .warned = What is in this folder was passed over.
    .quarantined = Nothing in this folder was loaded.
problem-zip-unreadable = The ZIP file cannot be opened. It is damaged or has a password.
    .found = Reason: { $found }.
problem-zip-too-large = The content of the ZIP file is too large.
    .found = Size: { $found }.
    .expected = Limit: { $expected }.
problem-zip-unsafe-name = The ZIP file holds a file whose name points outside its folder.
    .found = Name: “{ $found }”.
problem-wrong-destination = The receiver is not a care office of this folder.
    .found = Receiver: { $found }.
    .expected = Care office: { $expected }.
    .warned = It was read with the other receiver.
problem-utf8 = The text is encoded as UTF-8 instead of the standard’s Shift_JIS.
    .warned = It was read as UTF-8.
problem-line-ends = The rows do not end as the standard says (CR LF).
    .found = Found: { $found }.
    .warned = They were read with the line ends they have.
problem-header-row = The first line is a heading, not data.
    .warned = The heading was skipped.
problem-end-mark = The file ends with an old end mark (1A).
    .warned = It was read without the mark.
problem-version-unknown = The standard has no CSVバージョン “{ $found }”.
    .expected = Values of the standard: { $expected }.
    .warned = The edition was told from the number of columns.
problem-version-mixed = One file holds rows of different editions.
    .found = Found: { $found }.
    .expected = Edition of this file: { $expected }.
    .warned = The edition was told row by row.
problem-column-count = The number of columns fits no edition of the standard.
    .found = Columns of this row: { $found }.
    .expected = Columns of the standard: { $expected }.
    .warned = Only the columns of the standard were read.
problem-columns-padded = The row has too few or too many empty columns at its end.
    .found = Columns of this row: { $found }.
    .expected = Columns of the standard: { $expected }.
    .warned = It was read with the right number of empty columns.
problem-unclosed-quote = A quotation mark (") is not closed, so the end of the item is not known.
    .found = It begins with “{ $found }”.
    .warned = Everything up to the end of the file was read as one item.
problem-empty = A required item is empty.
    .expected = Expected: { $expected }.
    .warned = It was read as empty.
problem-invalid = “{ $found }” cannot be read.
    .expected = Expected: { $expected }.
    .warned = The item was read as empty.
problem-too-long = “{ $found }” is longer than the standard allows.
    .expected = Longest value: { $expected }.
    .warned = It was read in full.
problem-code-unknown = The standard has no code “{ $found }”.
    .expected = Codes of the standard: { $expected }.
    .warned = The code was kept as it is.
problem-normalised = “{ $found }” is not written as the standard says.
    .expected = Standard form: { $expected }.
    .warned = Full-width characters, blanks, commas and leading zeros were put into the standard form.
problem-time-empty = The time is empty. A service without a time needs 9999.
    .warned = It was read as 9999 (no time).
problem-undecodable = There are characters that Shift_JIS does not have.
    .found = Found in: “{ $found }”.
    .warned = They were read as “�”.
problem-gaiji = There are user-defined characters (外字).
    .found = Found in: “{ $found }”.
    .warned = They were read as “〓”.
problem-control-character = There are invisible control characters.
    .found = Found in: “{ $found }”.
    .warned = They are shown as visible marks.
problem-month-differs = The service month “{ $found }” is not the month of this file.
    .expected = Month of the file: { $expected }.
    .warned = It was read by the month of the row.
problem-date-outside-month = The service date “{ $found }” lies outside the service month.
    .expected = Expected: { $expected }.
    .warned = The date was kept as it is.
problem-insurer-check-digit = The last digit (check digit) of the insurer number “{ $found }” is wrong.
    .expected = Number by calculation: { $expected }.
    .warned = The number was read as it is.
problem-kind-not-exchanged = The service kind “{ $found }” is not exchanged by the standard.
    .expected = Expected: { $expected }.
    .warned = It was read like the other kinds.
problem-equipment-code = A row of equipment needs either a TAISコード or a 福祉用具届出コード, and only one of them.
    .found = Found: { $found }.
    .expected = Expected: { $expected }.
    .warned = It was read as written.
problem-plan-copies-differ = Two files hold different plans of the same client.
    .found = Differing: { $found }.
    .expected = Plan in use: { $expected }.
    .other = The other file: { $other }.
    .warned = The copy that was sent later was used.
problem-nothing-to-delete = There is no data that this withdrawal applies to.
    .found = Withdrawal: { $found }.
    .expected = It applies to: { $expected }.
    .warned = Nothing was withdrawn.
problem-more = { $times ->
        [one] { $times } more problem of this sort is not listed.
       *[other] { $times } more problems of this sort are not listed.
    }
    .quarantined = These rows were left out as well and kept aside.

## How the sentence of a problem is put together

problem-times = { $times ->
        [one] { $times } row is like this.
       *[other] { $times } rows are like this.
    }
problem-action-quarantined = The row was left out and kept aside.
problem-action-quarantined-rows = These rows were left out and kept aside.
problem-action-quarantined-file = The file was not loaded.
problem-action-warned = { "" }
problem-ask = Please ask the sender, { $sender }.
place-line = line { $line }
place-item = item { $no } { $item }
joint-place = , { "" }
joint-sentence = { " " }
value-empty = (empty)

## Why a file or folder could not be read

reason-not-found = not found
reason-permission-denied = permission denied
reason-loop = leads back to { $value }
reason-not-regular = not a regular file

## What was expected

expected-digits = { $value } half-width digits
expected-number = half-width digits
expected-alphanumeric = { $value } half-width letters or digits
expected-date = a date that exists, as YYYYMMDD (20261005)
expected-month = a month as YYYYMM (202610)
expected-time = a time as HHMM (0930), or 9999
expected-day-marks = one 0 or 1 for each of { $value } days
expected-date-in-month = a date in { $value }
expected-code = one of { $value }
expected-length = at most { $value } characters
expected-range = a number in { $value }

## Classes of a difference

class-missing = planned, not done (cancelled or absent)
class-extra = done, not planned
class-moved-date = moved to another day
class-code-changed = code changed
class-count-changed = count differs
class-units-changed = units differ
class-time-changed = time changed
class-discriminator-changed = equipment or details differ

## What became of a row

fate-loaded = loaded
fate-superseded = superseded
fate-deleted = withdrawn
fate-quarantined = kept aside


## Names of things

word-plan = plan
word-actual = actual
word-client-number = insured number
word-insurer = insurer number
word-provider = provider
word-code = service code
word-month = service month
word-care-office = care office
word-manager = care manager
word-file-kind = kind of file
word-edition = edition
word-sender = sender
word-receiver = receiver
word-timestamp = made at
word-rows = rows
word-total = total
word-day = day
word-weekday = weekday
word-sheet = benefit sheet (別表)
word-difference = difference
word-differences = differences
word-problems = problems
word-not-arrived = not arrived
word-calendar = month
word-none = none
word-unknown = unknown
no-time = no time
no-name = no name
no-manager = no manager

weekday-sun = Sun
weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat

## Lines of the report

summary-line = same { $same } · differences { $differences } · not arrived { $not_arrived } · problems { $problems }
summary-rows = rows read { $rows } = loaded { $loaded } + superseded { $superseded } + withdrawn { $deleted } + kept aside { $quarantined }
summary-classes = of these: { $classes }
summary-size = { $clients } clients · { $providers } providers · { $plan } planned rows · { $actual } actual rows
line-units = planned { $plan } units · actual { $actual } units ({ $delta })
word-limit = limit
word-care-level = care level
note-ignored-file = no care plan data, not read
fate-by = { $fate } { $count } rows (by { $file })
fate-alone = { $fate } { $count } rows
not-arrived-client = No actuals of this provider have arrived yet.
count-units = { $count ->
        [one] { $count } unit
       *[other] { $count } units
    }
not-arrived-line = { $provider } { $kind }: the actuals of { $count ->
        [one] { $count } client have
       *[other] { $count } clients have
    } not arrived.
no-differences = There are no differences.
note-other-months = { $rows ->
        [one] { $rows } row belongs to another month ({ $months }).
       *[other] { $rows } rows belong to other months ({ $months }).
    } Use --month to see them.
note-several-offices = { $count ->
        [one] { $count } care office is shown.
       *[other] { $count } care offices are shown together.
    } Use --office with an office number to see only one.
note-codes-from-sheets = No service code master says it: monthly services ({ $monthly } codes) and percent additions ({ $percent } codes) were told from the 別表. Import one with kyukan master import, or use --codes.
note-no-plan = There is no plan to compare the actuals with. Put the plan files (UPPLAN…) into the same folder.
note-ignored-files = { $count ->
        [one] { $count } file that is not care plan data was not read.
       *[other] { $count } files that are not care plan data were not read.
    }
note-demo-written = { $count ->
        [one] { $count } file
       *[other] { $count } files
    } of an invented office were made in { $path }. They hold no real persons or offices.
note-demo-next = Look at it with: { $command }
progress-reading = Reading files

## What stops a command

error-path-missing = “{ $path }” was not found. Check the name of the folder or file.
error-no-exchange-files = “{ $path }” holds no care plan data. Give a folder with CSV files whose names begin with UPPLAN or UPJSK.
error-month-unreadable = “{ $value }” is not a month. Write it like 2026-10.
error-month-absent = There is no data of { $month }. Months with data: { $months }
error-office-absent = There is no care office “{ $office }” in this data. Offices with data: { $offices }
error-codes-unreadable = Line { $line } of the service codes “{ $file }” cannot be read. { $reason }
error-codes-file-unreadable = The service codes “{ $file }” cannot be read. { $reason }
error-client-unknown = No client fits “{ $client }”. Give the insured number or the name.
error-client-ambiguous = { $count ->
        [one] { $count } client fits
       *[other] { $count } clients fit
    } “{ $client }”. Give insurer number and insured number of one client, one after the other (such as "131011 0000100017").
error-write-failed = “{ $path }” cannot be written. Reason: { $reason }
error-folder-not-empty = The folder “{ $path }” is not empty. Nothing was written, to keep its files safe. Give an empty folder or a new name.
error-internal = The program stopped because of a fault of its own. Please report this text: { $detail }
error-usage-unknown-argument = There is no “{ $arg }”.
error-usage-unexpected-word = “{ $arg }” cannot stand here. An office folder is named with -w: -w { $arg }.
error-usage-unknown-command = There is no command “{ $arg }”.
error-usage-unexpected-value = “{ $arg }” takes no value, but got “{ $value }”.
error-usage-missing-argument = “{ $arg }” is required.
error-usage-missing-value = “{ $arg }” needs a value after it.
error-usage-invalid-value = “{ $arg }” cannot be “{ $value }”. Possible values: { $allowed }
error-usage-unreadable-value = The value “{ $value }” of “{ $arg }” cannot be read.
error-usage-repeated = “{ $arg }” can be given only once.
error-usage-not-text = A part of the command line is not readable as text.
error-usage-other = The command line cannot be read.
error-usage-similar = Did you mean “{ $value }”?
error-usage-hint = See { $command } for help.

error-no-terminal = The screen needs a terminal. For results only, use kyukan check.
error-terminal = The terminal cannot be used. Reason: { $reason }
error-stopped-by-bug = A fault of the program stopped it. The received files are unchanged. Please report the text above.

## The help page

help-about = kyukan: reads files of ケアプランデータ連携 and shows on screen where actuals differ from plans.
help-usage = Usage
help-commands = Commands
help-options = Options
help-arguments = Arguments
help-allowed = possible values: { $value }
help-command-check = compares plans with actuals; shows differences, what has not arrived, and problems
help-command-files = shows the files that arrived and what became of their rows
help-command-show = shows one client's month: plan, actuals and differences
help-command-demo = makes an invented office's month and opens it
help-option-month = service month (such as 2026-10)
help-option-office = office number of a care office, to see only that one
help-option-codes = CSV file with service codes
help-option-format = form of the result (text for reading; json and csv for other programs)
help-option-lang = language of the texts (ja Japanese, en English)
help-option-color = whether to use colours (auto, always, never)
help-option-no-color = uses no colours (as --color never)
help-option-quiet = shows no progress and no notes
help-option-clients = number of clients to make
help-option-providers = number of providers to make
help-option-managers = number of care managers to make
help-option-seed = the same number always makes the same files
help-option-edition = edition of the standard for the files made (v3 or v4)
help-option-sort = Sort of office (care: care management, prevention: preventive care)
help-option-clean = Make a month without differences or faults
help-option-out = folder to make the files in
help-option-dir = empty or new folder to make the files in
help-option-path = folder with the files, a ZIP file, or one file
help-option-client = insured number or name of the client
help-option-slip-action = auto, new (新規), replace (修正), cancel (取消), none (not sent)
help-option-slip-result = accepted (決定), returned (返戻), not-received (受付されず), open (no result)
help-option-block = applying, expired, allotment, not-arrived, unread, check-digit, limit, over-limit: what kyukan tally says
help-option-help = shows this help
help-option-version = shows the version
help-value-month = MONTH
help-value-office = OFFICE
help-value-file = FILE
help-value-folder = DIR
help-value-path = PATH
help-value-client = CLIENT
help-value-number = NUMBER
help-value-format = FORMAT
help-value-lang = LANGUAGE
help-value-color = WHEN
help-value-sort = SORT
help-value-edition = EDITION

## Stopping to read
error-cancelled = Reading was stopped.

## Faults of settings and themes

config-fault-at = { $file }, line { $line }, column { $column }: { $what }
config-fault-file = { $file }: { $what }
config-unreadable = The file cannot be read. Reason: { $reason }. The defaults are used.
config-not-utf8 = The file is not in UTF-8. Please save it in UTF-8. The defaults are used.
config-syntax = There is a mistake in the notation ({ $reason }). Nothing of this file is used; the defaults are.
config-unknown-setting = There is no setting "{ $name }". It is not used.
config-wrong-type = "{ $name }" needs { $expected }. The default is used.
config-not-allowed = "{ $name }" cannot be "{ $found }". Possible values: { $allowed }. The default is used.
config-unknown-action = There is no action "{ $name }". The setting is not used.
config-unreadable-key = "{ $key }" is not the name of a key. The default is used.
config-key-taken = The key "{ $key }" belongs to "{ $other }" and cannot be used for "{ $action }". The default is used.
config-key-taken-line = The key "{ $key }" belongs to "{ $other }" (line { $line }) and cannot be used for "{ $action }". The default is used.
config-theme-not-found = There is no theme "{ $name }". Themes: { $allowed }. The default theme is used.
config-theme-cycle = What is inherited from "{ $name }" leads back to this theme. The default theme is inherited instead.
config-unknown-role = There is no role "{ $name }" for colours. The setting is not used.
config-bad-colour = "{ $found }" of "{ $name }" is not a colour. It must be a name of [palette] or have the form #rrggbb. The default is used.
config-type-text = text in quotes
config-type-texts = text in quotes, or a list of texts such as ["a", "b"]
config-type-number = a whole number
config-type-switch = true or false
config-type-table = a table of settings

## 要介護状態区分 by its code (利用者補足情報 No.18)

care-level-06 = eligible (事業対象者)
care-level-12 = support 1
care-level-13 = support 2
care-level-21 = care 1
care-level-22 = care 2
care-level-23 = care 3
care-level-24 = care 4
care-level-25 = care 5
care-level-unknown = unknown

## The workstation on the screen. No characters of doubtful width here.

program-name = kyukan

# Names of the screens

screen-board = Board
screen-client = Client
screen-providers = Providers
screen-differences = Differences
screen-managers = Managers
screen-intake = Files
screen-help = Help
screen-too-small = The window is too small. Please make it at least { $columns } columns by { $rows } rows.

# States of a client at a provider; .help says what it means

state-faulty = faulty
    .help = Rows of this client could not be read. The screen Files shows the rows and the reasons.
state-not-arrived = waiting
    .help = There is a plan, but the provider has sent no actuals of this kind yet.
state-different = differs
    .help = The actuals differ from the plan. The number counts the differences not decided yet.
state-asked = asked
    .help = All differences left are asked about or put off. The number counts them.
state-arrived = arrived
    .help = Actuals have arrived, but there is no plan to compare them with.
state-settled = settled
    .help = There were differences, and all of them are decided; also where nothing came and it is decided what to do.
state-same = agrees
    .help = The actuals are as planned.
state-fixed = fixed
    .help = The client is locked. Decisions cannot be changed until the client is unlocked.

# Short names of the classes of a difference

class-short-missing = cancelled
class-short-extra = unplanned
class-short-moved-date = moved
class-short-code-changed = code
class-short-count-changed = count
class-short-units-changed = units
class-short-time-changed = time
class-short-discriminator-changed = item

# Heads of columns

column-name = client
column-number = number
column-level = level
column-manager = manager
column-plan-units = planned
column-actual-units = actual
column-limit = limit
column-providers = provider states
column-state = state
column-office-number = number
column-kind = kind
column-files = files
column-newest = newest file
column-resent = resent
column-clients = clients
column-differences = diffs
column-settled = without open items
column-class = class
column-change = day, time, code
column-delta = units
column-problems = faults
column-file-kind = kind of file
column-scope = scope

# The board

board-count = { $shown } of { $all } clients
board-sort = order: { $order }
board-filter = filter: { $filter }
filter-none = none
board-nothing = No client fits the filter.
board-empty = There are no clients in this month.
board-more = { $count } more
board-units = planned { $plan } actual { $actual } ({ $delta })
board-limit = { $percent }% of the limit { $limit }
board-over-limit = over the limit { $limit } ({ $used } / { $percent }%)
board-no-limit = limit unknown
sort-kana = name
sort-urgency = most urgent first
sort-differences = most differences first
sort-manager = care manager
sort-number = insured number
sort-level = highest care level first
sort-plan-units = most planned units first
sort-units-delta = actuals furthest above plan first
sort-limit = nearest to the limit first
sort-turned = { $order } (reversed)

# Conditions of a filter

facet-state = state
facet-class = class
facet-manager = manager
facet-provider = provider
facet-kind = kind
facet-set = chosen

# The other lists

provider-withdrawn = withdrawn
provider-replaced = resent
providers-foot = { $lines } pairs of provider and kind, { $waiting } waiting
managers-foot = { $managers } managers, { $clients } clients
differences-count = { $shown } of { $all } differences
differences-group = grouped by { $group }
differences-heading = { $name }: { $count }
group-class = class
group-provider = provider
group-manager = manager
change-count = count { $count }
change-units = { $units } units
units-effect = units { $units }
row-words = { $day } { $times } { $code } { $name } { $units } units x { $count } = { $total }
intake-rows = { $rows } rows read = { $loaded } loaded + { $superseded } superseded + { $deleted } deleted + { $quarantined } kept aside
intake-problems = { $count ->
        [one] { $count } fault
       *[other] { $count } faults
    }
intake-outside = other
intake-elsewhere = faults of folders and archives
intake-nothing = No file fits.
intake-no-problems = This file has no faults.
problem-kept-aside = aside
problem-read = read
raw-title = line { $line } as received
raw-line-absent = The file has no line { $line }. It may have changed; please reload.

# The head, the foot, the start

offices-more = { $first } and { $count } more
deadline-left = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } to { $date }
deadline-today = due today, { $date }
deadline-passed = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } past { $date }
reading-hint = { $key } stops reading.
reading-stopped = Reading was stopped.
stopped-hint = { $reload } reads again, { $quit } ends.
settings-faults = Faults in the settings
chooser-nothing = Nothing fits.
month-rows = { $rows } rows
notice-no-more-differences = No more differences that way.
notice-no-more-problems = No more files with faults that way.
notice-no-more-clients = No more clients that way.
notice-no-problems = This file has no faults.
notice-no-line = This fault is not about one line, so there is no line to show.
notice-mouse-on = The mouse is on. Switch it off again to select and copy text.
notice-mouse-off = The mouse is off.
notice-no-shell = There is no shell to go back to, so the program goes on.
notice-one-month = There are no files of other months.

# The help

keys-global = On every screen
keys-list = In lists and grids
keys-popup = In windows
keys-field = In windows with a field
keys-always = Always
help-marks = What states and marks mean
help-mark-same = as planned
help-mark-waiting = planned, no actuals yet
help-limit = The column limit shows how much of 区分支給限度基準額 is used by the units of the benefit sheet (planned units when there is none). ! means over the limit.
help-units = Planned and actual units are units x count. Monthly services count once, percent additions not at all.
help-settled = Clients without open items have no difference, nothing missing and no fault at any provider.
help-files = Where files are
help-place-opened = opened
help-place-settings = settings
help-place-themes = own themes
help-place-state = remembered views
help-about-kyukan = About
help-version = kyukan { $version }. These screens are for reading; received files are never changed.

# What actions do: in a few words, and as a sentence for help and palette

action-open = open
    .help = opens what the cursor is on
action-up = up
    .help = one line up
action-down = down
    .help = one line down
action-left = left
    .help = one step left (on Differences: the group before)
action-right = right
    .help = one step right (on Differences: the next group)
action-page-up = page up
    .help = one page up
action-page-down = page down
    .help = one page down
action-first = first
    .help = to the first line
action-last = last
    .help = to the last line
action-next-difference = next difference
    .help = to the next difference (on Files: fault)
action-previous-difference = previous difference
    .help = to the difference before (on Files: fault)
action-next-client = next client
    .help = to the next client
action-previous-client = previous client
    .help = to the client before
action-search = search
    .help = finds by number, kanji, kana or romaji
action-sort = order
    .help = chooses the order; the same again turns it around
action-filter = filter
    .help = shows only some clients
action-clear-filter = clear filter
    .help = shows all clients again
action-totals = totals
    .help = switches between differences and totals
action-group = group
    .help = groups by class, provider or manager
action-filter-differences = filter
    .help = shows only some differences
action-clear-differences-filter = clear filter
    .help = shows all differences again
action-only-faulty = only faulty
    .help = shows only files with faults, or all
action-palette = commands
    .help = lists every command
action-help = keys
    .help = shows the keys of this screen
action-next-screen = next screen
    .help = to the next screen
action-previous-screen = previous screen
    .help = to the screen before
action-show-board = board
    .help = to the board
action-show-client = client
    .help = to the client's month
action-show-providers = providers
    .help = to the providers
action-show-differences = differences
    .help = to the differences
action-show-managers = managers
    .help = to the care managers
action-show-intake = files
    .help = to the received files
action-show-help = help
    .help = to the help
action-theme = colours
    .help = chooses the colours
action-month = month
    .help = opens another month of the same files
action-reload = reload
    .help = reads the files again
action-mouse = mouse
    .help = switches the mouse on or off
action-back = back
    .help = back to the screen before; stops reading
action-quit = quit
    .help = ends the program
action-close = close
    .help = closes the window
action-field-up = up
    .help = to the hit before
action-field-down = down
    .help = to the next hit
action-field-page-up = page up
    .help = one page of hits up
action-field-page-down = page down
    .help = one page of hits down
action-field-accept = take
    .help = takes the hit
action-field-cancel = cancel
    .help = closes the window and changes nothing
action-redraw = redraw
    .help = draws the screen anew
action-suspend = suspend
    .help = back to the shell; fg resumes (not on Windows)
action-quit-now = quit now
    .help = ends the program from anywhere

## The client's month

client-manager = manager { $name }
client-limit = { $percent }% of limit { $limit }
client-over-limit = over limit { $limit } ({ $percent }%)
client-limit-short = limit { $percent }%
client-over-limit-short = over limit { $percent }%
client-plan = plan
client-actual = done
client-sum = sum
client-day = { $weekday } { $day }
client-join = {" "}
client-no-rows = This client has neither plan nor actuals.
client-differences = { $count ->
    [one] 1 difference
   *[other] { $count } differences
}
client-differences-at = difference { $at } of { $count }
client-totals = totals by provider and kind
client-more-rows = { $count ->
    [one] 1 more row
   *[other] { $count } more rows
}
client-source = { $file } line { $line }
client-prorated = days { $days }
client-effect = Difference in units: { $units }.
client-units-short = { $plan }->{ $actual } ({ $delta })
client-says-nothing = Nothing was planned or done on this day.
client-says-same = Done as planned.
client-says-missing = What was planned for { $day } has no actual (cancelled or absent).
client-says-extra = What was done on { $day } was not planned.
client-says-moved-date = What was planned for { $from } was done on { $to } (moved).
client-says-code-changed = On { $day } the service code changed from { $from } to { $to }.
client-says-count-changed = On { $day } { $from } times were planned and { $to } done.
client-says-units-changed = On { $day } { $from } units each were planned and { $to } claimed.
client-says-time-changed = On { $day } the time changed from { $from } to { $to }.
client-says-discriminator-changed = The item or its details of { $day } differ from the plan.
client-also-code = The service code changed from { $from } to { $to }.
client-also-count = { $from } times were planned and { $to } done.
client-also-units = { $from } units each were planned and { $to } claimed.
client-also-times = The time changed from { $from } to { $to }.
client-also-tais = The TAIS code is { $from } in the plan and { $to } in the actuals.
client-also-notification = The equipment notification code is { $from } in the plan and { $to } in the actuals.
client-also-discriminator = The item discriminator is { $from } in the plan and { $to } in the actuals.
client-also-days = The pro-rata days are { $from } in the plan and { $to } in the actuals.

## The document of keys

keys-doc-title = Keys
keys-doc-intro = The default keys of every screen. This document is made from the table of actions.
keys-doc-change = Keys are changed in the settings file kyukan.toml under [keys], by the name of the action. Keys with names are enter, esc, tab, space, up, down, left, right, home, end, pageup, pagedown, delete, backspace and f1 to f12; ctrl-, alt- and shift- may stand before them. An empty [] leaves an action without a key.
keys-doc-full-width = Full-width characters, as Japanese input types them (ｊ, ：, ／, 「 and so on), do what the plain ones do.
keys-doc-keys = Keys
keys-doc-action = Action
keys-doc-name = Name

## The files of a workspace

reason-changed = its content has changed since it was received
reason-changed-meanwhile = its content changed during the import
reason-not-imported = it was not put there by an import
error-reads-back-otherwise = “{ $path }” reads back otherwise than it was written. The disk may be faulty. What was written has been removed.

## The workspace of an office and its journal

workspace-not-empty = The folder “{ $path }” is not empty. Nothing was made, to keep its files safe. Give an empty folder or a new name.
workspace-none = “{ $path }” is no office folder of kyukan. Nothing was changed. Give an office folder, or make one with kyukan init.
workspace-newer = “{ $path }” was made by a newer kyukan (format { $found }, this program knows { $known }). Nothing was changed. Update kyukan.
workspace-db-missing = The file of records “{ $path }” is missing. No empty one was made in its place. Check whether it was moved or renamed, and put it back.
workspace-db-empty = The file of records “{ $path }” is empty (0 bytes). It was left as it is. Check whether a copy or a sync program stopped halfway.
workspace-db-unreadable = “{ $path }” cannot be read as kyukan's file of records. It was left as it is. Do not delete it; show it to whoever looks after the computers.
workspace-db-foreign = “{ $path }” is a database of another program. It was left as it is. Put kyukan's file of records back in its place.
workspace-backup = There is a copy: “{ $path }”.
workspace-no-backup = There is no copy.
trouble-disk-full = The disk is full; “{ $path }” cannot be written. No record is lost. Make room, then go on.
trouble-gone = “{ $path }” is not there. What was written before is unchanged. Check the drive, the network and the name of the folder; once it is back, go on.
trouble-read-only = “{ $path }” can only be read. No record is lost. Copy the whole folder to where it can be written, or lift the write protection.
trouble-in-use = Another program is using “{ $path }”. No record is lost. Close what has it open (Excel, a sync program), then try again.
trouble-denied = You have no permission for “{ $path }”. No record is lost. Ask whoever looks after the computers for permission to read and write.
trouble-other = “{ $path }” cannot be read or written ({ $reason }). No record is lost. If it stays so, show this text to whoever looks after the computers.
append-not-written = This was not recorded.
append-journal-longer = { $count ->
    [one] 1 entry was recorded elsewhere meanwhile.
   *[other] { $count } entries were recorded elsewhere meanwhile.
} Read again, then repeat it.
append-journal-shorter = The journal was replaced by an older one than what is shown. Read again and look for what is missing.
barrier-asked = It is open for reading only. Open it for writing to record anything.
barrier-held = “{ $person }” has been using it since { $since } on “{ $machine }” (process { $pid }). It was opened for reading only. To write, have them close it first.
barrier-held-unknown = Somebody else is using it. It was opened for reading only. To write, have them close it first.
barrier-reading = It was opened for reading only.
damage-altered = An entry of the journal is not what was written.
damage-missing = Entries are missing in the journal or at its end.
damage-unreadable = An entry of the journal makes no sense.
damage-count = The count of the journal's entries does not fit the journal.
damage-database = The file of the journal is damaged ({ $reason }).
damage-extent = { $count ->
    [one] The first entry is good and can be read.
   *[other] The first { $count } entries are good and can be read.
} What follows is not used, and nothing is added. Do not delete the file; ask whoever looks after the computers.
warning-backup-failed = No copy of the journal could be made in the folder backup. Work can go on.
warning-newest-left-out = The place can only be read, so some of the newest entries are not shown. They are not lost: copy the whole folder to where it can be written and open it there.

## Writing: the plan of files, inquiries, the list to call through

write-nothing = There is nothing to write.
write-files = { $count } { $count ->
    [one] file
   *[other] files
 } to be written
write-file = File
write-why = What
write-added = Added
write-removed = Removed
write-changed = Changed
write-against = Compared with
write-against-nothing = nothing (first time)
write-against-received = what was received
write-against-sent = what was sent last
write-why-revised-plan = Revised plan: { $office }
write-why-sheet = 別表 sheet: { $office }
write-why-profile = Client information: { $office }
write-why-delete-plan = Delete file of the plan: { $office }
write-why-actuals = Actuals for own software: { $office }
write-why-delete-actuals = Delete file of actuals: { $office }
write-why-inquiry = Inquiry: { $office }
write-why-call-list = List of what has not arrived
write-warning-clock = The clock of this machine ({ $clock }) is behind the files known so far. The files are stamped { $used }. Please check the clock.
write-warning-kind = { $client }: the standard does not exchange service kind "{ $kind }". { $rows } rows are not written.
write-warning-left-out = { $client }: item { $no } "{ $item }" of { $file } cannot be written, so this client is not written. { $fault }
write-warning-no-profile = { $client }: no client information was received, so none is sent along.
write-fault-character = Character { $position }, "{ $character }", cannot be used in these files.
write-fault-empty = A required item is empty.
write-fault-not-bare = "{ $value }" has a sign that cannot stand here (comma, quote or line break).

inquiry-title = Inquiry about plan and actuals
inquiry-to = To
inquiry-dear = { $office }
inquiry-from = From
inquiry-please = Plan and actuals differ as follows. Please write your answers and return this sheet by the date given.
inquiry-client = Client
inquiry-question = Question
inquiry-due = Answer by
inquiry-answer = Answer
row-content = { $day } { $times } { $code } { $units } units x{ $count }

calls-provider = { $office }  { $count } clients  { $units } units
calls-number = Provider number
calls-kind = Service kind
calls-units = Planned units

## Deciding: verdicts, events, refusals

verdict-adopt = Adopt actual
verdict-keep = Keep plan
verdict-edit = Edit
verdict-ask = Ask
verdict-hold = Hold
verdict-none = Decision taken back
settled-open = undecided
settled-asked = asked
settled-held = on hold
settled-adopted = actual adopted
settled-kept = plan kept
settled-edited = edited
settled-withdrawn = withdrawn
arrival-as-planned = Make from plan
arrival-as-planned-all = Make from plan (everything missing from this provider and kind)
arrival-late = Late claim
arrival-late-all = Late claim (everything missing from this provider and kind)
arrival-fax = FAX actuals
arrival-fax-as-planned = Type FAX actuals (begin as planned)
arrival-none = Back to not arrived
event-one = { $what }
event-several = { $what }, { $count } items
event-of = {" "}({ $name })
event-of-several = {" "}({ $name } and { $others } more)
event-join = ,{" "}
event-joined = Paired
event-apart = Pair taken apart
event-pairing-none = Pairing left to the program
event-withdrawn = Withdrawn
event-withdrawn-all = Withdrawn (all clients of this provider and kind)
event-not-withdrawn = Not withdrawn any more
event-checked = Checked
event-fixed = Final
event-unfixed = No longer checked or final
event-note = Note
event-closed = Month signed off
event-reopened = Month opened again
event-rule = Rule "{ $name }", { $count } items
event-rule-kept = Rule "{ $name }" kept
event-rule-forgotten = Rule "{ $name }" forgotten
event-edition = Edition of the standard changed, { $office }
event-import = Imported: { $new } new, { $known } known, { $refused } left out
event-write = Wrote { $count } files ({ $folder })
event-undo = Undo: { $what }
event-redo = Redo: { $what }
edit-day = Day
edit-start = Start
edit-end = End
edit-code = Service code
edit-count = Count
edit-units = Units
edit-expected-day = a day of the month (1 to the last one)
edit-expected-time = a time (as 0930 or 9:30; empty for a service without times)
edit-expected-times = both times (or none, for a service without times)
edit-expected-code = a code of six characters of the same service kind
edit-expected-count = a number from 1 to 99
edit-expected-units = a number from -99999 to 999999
refusal-month-closed = This month is signed off. To change anything, open the month again first (command "Sign off month").
refusal-fixed = { $name } is final. To change anything, take that back first.
refusal-nothing = Nothing would change. Nothing was recorded.
refusal-vanished = This difference is no longer there ({ $id }): a newer file changed its rows. Nothing was changed. Look at the screen and decide again.
refusal-impossible = { $field } cannot be "{ $found }". Type { $expected }. Nothing was changed.
refusal-no-reason = Please give a reason. Nothing was changed.
refusal-still-open = { $name } cannot be final yet: { $open } undecided differences, { $waiting } providers not arrived.
refusal-clients-open = { $count } clients are not final ({ $name } and others). Make them final or give the reason.
refusal-not-pairable = These two cannot be paired. Choose a planned and an actual row without partners, of the same client and provider.
refusal-nothing-to-undo = There is nothing more to undo.
refusal-nothing-to-redo = There is nothing to redo.
risk-cut = cut of { $units } units expected
risk-hold = hold expected
risk-over-limit = { $units } units over the limit
risk-faulty = faulty data
warning-clock-behind = Recorded. The clock of the computer has gone back behind the entry before. Please check it.
journal-failed = Not recorded

## Deciding on the screen: windows, notices

form-reason = Reason
form-question = Question
form-question-default = Please check the actuals.
form-due = Due date
form-note = Note
form-rule-name = Name of the rule
form-explanation = Why they are not final
form-no-date = This is no date. Type it as 11/8, 2026-11-08 or 8 (the next 8th).
form-hint = Tab next field  Enter done  Esc cancel
form-about-differences = { $count } differences
form-about-fax = Changes a row of actuals. A count of 0 takes the row out.
form-about-open = { $count } clients that are not final
level-day = This day
level-line = Rows of the same service
level-provider-of-client = This client at this provider
level-client = This client
level-provider = All clients of this provider
level-provider-and-class = Such differences at this provider
level-name = { $level }: { $verdict }
level-note = { $count } items
rule-name = { $what }: { $verdict }
rule-note = { $count } items ({ $guarded } left out)
rule-same-units = (same units)
rule-hits = Decides { $count } items. Leaves out { $guarded } that might be returned, held or cut (!).
rule-hint = Enter apply  K keep for next month  Esc cancel
rule-hint-kept = Enter apply  K do not keep any more  Esc cancel
notice-no-difference = Put the cursor on a difference.
notice-no-client = Put the cursor on a client.
notice-no-provider = Put the cursor on a provider.
notice-no-partner = There is no row to pair this one with.
notice-no-rules = No rule applies. Decide the rest one by one.
notice-no-workspace = This is no workspace, so decisions cannot be recorded. Make one with kyukan init and take the files in with kyukan import.
notice-skipped = {" "}({ $count } left out)
action-adopt = Adopt
    .help = Takes the actual as right: the plan follows it
action-keep = Keep plan
    .help = The plan stands as it is
action-edit = Edit
    .help = Makes the right row from day, times, code, count and units
action-ask = Ask
    .help = Asks the provider (question and due date)
action-hold = Hold
    .help = Leaves it for later, with a reason
action-unset = Take back
    .help = Takes the decision back
action-levels = Decide several
    .help = Decides a day, a row, a client or a provider at once
action-rules = Rules
    .help = Offers rules that decide like differences at once
action-pair = Pair
    .help = Pairs a planned row with an actual one, or takes a pair apart
action-waiting = Not arrived
    .help = Make from plan, late claim, FAX actuals, withdrawal
action-undo = Undo
    .help = Undoes the last thing done (as often as wanted)
action-redo = Redo
    .help = Does again what was undone
action-check = Checked
    .help = Marks the client as checked, or takes that back
action-fix = Final
    .help = Makes the client final, or takes that back
action-note = Note
    .help = Puts a note on the client
action-close-month = Sign off month
    .help = Signs the month off, or opens it again
action-mark = Mark
    .help = Marks the difference; decisions go to all marked ones
action-unmark = No marks
    .help = Takes all marks away
action-keep-rule = Keep rule
    .help = Keeps the rule for other months, or forgets it
action-field-next = Next field
    .help = To the next field
action-field-previous = Field before
    .help = To the field before
settled-due = (due { $date })
settled-by = { $person } { $date } { $time }
settled-stale = Changed by a newer file. Decided before: { $verdict } (plan { $plan } / actual { $actual })
column-decision = Decision
facet-undecided = Undecided
client-stale = { $count } sent anew
differences-open = { $count } undecided
head-open = { $count } undecided
head-reading = Read only
head-closed = Signed off
month-files = { $count } files
action-fix-all = All final
    .help = Makes every client final who has nothing left open

## Writing and taking in on the screen

screen-outbox = Write
outbox-planning = Finding out what would be written
outbox-all = All clients
outbox-changed = Only clients that have changed
outbox-to-providers = For the providers
outbox-to-kokuhoren = For 国保連
outbox-unsent = Only what was not written yet
outbox-rule-kokuhoren = The slips and the office's own claims of this month are written. To put late ones of other months into the same file, use kyukan write --slips --fee --late-month.
outbox-rule = Where the actual was adopted, the plan follows it; where the plan was kept, the actual follows the plan.
outbox-sure = Write this?
outbox-write = Write { $count } files
outbox-written = Wrote { $count } files to { $folder }
outbox-verified = What was written was read back and agrees with its manifest.
form-path = Place
form-about-import = Type the place of a folder or file (or drop it on the window).
form-no-path = Please type a place.
notice-busy = Files are being written or taken in. Press once more when that is done.
notice-imported = { $count } new files were taken in. { $key } reads them.
head-arrived = { $count } new
action-write-out = Write
    .help = Writes the files of the list (asks once more)
action-all-clients = Extent
    .help = Only clients that have changed, or all of them
action-addressee = To whom
    .help = Files for the providers, or for 国保連
action-import = Import
    .help = Takes a folder or a file into the workspace
action-show-outbox = Write
    .help = To the preview of what would be written

## Commands of a workspace

import-new = Taken in.
import-new-replacing = Taken in. It was sent after { $name }.
import-new-late = Taken in, but there is a newer one: { $name }.
import-known = The same as one taken in before.
import-restored = The kept file had been changed, so it was put back as it came. The changed one stays beside it under another name.
import-not-exchange = Not a care plan data file, not taken in.
import-other-office = A file between other offices (from { $sender } to { $receiver }), not taken in.
import-not-reached = Not taken in yet.
import-counts = { $total } files = { $new } new + { $known } known + { $restored } restored + { $not_exchange } no exchange files + { $other_office } of other offices + { $unreadable } unreadable + { $not_reached } not reached
import-cancelled = The import was stopped on the way. Files taken in stay. Importing again goes on from there.
import-cancelled-before = The import was stopped. Nothing was taken in.
import-go-on = Files taken in stay. Once this is mended, importing again goes on from there.
import-nothing = Nothing was taken in.
import-not-recorded = The files were taken in, but the journal could not be written. Importing again writes it.
out-not-written = Nothing was written.
out-received-unreadable = The received file { $path } cannot be read any more. Nothing was written. Import it again with kyukan import.
out-received-changed = Line { $line } of the received file { $path } is not what it was when the month was opened. Nothing was written. Open the month again.
out-inquiry-failed = The inquiry cannot be made ({ $reason }). Nothing was written. Make the question shorter.
verify-no-manifest = The list of contents (manifest.json) of { $path } cannot be read: { $reason }
verify-unknown-manifest = The list of contents (manifest.json) of { $path } is none of this version of kyukan.
verify-differs = { $count } files of { $path } are not what was written. Write them again before you send them.
verify-missing = { $name } is gone.
verify-changed = The contents of { $name } have changed.
verify-unreadable = { $name } cannot be read: { $reason }
verify-added = { $name } was not written by kyukan.
write-why-sign-off = List of the month's sign-off
write-why-journal = Journal of the month
write-done = Wrote { $count } files to { $path } and read them back (the journal { $journal } is among them).
write-ask = Write them? (y/N):{ " " }
write-not-confirmed = Nothing was written. Add --yes to write.
summary-decided = Decisions: { $counts }
rule-everything = All differences
rule-not-applied = Nothing is decided yet. Add --yes to apply the rule.
rule-no-hits = No undecided difference fits this rule. Nothing was changed.
sign-off-counts = { $fixed } fixed / { $open } not fixed
sign-off-by = Signed off by { $person }, { $at } ({ $machine })
sign-off-state = State
sign-off-decided = Decisions
sign-off-exception = Not fixed: { $reason }
log-number = No.
log-time = Time
log-person = Person
log-what = What
log-empty = Nothing is in the journal yet.
log-none = No entry of the journal fits.
init-done = Made the office folder { $path }.
init-next = Next, take the received files in: { $command }
init-no-number = Your office's number is not known yet. Write its ten digits after "number" in { $path }, so that files of other offices are told apart.
init-already = { $path } is an office folder already. Nothing was changed.
workspace-here-none = This is no office folder. Name one with --workspace, or make one with kyukan init.
decide-done = Recorded: { $what }
decide-skipped = { $count } fixed clients were left as they are. Unfix them first.
decide-no-line = Nothing of { $kind } is missing from { $provider }. Nothing was changed.
decide-no-provider = This client has neither plans nor actuals of { $provider }. Nothing was changed.
note-demo-office = Made the office folder { $path } too, and took the files in.
demo-office-name = Sample Care Management Centre
help-command-init = Makes an office folder (where received files and decisions are kept)
help-command-import = Takes received files into the office folder; safe to repeat
help-command-decide = Records decisions about differences, missing actuals, clients and the month
help-command-undo = Takes the newest decision back (again and again)
help-command-redo = Does again what was taken back
help-command-log = Shows the journal (who did what, and when)
help-command-write = Shows and then writes revised plans, actuals, inquiries and so on
help-decide-adopt = Adopt: the plan follows the actual
help-decide-keep = Keep: the actual is not taken
help-decide-ask = Ask: asks the provider (--text for the question, --due for the date)
help-decide-hold = Hold: leaves it for later, with a reason
help-decide-unset = Takes decisions back
help-decide-rule = Decides all differences that fit a rule; only shows them without --yes
help-decide-as-planned = Makes the plan stand for a provider from whom nothing came
help-decide-late = Leaves a provider from whom nothing came for next month (needs a reason)
help-decide-waiting = Takes as-planned and late back
help-decide-withdraw = The provider does not serve the client after all (needs a reason)
help-decide-unwithdraw = Takes a withdrawal back
help-decide-check = Marks clients as looked through
help-decide-fix = Fixes clients; decisions about them cannot be changed then
help-decide-unfix = Takes fixing and looking through back
help-decide-note = Adds a note to a client; an empty text takes it away
help-decide-close = Signs the month off and shows the list
help-decide-reopen = Opens a month that was signed off (needs a reason)
help-option-workspace = Office folder (if not given, the current folder)
help-option-number = Your office's number (10 digits); can be written into kyukan.toml later
help-option-name = Your office's name
help-option-area-grade = Area grade (1 to 7, or other)
help-option-office-dir = Office folder to make; empty or new
help-option-yes = Does it without asking
help-option-all = Also writes what has not changed
help-option-person = Only what this person did
help-option-day = Only what was done on this day (such as 2026-11-05)
help-option-id = Number of a difference (at the end of its line in kyukan check)
help-option-reason = Reason
help-option-text = Question
help-option-due = Date by which the answer is wanted (such as 2026-11-08)
help-option-verdict = What is decided about the differences that fit
help-option-class = Class of the differences
help-option-provider = Number of the provider
help-option-kind = Service kind (2 characters)
help-option-code = Service code (6 characters)
help-option-same-units = Only those without an effect on units
help-option-save = Keeps the rule under this name for other months
help-option-line = Provider number/service kind (such as 1379900028/11)
help-option-words = Text of the note
help-option-explain = Explanation for clients who are not fixed
help-value-id = ID
help-value-name = NAME
help-value-person = PERSON
help-value-day = DAY
help-value-text = TEXT
help-value-grade = GRADE
help-value-verdict = VERDICT
help-value-class = CLASS
help-value-code = CODE
help-value-line = PROVIDER/KIND
outbox-warnings = To know before writing
outbox-warned = { $count } notes (Enter reads them)

## The journal screen

screen-journal = Journal
action-show-journal = journal
    .help = to the journal of what was done
action-filter-journal = filter
    .help = shows only some events: of a day, by a person, about a client
action-clear-journal-filter = clear filter
    .help = shows all events again
keys-rule = Preview of a rule
column-event = no.
column-when = when
column-person = who
column-machine = computer
column-deed = what was done
facet-day = day
facet-person = person
facet-client = client
journal-count = { $shown } of { $all } events
journal-events = { $count }
journal-empty = Nothing is recorded yet. Every decision and every import will stand here.
journal-nothing = No event fits the filter.
journal-on-its-way = being written
journal-taken-back = undone:
journal-taken-back-by = Undone by event { $event }
journal-reason = Reason: { $reason }
journal-changes = { $count } changes
journal-changes-from = { $count } changes, from no. { $from }
journal-more = { $count } more ({ $key } shows them)
journal-no-place = This event is about no client.
journal-client-gone = The client with the number { $number } is not in this month any more.
journal-difference-gone = This difference is not there any more. This is its client.
change-sentence = { $about }: { $before } -> { $after }
change-verdict = { $verdict } ({ $more })
change-due = answer by { $date }
change-fax = { $choice }, { $count } rows
change-text = "{ $text }"
change-automatic = paired by the program
change-unchecked = unchecked
change-month-open = not signed off
change-closed = Month signed off ({ $count } clients not final)
change-rule = Rule "{ $name }"
change-edition = Edition of the standard, { $office }
notice-arrived-before = { $count } new files were taken in from the watched folders.
client-source-fax = FAX actuals, typed in

## More decisions on the command line

refusal-unknown-provider = No provider of this month has the number { $number }. Check the number. Nothing was changed.
help-decide-edit = Edit: the row stands with these items changed; an earlier edit is replaced
help-decide-pair = Pairs a difference that has only a plan with one that has only an actual
help-decide-unpair = Takes a planned and an actual row that were paired apart
help-decide-fax = FAX actuals for a provider from which nothing came: as planned, but for the rows given with --row
help-decide-edition = Edition of the standard written to a provider (auto follows the files that the provider sends)
help-option-edit-day = Day of the month (1 to the last one)
help-option-edit-start = Start time (0930 or 9:30; 9999 for a service without times)
help-option-edit-end = End time (0930 or 9:30; 9999 for a service without times)
help-option-edit-code = Service code (6 characters, of the same service kind)
help-option-edit-count = How many times on that day
help-option-edit-units = Units of one time
help-option-row = Row that is not as planned, "DAY START END CODE COUNT UNITS" (such as "5 9:30 10:30 111111 1 250"): replaces the row of that day, code and start, or is added; count 0 takes the row out; - for a service without times; may be given more than once
help-option-explain-client = Explanation for this client only (such as "Sato=in hospital"); may be given more than once
help-option-provider-edition = Edition of the standard (v3, v4, auto)
help-value-time = TIME
help-value-row = ROW
help-value-explanation = CLIENT=TEXT

## Registers, 割振, 給付管理票 and plan fees in the journal

expected-price = yen with up to two decimals
event-entry = Entered: { $register }
event-entry-gone = Taken out: { $register }
event-shares = Shares of the units over the limit
event-shares-none = Shares proposed again
event-slip-action = Slip action { $action }
event-slip-action-none = Slip action proposed again
event-gate = Let through with a reason: { $block }
event-gate-none = Blocked again: { $block }
event-slip-sent = Benefit slip written
event-fee-sent = Plan fee claim written
change-slip-action = Slip action
change-slip-result = Result of the slip
change-shares = typed shares of { $units } units
change-slip-action-value = { $text } ({ $why })
change-slip-sent = { $action }, { $units } units, { $file }
change-fee-sent = { $units } units, { $file }
slip-action-new = new
slip-action-replace = correction
slip-action-cancel = cancellation
slip-action-none = not sent
slip-result-accepted = accepted
slip-result-returned = returned
slip-result-not-received = not received
slip-result-none = no result
gate-applying = certification pending
gate-expired = days without a level
gate-allotment = units left to allot
gate-not-arrived = actuals not arrived
gate-unread = unreadable rows
gate-check-digit = wrong number
gate-birth-date = no birth date
gate-sex = no sex
gate-limit = limit differs
gate-over-limit = over the limit
register-managers = care managers
register-clients = contracts of clients
register-rates = benefit rates
register-additions = additions
register-terms = terms of the office
register-providers = service providers
register-prices = unit prices
register-classes = designations
register-insurers = insurers
register-masters = service codes
refusal-cannot-pass = "{ $block }" cannot be let through with a reason: a slip cannot be without it. Receive 利用者補足情報 again, or enter it in the register of clients.
refusal-nothing-sent = No slip of { $name } was written for this month yet. Enter the result after writing it.

## 給付管理票 as the paper form, and 給付管理総括

slip-form-title = Benefit slip (給付管理票), { $month }
slip-form-made = { $action }, made on { $day }
slip-form-kana = kana
slip-form-client = client
slip-form-birth = date of birth
slip-form-sex = sex
slip-form-level = care level
slip-form-maker = plan made by
slip-form-office-number = office number (care or support)
slip-form-manager = care manager number
slip-form-office = office (care or support)
slip-form-limit = limit
slip-form-limit-units = { $units } units/month
slip-form-period = limit in force
slip-form-from = from { $month }
slip-form-to = to { $month }
slip-form-entrusted = if entrusted
slip-form-entrusted-office = to office number
slip-form-entrusted-manager = care manager number
slip-form-services = Services at home, preventive services, programme (総合事業)
slip-form-provider = provider
slip-form-number = provider|number
slip-form-class = designation
slip-form-kind = kind of|service
slip-form-kind-code = kind|code
slip-form-units = planned|units
slip-maker-care-office = care office
slip-maker-client = the client
slip-maker-support-office = support office
slip-sex-male = male
slip-sex-female = female
slip-class-designated = designated
slip-class-quasi = quasi
slip-class-equivalent = equivalent
slip-class-other = other
slip-class-community = community
slip-class-programme = programme
slip-class-mixed = mixed
slip-total-title = Slips in total (給付管理総括)
slip-total-processing = processing month
slip-total-clients = By client
slip-total-providers = By provider and kind of service (lines and units without cancelled slips)
slip-total-action = action
slip-total-slips = slips
slip-total-lines = lines
slip-total-units = units
slip-total-month = month
slip-total-level = care level
slip-total-limit = limit
slip-total-rest = rest
slip-total-note = note
slip-total-number = provider number
slip-total-kind = kind
slip-total-cancelled-lines = cancelled lines
slip-total-cancelled-units = cancelled units

## Registers on the command line

column-insurer = insurer number
column-insured = insured number
column-office = office number
column-owner = office or insurer number
column-from = from month
column-to = to month
column-month = service month
column-full-time = full-time equivalent
column-head = head of office
column-chief = chief care manager
column-contract-on = contract
column-ended-on = end of contract
column-filed-on = filed on
column-entrusted-by = entrusted by
column-named-area = named area
column-cert-from = certified from
column-cert-to = certified to
column-payer = public payer number
column-recipient = public recipient number
column-rate = benefit rate
column-reimbursed = reimbursed later
column-count = times
column-fee-type = type of plan fee
column-additions = additions and reductions
column-factors = additions and reductions in percent
column-treatment = treatment addition
column-area-grade = area grade
column-corporation = corporation
column-phone = telephone
column-fax = fax
column-price = unit price
column-managers-name = care manager
column-managers-number = care manager number
column-additions-name = addition or reduction
column-providers-name = office name
column-classes-class = designation class
column-insurers-name = insurer name
column-register = register
column-title = holds
column-rows = rows
cell-text = “{ $found }” cannot stand in “{ $column }”. Use at most { $value } characters, without control characters and gaiji.
cell-office = “{ $found }” cannot stand in “{ $column }”. Give the 10 characters of the office number, leading zeros too.
cell-insurer = “{ $found }” cannot stand in “{ $column }”. Give the 6 digits of the insurer number, leading zeros too.
cell-insured = “{ $found }” cannot stand in “{ $column }”. Give the 10 characters of the insured number, leading zeros too.
cell-owner = “{ $found }” cannot stand in “{ $column }”. Give an office number of 10 characters or, for municipal services, an insurer number of 6 digits.
cell-kind = “{ $found }” cannot stand in “{ $column }”. Give a service kind of 2 characters (11, A2).
cell-month = “{ $found }” in “{ $column }” is no month. Write it like 2026-10 or R8.10.
cell-date = “{ $found }” in “{ $column }” is no date. Write it like 2026-10-05 or R8.10.5.
cell-tenths = “{ $found }” cannot stand in “{ $column }”. Give a number of { $value } with at most one decimal (1.0).
cell-price = “{ $found }” cannot stand in “{ $column }”. Give yen for one unit with at most two decimals (10.42).
cell-number = “{ $found }” cannot stand in “{ $column }”. Give a whole number of { $value }.
cell-flag = “{ $found }” cannot stand in “{ $column }”. Give 1 for yes or 0 for no.
cell-digits = “{ $found }” cannot stand in “{ $column }”. Give { $value } digits, leading zeros too.
cell-choice = “{ $found }” cannot stand in “{ $column }”. Give one of: { $value }
cell-fee-month = “{ $found }” in “{ $column }” cannot be checked: no additions are known for { $value }.
cell-required = “{ $column }” is empty. Something has to stand there.
cell-column = There is no column “{ $column }”. Columns: { $value }
cell-columns = The row has { $found } cells, the header { $value }.
cell-broken = A quote is not closed, so the cells cannot be told apart.
cell-not-before = “{ $found }” in “{ $column }” lies before { $value }.
cell-once = An earlier row of “{ $found }” says something else. Keep one of the two.
cell-check-digit = The check digit of “{ $found }” in “{ $column }” does not fit ({ $value } would). Look the number up.
head-no-register = The header is that of no register. Name the register with --register, or use the header that kyukan master export writes.
head-several = The header fits several registers ({ $names }). Name one with --register.
head-missing = Columns are missing: { $columns }{ $count ->
        [0] {""}
       *[other] . Not columns of this register: { $unknown }
    }
head-repeated = A column stands there twice: { $columns }
master-unknown-register = There is no register “{ $name }”. Registers: { $names }
master-no-row = { $register }: there is no row “{ $key }”. Nothing was changed.
master-empty = There are no rows yet.
master-set = Entered: { $register } { $key }
master-removed = Taken out: { $register } { $key }
master-exported = { $rows } rows were written to “{ $path }”.
master-unreadable = { $register }: the row “{ $key }” cannot be read and is not used. { $why }
master-import-counts = { $path }: { $register } { $rows } rows = { $new } new + { $changed } changed + { $same } same + { $refused } not taken in
master-import-not-taken = { $path }: not taken in. { $why }
master-import-ignored = These columns were left out: { $columns }
master-import-refused = Line { $line } (not taken in): { $why }
master-import-doubt = Line { $line } (taken in): { $why }
help-command-master = Shows and changes the registers (care managers, contracts, benefit rates, additions, providers, prices, service codes and so on)
help-master-list = Lists the registers with their numbers of rows, and the imported service code masters
help-master-show = Shows the rows of a register (masters: the service code masters)
help-master-set = Enters a row, or changes the columns that are given (such as clients insurer=131011 insured=0000100017 contract_on=2026-04-01)
help-master-remove = Takes a row out (give its key columns only; for a service code master: masters and the beginning of its hash)
help-master-import = Takes in the rows of CSV files; rows and columns that a file does not have stay as they are. Service code masters are registered as whole files
help-master-export = Writes a register as CSV, which can be edited and taken in again
help-option-register = Name of the register (kyukan master list shows them)
help-option-cell = Column and value; an empty value empties the column. To take a service code master off: the beginning of its hash
help-option-master-file = CSV file (UTF-8 or Shift_JIS; the first line is the header; a municipality's table of units may have none)
help-option-export-file = New file to be written (standard output when none is given)
help-value-register = REGISTER
help-value-cell = COLUMN=VALUE
column-birth-date = Birth date
column-sex = Sex
column-verified = Number verified

## 給付管理票 on the command line

help-command-tally = Lists benefit slips: action, units, what blocks them
help-option-slips = Writes the file of benefit slips for 国保連
help-option-window = Month of submission (such as 2026-11); otherwise the window that is open or comes next
help-option-late-month = Another service month whose slips go into the same file (such as 2026-09); may be repeated
slips-which-office = This month has { $count } care-management offices. Enter the number of yours as number in kyukan.toml of the office folder, or name it with --office.
slips-not-in-file = { $month }: { $blocked } blocked, { $faulty } that cannot be made and { $held } held back are not in the file. `kyukan tally` says why.
left-out-slip = The slip of { $name } for { $month } was left out of the file. { $why } Those of others are in it.
left-out-incomplete = Items are missing; see `kyukan tally`.
left-out-item = A value cannot be written ({ $reason }).
left-out-no-lines = It has no line.
left-out-too-many-lines = It has { $count } lines; a slip has at most 98.
left-out-repeated = { $office } { $kind } is there twice.
left-out-zero-units = { $office } { $kind } has 0 units.
left-out-no-office = The number of the care-management office is missing.
left-out-no-care-manager = The number of the care manager is missing.
left-out-entrusted = Only slips of 介護予防支援 can name an entrusted office.
left-out-same-key = There are two slips of the same client and month.
out-slips-failed = The file of slips could not be made ({ $reason }). Nothing was written.
out-no-name = None of the 99 names of a month is left. Change file_prefix in kyukan.toml. Nothing was written.
write-why-slips = benefit slips for 国保連
write-why-slip-total = total of the slips, to check
tally-title = Benefit slips of { $month } (sent in { $window })
tally-state = { $state }: { $count }, { $units } units
tally-client = Client
tally-action = Action
tally-level = Level
tally-lines = Lines
tally-total = Units
tally-limit = Limit
tally-manager = Manager
tally-chosen = { $action } (chosen)
tally-line = { $office } { $kind }: { $units } units (planned { $planned }, actual { $actual })
tally-from-actual = Units are those of the revised plan within the limit; where actuals were adopted, those of the actuals (below_plan = "actual" in kyukan.toml).
tally-from-plan = Units are those of the plan within the limit, also where less was done (below_plan = "plan" in kyukan.toml).
refusal-shares = The shares cannot be kept. { $why }
refusal-no-sheet = The sheet of { $name } cannot be computed, so nothing can be shared out; `kyukan tally --client` says why.
help-decide-slip-action = Chooses the action of a slip (auto, new, replace, cancel, none: not sent)
help-decide-pass = Lets a slip through although something blocks it, with a reason that the sign-off list shows
help-decide-unpass = Blocks it again
help-decide-slip-result = Enters what became of slips that were sent (accepted, returned, not-received, open)
help-decide-shares = Says who bears the units over the limit; without shares they are proposed again
help-option-share = Units over the limit, "office code units" (such as "1379900028 111211 505"; 111211#2 for the second row); may be repeated
help-option-kind-share = Units over the limit of the kind, written like --share
help-value-action = action
help-value-block = block
help-value-result = result
help-value-share = share

## The 別表 sheet that is written

write-warning-sheet-differs = { $client }: the plan did not change, so the 別表 sheet is written as it was received. { $columns } of its columns differ from the computed ones.
write-warning-sheet-not-computed = { $client }: the 別表 sheet cannot be computed and is written as it was received. { $obstacle }
write-warning-sheet-allotment = { $client }: nobody has decided yet for this plan who bears the units beyond the limit. The shares on the 別表 sheet are a proposal. Decide before sending.
write-warning-sheet-limit = { $client }: the limit is not known, so the 別表 sheet was computed as if nothing lay beyond it.
write-warning-sheet-rate = { $client }: the benefit rate is not known, so the 別表 sheet was computed with 90%.
write-warning-sheet-price = { $client }: the unit price of { $office } for "{ $kind }" is not known, so its yen and the sums of yen on the 別表 sheet are left empty.
write-warning-sheet-percent = { $client }: the rate of addition { $code } is not known, so its units were not computed again. Please check the 別表 sheet.
write-warning-sheet-stay = { $client }: the days of short stay before this month are not known, so their sum on the 別表 sheet is left empty.
write-obstacle-service = The kind of service { $code } of { $office } is unknown or was abolished.
write-obstacle-prices = { $office } has several unit prices for "{ $kind }".
write-obstacle-line = Units, times, discount or fixed charge of service { $code } make no sense together.
write-obstacle-other = Please check the plan and the service code master.
## 給付管理票 in words: states, why one cannot be made or sent, what a person should know

# States of a slip; .help says what it means and what is to be done
slip-state-faulty = not possible
    .help = Something it needs is missing. The reason says which register or file has to be put right.
slip-state-blocked = to check
    .help = Sent as it is, it may be returned or claims may be held. Put it right, or let it through with a reason.
slip-state-nothing-left = cancel?
    .help = A slip was decided, but there is nothing left to put on one. Choose whether it is cancelled or nothing is sent.
slip-state-ready = ready
    .help = It can be written.
slip-state-held-back = not sent
    .help = It is not sent in this window. To send it, leave the choice to the program again.
slip-state-written = written
    .help = It is in a file of this window, and nothing has changed since.
slip-state-unchanged = unchanged
    .help = It says the same as the one that was decided. Nothing is to be sent.
slip-state-not-due = not due
    .help = No slip is made for the client.
slip-not-due-nothing = nothing managed
    .help = No service counts to the limit, so no slip is needed.
slip-not-due-entrusted = by commission
    .help = The plan is made by commission. The support centre that gave it files the slip.
slip-not-due-multifunctional = multifunctional
    .help = The office of the multifunctional service files the slip.

# A register with the command that enters something into it
tally-register = the register of { $title } (kyukan master set { $name })

# Why a slip cannot be made
tally-no-manager-number = The number of the care manager (8 digits) is not known, so the slip cannot be made. Enter it in { $managers }. For a client without a manager, enter one in { $clients } too.
tally-no-office = It is not known which care office files the slip, so it cannot be made. Take in the plan (UPPLAN).
tally-no-limit-from = The first day of the limit is missing, so the slip cannot be made. Take in the client's supplement (UPHOSOKU) with the certification put right.
tally-no-limit-to = The last day of the limit is missing, so the slip cannot be made. Take in the client's supplement (UPHOSOKU) with the certification put right.
tally-negative = { $line } comes to { $units } units, below 0, so the slip cannot be made. Look whether only reductions are left of its plan and actuals.
tally-too-many-lines = The slip has { $count } lines, and only { $most } fit, so it cannot be made. Look for wrong office numbers in the plan.

# What a person should know of a slip
tally-open = { $count } differences are not decided (asked and held ones too). The plan stands for them. Decide them before sending.
tally-late = { $line } is left for later and not on the slip. Send it with a correction in a later window, once its actuals are settled.
tally-not-as-planned = The units of { $line } are not those of the plan as it was received. Make sure that the client agrees to the revised plan.
tally-plan-over-limit = The units of the plan are over the limit together, so those of the actuals were taken.
tally-shares-proposed = Who bears the units over the limit is proposed by the rule. Look at it on the sheet.
tally-class-uncertain = The designation class of { $line } is guessed from its kind. Look it up and enter it in { $classes }.
tally-assumed-decided = No result was entered for the slip before, so it counts as decided. If it was returned, enter that as its result.
tally-pending = A slip was written for this window already. If it was sent, cancel that transmission before sending another one.
tally-group-changed = The client changed between care and support within the month. The office in charge at its end files one slip with the services of both. Make sure who does.
tally-own-prevention = The client, on a support level, is taken as one of this office's own preventive support. If a support centre gave the commission, enter its number in { $clients }.
tally-cancel-takes-all = A cancellation takes down the plan fee and the claims of all the client's providers. If only units are wrong, choose a correction.

# What blocks a slip: the name, what was found, what follows, what to do
block-open = { $name }: { $what }
block-let-through = { $name } (let through: { $why }): { $what }
block-join = {", "}
block-applying = A slip sent before the certification is decided is returned (12PA). Take in the client's supplement again when it is, or do not send for now.
block-expired = There are services on { $found } without a valid certification. The slip may be returned. Make sure of the renewal and take in the client's supplement again, or change the plan of these days.
block-allotment = { $found }. For now it is computed as the rule proposes. Decide anew who bears the units, on the sheet.
block-not-arrived = No actuals came for { $found }. If they differ, the slip sent now has to be corrected. Wait for them, or decide: by plan, later, or from a FAX.
block-unread = Unreadable rows are not counted: { $found }. A slip that lacks them is corrected or returned later. Look at the rows (kyukan files, or the screen of files) and take in a mended file; for actuals it can also be decided to make them from the plan or to type them.
block-more = { $names } and { $count } more
block-rows = { $plan } of the plan, { $actual } of actuals
block-check-digit = The check digit of { $found } does not fit. A slip with a wrong number is returned (ADD0 and others). Put the plan right or, if the number is right, set it as verified in { $providers }.
block-birth-date = It is empty or no date. No slip can be without it. Enter it in { $clients }, or take in the client's supplement again.
block-sex = No slip can be without it. Enter it in { $clients }, or take in the client's supplement again.
block-limit = { $found }. Unless the municipality allows more, the slip may be returned (12P3 and others). Look at the certificate and take in the client's supplement again.
block-over-limit = { $found }. The slip would be returned (12P3) and all claims held. Change the plan or who bears the units.
block-left = No row can bear { $units } units over the limit
block-limits = The supplement says a limit of { $own } units, the table of levels { $table }
block-over = The slip comes to { $total } units, over the limit of { $limit }
share-category = the limit of the level
block-share-stale = The plan or the limit has changed since the units were allotted ({ $count } rows)
block-share-left = { $units } units over { $limit } are left to allot
share-too-much = { $units } units too many are allotted for { $limit }
block-share-out-of-range = { $row } can bear 0 to { $most } units
share-no-row = { $row } is no row that can bear units

# Why a client's month cannot be computed
worth-line = row { $number } of the sheet
worth-no-profile = There is no supplement (UPHOSOKU) of the client, so level and limit are not known and nothing can be computed. Take it in.
worth-level-empty = The supplement of the client has no care level, so the limit is not known and nothing can be computed. Take in one with the certification.
worth-no-level = There is no limit for the care level “{ $code }” of the client's supplement, so nothing can be computed. Take in one with the certification put right.
worth-no-level-in-month = No certification is valid in { $month }, so nothing can be computed. Make sure of the renewal and take in the client's supplement again. While it is pending, do not send.
worth-not-known = The tables of this program have no { $table } “{ $key }” for { $month }, so nothing can be computed. Open the month with a newer version of kyukan.
worth-unknown-service = { $service } is no service code of the month, so nothing can be computed. Ask the provider and put the plan right.
worth-percent-not-outside = { $service } is an addition in percent but stands inside the limit, so nothing can be computed. Look at the managed units of the received sheet.
worth-two-prices = { $line } has two unit prices, so nothing can be computed. Decide on one in { $prices }.
worth-copay-without-units = { $service } has a fixed charge and no units, so nothing can be computed. Look at the received sheet.
worth-discount-rate = { $service } has a discount rate above 100%, so nothing can be computed. Look at the received sheet.
worth-negative-count = { $service } has a count below 0, so nothing can be computed. Put the plan right.
rate-table-limit = limit
rate-table-unit-price = unit price
rate-table-fee = plan fee
rate-table-fee-addition = addition or reduction of the plan fee
rate-table-fee-factor = factor of the plan fee
rate-table-fee-threshold = thresholds of the plan fee
rate-table-concentration = reduction for concentration
rate-table-treatment = rate of the treatment addition
rate-table-kind-place = place inside or outside the limit

# What a person should know of a client's sheet
worth-taken-inside = { $code } was counted inside the limit, as { $source } says. The program's list says outside. Look at the official list, or ask the insurer.
worth-taken-outside = { $code } was counted outside the limit, as { $source } says. The program's list says inside. Look at the official list, or ask the insurer.
worth-source-master = the service code master
worth-source-sheet = the received sheet
worth-source-list = the program's list
worth-prices-differ = The received sheets have several unit prices for { $line }. The first one met was taken. Decide in { $prices }.
worth-price-unknown = The unit price of { $line } is not known, so its yen are left empty (its units are right). Enter the price in { $prices }, or the area grade in { $providers }.
worth-code-unknown = No sheet of this month and no imported table of service codes has { $service }. Its units and its place were taken from the kind and the planned row. A wrong code is returned, so look at it.
worth-rate-unknown = The rate of the addition { $service } is not known, so the units of the received sheet were taken. Open the month with a service code master to compute it.
worth-benefit-rate-assumed = The benefit rate is not known, so 90% were taken. Look at the certificate and enter it in { $rates }.
worth-pair-row-cut = { $service } has other units for the limit than for the claim. How the units over the limit are cut is not settled. Agree on it with the provider.
worth-discount-on-managed = The discount of { $service } was applied to its units for the limit too. Agree on it with the provider.
worth-disaster-base = { $service } (3% for infections and disasters) was taken of the covered units only. Agree on it with the provider.
worth-mixed-copay = { $line } has rows with and without a fixed charge. Look at the received sheet.
worth-assistance-only = The client is on public assistance only (H number). What the sheet shows follows the office's setting.
worth-reimbursed = The client is reimbursed later. The sheet shows the whole cost as paid by the client.

## Service code masters of a workspace whose file cannot be used

master-file-missing = The file of the imported service codes “{ $name }” is missing, so they are not used. Import them again. Place: { $path }
master-file-changed = The file of the imported service codes “{ $name }” is not what was imported, so they are not used. Import them again. Place: { $path }
master-file-unreadable = The file of the imported service codes “{ $name }” cannot be read, so they are not used. Place: { $path } Reason: { $reason }
master-file-unknown = The layout of the imported service codes “{ $name }” is not known, so they are not used. A newer edition of kyukan may have imported them. Place: { $path }
sign-off-slips = Benefit slips: what was let through and chosen, with the reasons
sign-off-what = What
sign-off-why = Reason
## 別表と割振 on the screen of a client and in `show`

# Columns of the 別表: short for a heading; .full is the name on the form
sheet-row = row
    .full = row
sheet-discounted-units = units
    .full = units after discount
sheet-count = no.
    .full = times or days
sheet-service-units = service units
    .full = service units
sheet-managed-units = managed
    .full = managed units
sheet-kind-over = over kind
    .full = units over the limit of the kind
sheet-kind-within = in kind
    .full = units inside the limit of the kind
sheet-category-over = over lim.
    .full = units over the limit of the level
sheet-category-within = inside
    .full = units inside the limit of the level
sheet-price = price
    .full = unit price
sheet-cost = cost
    .full = cost
sheet-rate = rate
    .full = benefit rate
sheet-claim = claim
    .full = claimed from insurance
sheet-copay = charge
    .full = charge of the client
sheet-full-payment = paid in full
    .full = paid in full by the client
sheet-subtotal = subtotal
sheet-over-30-days = >30 days
sheet-difference = { $row }: { $column } { $received } -> { $computed }
sheet-row-new = { $row }: the received sheet does not have the row
sheet-row-gone = { $row }: only the received sheet has the row
sheet-differences = { $count } differences from the received sheet (received -> computed). The slip is made with what is computed.
sheet-shares = Shares: { $from }

# Where the shares of the units over the limit come from
shares-nothing-over = nothing to share out
shares-typed = typed
shares-received = received sheet
shares-proposed = automatic (to confirm)
shares-stale = to be looked at again
shares-says-proposed = The shares of the units over the limit are proposed by the rule. Make sure who bears them and decide.
shares-says-typed-stale = The typed shares do not fit the plan any more, so the rule's proposal is used. Decide about them again.
shares-says-received-stale = The shares of the received sheet do not fit the plan, so the rule's proposal is used. Decide about them again.

# How much of the limit is taken
limit-used = { $used } / { $limit } ({ $unused } left)
limit-over = over by { $over } ({ $left } unallotted)
limit-over-proposed = over by { $over } ({ $left } unallotted, to confirm)
limit-over-stale = over by { $over } (shares to be looked at again)
tally-fault-no-lines = The slip has no line, so it cannot be made. To send one with 0 units, set zero_unit_slips to true in kyukan.toml.
## 居宅介護支援費の請求: how far a claim is, what is missing, what a person should look at

# States of a claim; .help says what it means and what is to be done
fee-state-open = to be entered
    .help = Something is missing, so there is no claim. Enter what the sentences below say.
fee-state-waits = waits for its slip
    .help = The slip cannot be sent yet. A claim without a slip is returned, so the claim waits too. See kyukan tally for the reason.
fee-state-changed = changed
    .help = The claim changed after it was written for this window. If that file was sent, cancel its transmission first, and make the file of all clients anew with --all.
fee-state-ready = ready
    .help = The claim can be written.
fee-state-written = written
    .help = It was written for this window, and nothing has changed since.
fee-state-claimed = claimed
    .help = It was claimed in another window. If the claim alone was returned, --again writes this client's once more.
    .differs = It was claimed in another window, but the claim would be another one now. Find out whether it has to be withdrawn (過誤).
fee-state-nothing = nothing to claim
    .help = There is nothing to claim, as when a reduction leaves 0 units.

# What a claim is for
fee-base-care = care management { $type }
fee-base-prevention = preventive support { $type }
fee-base-additions = additions only { $type }
fee-line-base = base fee
fee-line-treatment = treatment addition
fee-invoiced-insurance = insurance
fee-invoiced-public = public payers, law { $law }

# Why a client is not claimed; .help is a sentence
fee-not-due-entrusted = entrusted
    .help = The plan is made by commission. { $centre } claims it.
fee-not-due-management = preventive care management
    .help = All services are those of the municipal programme. The support centre claims this in the way of its municipality. If services of the insurance were used too, look at the plan.
fee-not-due-multifunctional = multifunctional
    .help = The multifunctional office makes the plan, so there is no plan fee.
fee-not-due-no-slip = no slip
    .help = No slip is sent for this month, so there is no plan fee.
fee-not-due-other-insurer = other insurer
    .help = The client was with another insurer at the end of the month. By the setting of this office (fee_insurer in kyukan.toml) only that one is billed.
fee-not-due-no-level = no level
    .help = The care level in this month is not known. Take in a client file (UPHOSOKU) with the certification.

# Why a claim cannot be computed
fee-no-terms = It is not entered whether the plan fee is (I) or (II), so nothing can be computed. Enter the terms from this month on in { $terms }.
fee-no-own-prevention = It is not known whether the office has its own designation for preventive support, so nothing can be computed. Enter the office's number as number in kyukan.toml.
fee-no-level = The level at the end of the month is not known, so nothing can be computed. Take in a client file (UPHOSOKU) with the certification.
fee-no-tier = The client is not among those counted, so the tier (i)(ii)(iii) is not known and nothing can be computed. Look at the certification in the client file (UPHOSOKU).
fee-no-price = The area grade of the office is not known, so there is no unit price and nothing can be computed. Enter the grade in { $terms }, or as area_grade in kyukan.toml.
fee-unknown-terms = { $names } in the terms of the office is no addition or reduction of this month, so nothing can be computed. Put { $terms } right.
fee-unknown-names = { $names } is no addition or reduction of this month, so nothing can be computed. Put { $additions } right.
fee-other-kind = { $names } does not belong to the kind of fee this client has, so nothing can be computed. Put { $additions } right.
fee-factors-exclude = { $first } and { $second } exclude each other, so nothing can be computed. Take one out.
fee-no-kind = Kind { $kind } cannot be written, so nothing can be computed. Use a newer version of kyukan.

# What is missing for the record of a claim
fee-no-filed-on = The day on which the request for a plan was filed is missing, so it cannot be claimed. Enter it in { $clients }.
fee-no-certification = The period of certification (or one end of it) is missing, so it cannot be claimed. Enter both ends in { $clients }.
fee-certification-outside = The period of certification entered ({ $from } to { $to }) does not fit the claim of this month. Look at the certificate and put { $clients } right.
fee-no-birth-date = The date of birth is missing or cannot be read, so it cannot be claimed. Enter it in { $clients }, or take the client file (UPHOSOKU) in again.
fee-no-sex = The sex is missing, so it cannot be claimed. Enter it in { $clients }, or take the client file (UPHOSOKU) in again.
fee-no-manager = The care manager is not known, so it cannot be claimed. Enter the name in { $clients }.
fee-no-manager-number = The care manager { $name } has no number of 8 digits, so it cannot be claimed. Enter it in { $managers }.
fee-no-payer = The client is on public assistance only (H number), but the number of the payer (8 digits) is missing, so it cannot be claimed. Enter it in { $clients }.
fee-no-recipient = The client is on public assistance only (H number), but the number of the recipient (7 digits) is missing, so it cannot be claimed. Enter it in { $clients }.
fee-no-code = The service code of "{ $line }" ({ $units } units) is not known, so it cannot be claimed. Open the month with a service code master (--codes), or enter the 6 digits of the code as a name in { $additions }.
fee-which-code = Several service codes fit "{ $line }" ({ $units } units): { $codes }. Enter the one to be used as a name in { $additions }.
fee-too-large = Units or price of "{ $line }" are too large for the form. Look at its count and the price.
fee-record-no-lines = There is no line to claim. Look at the additions and reductions that are entered.
fee-record-too-many-lines = There are { $count } lines, more than the { $most } a claim can have. Look at the additions that are entered.
fee-record-repeated = Service code { $code } is there twice, which would be returned (ANNL). Make it one with its count in { $additions }.
fee-record-other-form = Service code { $code } does not belong on this form, which would be returned (ABBF). Put { $additions } right.
fee-record-negative = Reductions outweigh everything else, so it cannot be claimed. Look at the reductions that are entered.
fee-record-public-payer = Only people on public assistance only (H number) need numbers of public payers. Look at { $clients }.
fee-record-same-key = There are two claims of the same client. Look at the insured numbers of the plans.

# What a person should look at before a claim is sent
fee-note-additions-only = There is no slip this month: only the additions entered are claimed, without the base fee.
fee-note-nothing = A reduction leaves 0 units, so no record is made.
fee-note-gone-at-end = The client was not with this insurer at the end of the month. The last level there was taken. Regions differ, so ask 国保連.
fee-note-certification-of-limit = The period of certification is not entered, so the period of the limit was taken. Look at the certificate and enter it in { $clients }.
fee-note-filed-after-month = The request was filed on { $day }, after this month. Months before it may not be claimed. Look at { $clients }.
fee-note-contract-ended = The contract ended on { $day }. Look at { $clients } whether this may be claimed.
fee-note-entered-twice = { $name } is entered for the office and for this client. It is claimed as entered for the client. Take one out, in { $terms } or { $additions }.
fee-note-no-manager-number = The care manager { $name } has no number. This form allows that, but it is safer to enter it in { $managers }.
fee-note-code-of-master = The service code of "{ $line }" is { $code }, from the service code master.
fee-note-code-entered = The service code of "{ $line }" is { $code }, as entered.
fee-note-code-unsure = Service code { $code } of "{ $line }" comes from a source that was not checked. Look at the official list before you send it.
fee-note-code-likely = Service code { $code } of "{ $line }" comes from a second-hand source. It is safer to check it.
fee-note-master-differs = The program's table has { $units } units for service code { $code }, the service code master { $master }. The table was taken. Find out which is right.
fee-note-negative-line = Service code { $code } (a reduction) is written as a line of negative units. It is safer to look at the guide of 国保連.
fee-rule-not-together = { $name } cannot be claimed together with { $other }. It was computed as entered. Take one out.
fee-rule-needs = { $name } needs one of { $needed }. Look at what is entered.
fee-rule-too-often = { $name } can be claimed { $most } times a month at most. It was computed as entered. Put the count right.
fee-rule-not-for-type = { $name } is not for offices of type { $type }. It was computed as entered. Take it out.
fee-rule-not-for-tier = { $name } is not for tier { $tier } and was left out.
fee-rule-code-needs-master = Factors change the base fee, which then has a composite service code. Look at the service code master.

## 取扱件数と特定事業所集中減算 in words

# As what a client counts; .help is a sentence
workload-sort-care = care
    .help = A client of care management. Counts as one.
workload-sort-prevention = preventive
    .help = A client of the office's own preventive support. Counts as a third.
workload-sort-entrusted = entrusted
    .help = A client of preventive support entrusted by a support centre. Counts as a third.
workload-sort-named-area = preventive (named area)
    .help = A client of preventive support in an area named by the minister. Not counted.
workload-sort-management = preventive care management
    .help = A client with services of the municipal programme alone. Not counted.
workload-sort-no-slip = no slip
    .help = No slip is sent for the month. Not counted.
workload-sort-gone = gone at month end
    .help = Without a level at this insurer at the end of the month. Not counted.
workload-sort-multifunctional = multifunctional
    .help = The multifunctional office makes the plan. Not counted.
workload-sort-no-level = no level
    .help = The care level in this month is not known. Not counted.

# The three readings of 取扱件数
workload-reading-own-and-entrusted = care + preventive + entrusted (the rule)
workload-reading-own-only = care + preventive
workload-reading-care-only = care only
workload-staff-terms = full-time equivalents { $staff } (entered with the terms; the managers add up to { $managers })
workload-staff-managers = full-time equivalents { $managers } (sum of the managers)
workload-type = plan fee { $type } (full below { $border })

# What a person should know of a workload; { $register } is where to enter it
workload-no-terms = The terms of the office are not entered, so plan fee (I) without office-wide additions was taken. Enter them in { $register }.
workload-unknown-manager = The care manager { $name } is not registered and counts as 1.0. Enter the name in { $register }.
workload-no-full-time = The care manager { $name } has no full-time equivalent and counts as 1.0. Enter it in { $register }.
workload-no-manager = { $count } clients have no care manager. Enter the name in { $register }.
workload-no-contract-date = { $count } clients have no day of contract. Tiers follow the order of contracts, so these stand last. Enter it in { $register }.
workload-gone-at-end = { $count } clients had no level at this insurer at the end of the month. They are not counted.
workload-unknown-term = { $name } in the terms of the office is no addition or reduction of this month. Put { $register } right.
workload-no-price = The area grade of the office is not known, so yen are left empty. Enter it in { $register }, or as area_grade in kyukan.toml.
workload-terms-fault = The additions of the office cannot be computed, so what one client more or less does is left empty. { $why }

# 特定事業所集中減算
concentration-no-corporation = { $office } (no corporation entered)
concentration-few-offices = fewer than 5 offices in the area
concentration-small-office = 20 plans a month or fewer
concentration-small-kind = 10 plans of this kind a month or fewer
concentration-not-over = No share is over 80%, so there is no reduction. Keep the calculation.
concentration-reasoned = Shares are over 80%, but numbers show a valid reason. Name it when you file.
concentration-over = Shares are over 80%, and numbers show no valid reason. Without another one, 200 units are taken off every client in the months of the reduction.

## 居宅介護支援費 on the command line

help-command-fee = Lists the office's own claims: what is claimed, what has to be entered first, who is not claimed
help-option-fee = Writes the files of the office's own claims for 国保連
help-option-again = A client who is claimed once more, as when the claim alone was returned (with --fee). May be given several times
fee-title = Plan fees of { $month } (window { $window })
fee-workload = { $cases } cases, { $staff } full-time care managers (see kyukan workload)
fee-state = { $state }: { $count }, { $units } units, { $yen } yen
fee-waits-for = { $state } ({ $slip })
fee-times = { $name } x{ $count }
fee-and-more = { $names } and { $count } more
fee-left-out = Not claimed: { $why } { $count }
fee-form = form
fee-tier = tier
fee-codes = codes
fee-units = units
fee-yen = yen
fee-additions = additions
fee-price = price
fee-count = claims
fee-invoiced = payer
fee-invoice = Invoice (7111), with claims that wait for their slip or were claimed before
fee-open = { $count } more need something entered and are not in the sums.
fee-total-title = Plan fee claims
fee-total-invoice = Invoice (7111)
fees-not-in-file = { $month }: { $open } to be entered, { $waits } waiting for their slips, { $changed } changed after they were written are not in the file. See kyukan fee.
fees-changed = { $month }: claims changed after they were written. If that file was sent, cancel its transmission first, and make the file of all clients anew with --all.
left-out-fee = The claim of { $name } for { $month } is not in the file: a value cannot be written ({ $reason }). All others are in it.
out-fees-failed = The file of claims could not be made ({ $reason }). Nothing was written.
write-why-fees = plan fee claims for 国保連
write-why-fee-total = total of the plan fee claims, to check

## 取扱件数 on the command line

help-command-workload = Shows cases, full-time equivalents, tiers and what one client more earns, for the office and each care manager
help-option-months = How many months to show side by side, back from this one (1 unless told)
help-option-concentration = Also computes the shares of the judging period of the reduction for concentration
help-option-offices-in-area = How many offices of a kind there are in the area (11=4, 15+78=12). May be given several times
help-value-kind-count = kind=number
workload-title = Workload of { $month }  { $office }
workload-office = { $type }  { $staff }
workload-reading = counted
workload-cases = cases
workload-per-head = per head
workload-room-45 = to 45
workload-room-50 = to 50
workload-room-60 = to 60
workload-room-left = { $count } left
workload-room-over = { $count } over
workload-room = to { $border }
workload-tiers = Clients by tier (of the whole office, oldest contract first)
workload-tiers-short = (i)/(ii)/(iii)
workload-counts = Clients by sort
workload-margins = What one client more or less does to the plan fees of the whole office (a month)
workload-one = change
workload-moved = others moved
workload-yen = yen
workload-more-light = one more of care 1-2
workload-more-heavy = one more of care 3-5
workload-more-prevention = one more of preventive support (without its own fee)
workload-less-light = the newest of care 1-2 leaves
workload-less-heavy = the newest of care 3-5 leaves
workload-managers = Care managers (cases as if each were an office of one; tiers of the whole office)
workload-full-time = full-time
workload-nobody = (nobody)
workload-months = Months
workload-month = month
workload-month-skipped = { $month } could not be opened and is left out. { $why }
concentration-title = Reduction for concentration (特定事業所集中減算)
concentration-period = Judged { $from } to { $to }, to be filed by { $file_by }, reduction { $reduced_from } to { $reduced_to }
concentration-none = No plan names a kind that is judged.
concentration-kinds = kind
concentration-top = largest corporation
concentration-of-top = its plans
concentration-all = all plans
concentration-share = share
concentration-reasons = valid reason by numbers
concentration-near = { $kinds }: { $corporation } has { $percent }%. Over 80% there may be a reduction.
concentration-is-over = { $kinds }: { $corporation } has { $percent }%, which is over 80%.
concentration-is-over-area = { $kinds }: { $corporation } has { $percent }%, which is over 80%. Fewer than 5 offices in the area are a valid reason. Give their number with kyukan workload --offices-in-area.
concentration-missing = There is no data of { $months } in the judging period. Shares change when these months are taken in.
concentration-unknown = Offices without a corporation were counted as one each: { $offices }. Enter it in { $register }.
# Why a slip cannot be made, in a word
slip-fault-no-profile = no supplement
slip-fault-no-level = no care level
slip-fault-no-level-in-month = not certified
slip-fault-not-known = no rates
slip-fault-unknown-service = unknown code
slip-fault-sheet = sheet at fault
slip-fault-no-manager-number = no manager number
slip-fault-no-office = no care office
slip-fault-no-limit-from = no first day
slip-fault-no-limit-to = no last day
slip-fault-negative = negative units
slip-fault-too-many-lines = too many lines
slip-fault-no-lines = no line

## 給付管理票 on the screen

screen-slips = Slips
slips-counting = Making the slips
slips-nothing = No slips fit the filter.
slips-window = window { $month }
slips-total = { $units } units
slips-marked = { $count } marked
slips-open = { $count } open
slips-no-more = There is no further slip that needs anybody.
slips-summary = action { $action }  units { $total } / limit { $limit } ({ $percent }%)  lines { $lines }
slips-chosen = Why the action was chosen: { $why }
slips-class = class
slips-planned = planned
slips-actual = actual
slips-units = slip
slips-more = { $count } more lines ({ $key } shows them)
slips-no-slip = Move the cursor to a slip first.
slips-automatic = automatic
slips-no-block = Nothing blocks this slip.
slips-block-again = block: { $block }
slips-let-through = let through: { $block }
slips-result-of = result of { $count } slips
slip-preview = The slip as it is written ({ $state })
slip-preview-none = There is no slip to be shown
slip-preview-hint = { $title }  { $first }-{ $last } / { $all } lines  Esc closes
sort-slip-need = most urgent
sort-slip-action = action
sort-slip-units = most units
facet-block = to check
column-action = action
column-slip-units = units
column-slip-lines = lines
column-slip-check = to check
form-slip-action = Make the action “{ $action }”
form-let-through = Let “{ $block }” through
form-slip-proposed = What follows from earlier slips: { $action }
form-new-on-decided = The slip of the month was decided already. A new one would be returned (ANNJ). Choose a correction to change it.
form-nothing-decided = No slip of the month was decided. A correction or cancellation would be returned (ANN9).
form-held-back = While it is not sent, the claims of the client's providers are held, and the plan fee cannot be claimed.
action-slip-action = action
    .help = chooses the action of the slip: new, correction, cancellation, not sent
action-let-through = let through
    .help = lets the slip through with a reason, or blocks it again
action-slip-result = result
    .help = enters what became of the slip, or of all marked ones
action-slip-client = client
    .help = shows the client
action-sort-slips = order
    .help = chooses the order of the slips
action-filter-slips = filter
    .help = shows only slips of a state, an action, something to check
action-clear-slips-filter = no filter
    .help = shows all slips
action-mark-slip = mark
    .help = marks the slip; a result is entered for all marked ones
action-unmark-slips = unmark
    .help = takes every mark away
action-show-slips = slips
    .help = to the slips

client-annex = Benefit sheet (別表)
client-annex-service = service
client-annex-faults = faults { $count }
client-annex-differences = differences from received { $count }
client-annex-notes = notes { $count }
client-annex-none = The sheet cannot be computed. Do what the sentences below say.

# 割振
action-annex = sheet
    .help = to the benefit sheet (別表), or back to the calendar
action-allot = Share out
    .help = Decides who bears the units over the limit
action-allot-auto = Shares automatic
    .help = Takes typed shares back
action-propose-shares = proposal
    .help = fills in what the rule proposes
action-rest-to-row = rest to this row
    .help = gives all that is left to this row
keys-shares = Window of shares (割振)
shares-limit = { $name } { $limit }  over { $over }
shares-category-limit = Limit
shares-kind-limit = Limit of { $kind }
shares-left = left { $left }
shares-hint = Tab next field  p proposal  r rest to this row  Enter save  Esc cancel
shares-no-number = Type the units as a number.
shares-nothing = No units are over the limit, so there is nothing to share out.
change-auto = automatic

## Service code masters on the command line

column-masters-hash = hash
column-masters-name = file name
column-masters-sort = layout
column-masters-rows = rows
column-masters-refused = not taken in
column-masters-insurers = insurers
column-masters-order = order of import
codes-sort-own = kyukan's own layout
codes-sort-public = public table of service codes
codes-sort-municipal = a municipality's table of units (総合事業)
codes-sort-unknown = unknown
codes-more-insurers = { $insurers } and { $count } more
codes-import-counts = { $path }: { $register } ({ $sort }) { $rows } rows = { $taken } taken in + { $refused } not taken in
codes-import-months = in force from { $from } to { $to }
codes-month-open = (open on some rows)
codes-import-insurers = insurers { $insurers }
codes-import-new = Entered as new. It is used for months that are opened from now on. Where other masters have the same code, the one imported last goes first.
codes-import-renewed = This master was imported before. It was entered again and goes before the others now.
codes-import-known = It is registered already and goes before the others. Nothing was changed.
codes-more-faults = Rows that were not taken in have { $count } more faults.
codes-not-one-file = There are { $count } files. Give the file of one service code master.
codes-no-master = It cannot be read as a service code master. These can: kyukan's own layout (header code,name,units,in_limit,unit_type), public tables (header service_code,service_name,units,unit_type), and a municipality's table of units (19 columns or more, with or without a header).
codes-missing-column = To be read as a service code master, the header lacks the column "{ $column }".
codes-nothing-taken = It is a service code master ({ $sort }), but no row can be taken in (of { $rows }).
codes-not-recorded = The file was kept, but it is not registered. Importing it again registers it.
codes-note-without-header = There is no header, so the { $count } columns were read in the order of a municipality's table of units. Check the name and the units of one code.
codes-note-no-limit-flags = None of the { $count } rows says whether it counts against the limit. The received 別表 tells, or else kyukan's own list.
codes-note-limit-unclear = { $count } rows have a 支給限度額対象区分 of unknown meaning. Whether they count against the limit stays unknown; the received 別表 tells, or else kyukan's own list.
codes-note-without-units = { $count } rows have 0 units (percent additions, reductions and so on). Their units and rates stay unknown; the units of plans, actuals and the 別表 are used.
codes-note-sign-lost = { $count } rows are reductions without a minus sign. Whether the sign was lost or the number is a rate is not said, so their units stay unknown; those of plans, actuals and the 別表 are used.
codes-note-managed-units-only = { $count } rows (large day care, 大規模型): the number was read as the units that count against the limit. The billed units stay unknown; those of plans, actuals and the 別表 are used.
codes-note-permille-in-units = { $count } rows (処遇改善加算 and the like): the number of units was read as permille (245 is 24.5%). They are computed as percent additions.
codes-note-percent-unclear = { $count } rows (percent additions) do not say whether the number is percent or permille. The rate stays unknown and is taken from the received 別表 or kyukan's own rates; where neither has it, the units of the received 別表 are used.
codes-note-unit-type-unknown = { $count } rows do not say what is counted (visits, days, months). Whether they count once a month or are percent additions is told from the received 別表 and the kind of service.
codes-note-zeros-restored = { $count } rows had lost leading zeros of the insurer number or the item code, which were put back. Such insurer numbers were taken in only when the check digit fits.
codes-note-price-unclear = { $count } rows have something in the spare column that is no unit price, so it is not used. Prices come from the register of unit prices, the received 別表 or the area grade.
codes-note-overlapping = { $count } rows overlap with another row of the same code. In such months the later row of the file is used.
codes-whole-files = Service codes (masters) are registered as whole files. Take one in with kyukan master import and off with kyukan master remove masters and the beginning of its hash. Single rows cannot be entered or exported.
codes-no-such = No registered service code master has a hash that begins with "{ $hash }". See kyukan master list. Nothing was changed.
codes-several = Several service code masters have a hash that begins with "{ $hash }". Give more of it: { $hashes } Nothing was changed.
codes-removed = Months that are opened from now on do without. The imported file is kept; kyukan undo brings it back.
cell-code = "{ $found }" cannot stand in "{ $column }". Give the 6 digits or letters of a service code.
cell-item = "{ $found }" cannot stand in "{ $column }". Give the 4 digits or letters of an item code.
cell-whole = "{ $found }" cannot stand in "{ $column }". Give a whole number.
cell-yen = "{ $found }" cannot stand in "{ $column }". Give a whole number of yen, 0 or more, or nothing.
cell-percentage = "{ $found }" cannot stand in "{ $column }". Give a whole percentage from 1 to 100, or nothing.
cell-counting-unit = "{ $found }" cannot stand in "{ $column }". Give the number of what is counted (01 visits, 02 days, 03 months and so on).
cell-plain-month = "{ $found }" in "{ $column }" is no month. Write it like 2026-10 or 202610.
cell-not-before-first = "{ $found }" in "{ $column }" lies before the first month.
cell-care-insurance = "{ $column }" is "{ $found }". Only rows of 介護 and 総合事業 are taken in: codes of other laws look the same.

## The screen of the office's own claims

screen-fees = Fees
fees-counting = Working the claims out
fees-nothing = No claims fit the filter.
fees-window = window { $month }
fees-count = { $shown } of { $all }
fees-sums = { $units } units, { $yen } yen
fees-summary = { $kind }  { $units } units  { $yen } yen
fees-summary-priced = { $kind }  at { $price } yen  { $units } units  { $yen } yen  form { $form }
fees-no-more = There is no further claim that needs anybody.
fees-notes = { $count } to check
fees-differs = changed since
fees-waits = The claim waits because its slip is "{ $state }". The screen of the slips ({ $key }) says why.
fees-write = The screen Write, set to files for 国保連, writes it.
fees-written-by = Claims (7111, 8124, 8125) are written together with the slips by the screen Write, set to files for 国保連; alone by kyukan write --fee.
fees-line-units = total
fees-preview = The claim as it is written ({ $state })
fees-preview-none = There is no claim to be shown
fee-state-left-out = not due
    .help = This office does not claim the client, as when the plan is entrusted or there is no slip. The list says why.
fee-short-care = care { $type }{ $tier }
fee-short-prevention = prev. { $type }
fee-short-additions = adds { $type }
fee-missing-terms = terms
fee-missing-prevention = designation
fee-missing-level = care level
fee-missing-tier = tier
fee-missing-grade = area grade
fee-missing-term-names = names in terms
fee-missing-names = addition names
fee-missing-rule = cannot compute
fee-missing-filed-on = filed on
fee-missing-certification = certified from/to
fee-missing-birth-date = birth date
fee-missing-sex = sex
fee-missing-manager = manager
fee-missing-manager-number = manager number
fee-missing-public = public numbers
fee-missing-code = code
fee-missing-size = too large
fee-missing-record = does not fit
fee-form-care-plan = Claim for care management (様式第七), { $month }
fee-form-support-plan = Claim for preventive support (様式第七の二), { $month }
fee-form-record = record { $id }
fee-form-payer = payer number
fee-form-recipient = recipient number
fee-form-office-number = office number
fee-form-level = care level
fee-form-period = certified
fee-form-from-to = { $from } to { $to }
fee-form-filed-on = request for a plan filed on
fee-form-office = office (care or support)
fee-form-class = designation
fee-form-price = unit price
fee-form-yen = { $yen } yen
fee-form-row = row
fee-form-code = service|code
fee-form-service = for
fee-form-service-units = service|units
fee-form-remarks = remarks
fee-form-total = units in all
fee-form-amount = amount claimed
sort-fee-state = state
sort-fee-yen = most yen
column-fee-kind = fee
column-fee-code = code
column-fee-missing = missing
action-fee-client = client
    .help = shows the client
action-sort-fees = order
    .help = chooses the order of the claims
action-filter-fees = filter
    .help = shows only claims of a state or a manager
action-clear-fees-filter = no filter
    .help = shows all claims
action-show-fees = fees
    .help = to the office's own claims
## 取扱件数 on the screen of care managers

load-counting = Counting the workload
load-which-office = The own office is not known, so its workload cannot be counted (this month has { $count } care-management offices). Enter its number as number in kyukan.toml of the workspace.
load-no-workspace = This is no workspace, so other months cannot be opened. Make one with kyukan init and take the files in with kyukan import.
load-office = Whole office
load-full-time = FTE
load-per-head = each
load-light = C1-2
load-heavy = C3-5
load-prevention = prev
load-entrusted = entr
load-legend = Bars per FTE: -preventive(1/3) =(i) +(ii) #(iii), in the whole office's order
load-no-terms = No terms entered, taken as type { $type }
load-staff = full-time equivalents { $staff }
load-staff-of-managers = full-time equivalents { $staff } (sum of the managers)
load-notes = { $count } to look at
load-summary = { $cases } cases  { $head } per head  { $staff }
load-no-staff = Full-time equivalents are not known, so neither cases per head nor tiers can be told. Enter them in the register of care managers (kyukan master set managers).
load-tiers = Tiers
load-in-tier = { $tier } { $count }
load-as-one = Cases as if an office of one
load-moved = moved
load-sort-count = { $sort } { $count }
load-not-counted = Not counted: { $sorts }
load-assumed = "?" marks full-time equivalents that were not entered and taken as 1.0.
load-not-in-plans = The received plans do not have this name.
load-details-of = { $name }
load-months-of = Months  { $name }
load-reading = Reading { $month } ({ $done } of { $total } months done)
load-stale = A register has changed. { $key } counts the other months again.
load-one-month = There is no other month to compare. Months that are taken in are shown here.
action-managers-view = other view
    .help = switches between progress and workload
action-managers-months = months
    .help = counts other months too, and concentration
## 登録 on the screen

screen-registers = Registers
keys-entry = Window for a row of a register
registers-edit = edit
registers-new = new
registers-key-stays = The row is known by { $columns }, which cannot be changed. Copy the row into a new one and remove the old one.
registers-known = There is a row of this key already. Open that one to change it.
registers-no-choice = There is no list for this field. Type into it.
registers-form-keys = Tab next field  Space/F2 list  Enter save  Esc cancel
registers-whole-files = Service codes are registered as whole files: kyukan master import FILE, kyukan master remove masters.
registers-no-row = Put the cursor on a row (Right goes to the table).
registers-empty-row = (an empty row)
registers-offer-clients = Clients without an entry
registers-offer-all-clients = Clients
registers-offer-managers = Care managers without an entry
registers-offer-providers = Providers of the month
registers-offer-insurers = Insurers without an entry
registers-no-workspace = This is no office folder, so there are no registers. Make one with kyukan init to enter something here.
registers-no-masters = There is no service code master yet. Take one in with kyukan master import FILE.
registers-none = Nothing is entered yet. { $key } enters a row.
registers-place = { $register }  { $row } / { $rows }
registers-columns = columns from { $from } (of { $columns }, Left and Right move)
registers-remove-sure = Really take it out? (It can be undone.)
registers-remove = Take out { $key }
registers-not-one-file = There are { $count } files. Give one file.
registers-about-import = Type the path of a CSV file with rows of "{ $register }". Its header needs these columns: { $columns }. An exported file can be changed and taken in again.
register-use-managers = The numbers of care managers go into slips and claims. Full-time equivalents count for workloads and the fee tiers.
register-use-managers-number = Stands in slips (8222) and claims.
register-use-managers-head = Tells whether the head of the office has clients.
register-use-managers-chief = A note; nothing is computed from it.
register-use-clients = Contract dates order clients for workloads and fee tiers; filing, certification and public payer go into the plan fee claim.
register-use-clients-contract-on = Clients are counted in the order of their contracts (fee tiers).
register-use-clients-ended-on = Stands in the claim when the contract has ended.
register-use-clients-filed-on = The day the request for the plan was filed; stands in the claim.
register-use-clients-manager = Name of the care manager, as in the register of care managers.
register-use-clients-birth-date = Used only when the received client data lack it.
register-use-clients-sex = Used only when the received client data lack it.
register-use-clients-entrusted-by = The support centre that commissions the preventive plan.
register-use-clients-named-area = The client lives in a named area, which changes how workloads count.
register-use-rates = For the share of clients whose benefit rate is not 90%.
register-use-rates-reimbursed = The client is reimbursed later.
register-use-additions = Additions and reductions of the plan fee of a client in a month.
register-use-terms = Decides the type of the plan fee and the additions and reductions of the whole office.
register-use-terms-full-time = When empty, the full-time equivalents of the care managers are added up.
register-use-providers = Names and corporations of providers. Corporations count for the reduction for concentration.
register-use-providers-corporation = Offices of one corporation are counted together (reduction for concentration).
register-use-providers-phone = A note; nothing is computed from it.
register-use-providers-fax = A note; nothing is computed from it.
register-use-providers-verified = A number whose check digit does not fit then does not keep a slip back.
register-use-prices = Unit prices of offices, and of municipalities for 総合事業. They go before the received sheets.
register-use-classes = Stands in the lines of slips (8222). Without it the class is inferred from the kind of service.
register-use-insurers = Names of insurers, for the totals of slips and this screen.
register-use-masters = Tables with units of services and what counts against the limit. The one imported last goes first.
register-in-force = Counts in { $month }.
register-later = Begins after { $month }.
register-over = Does not count in { $month }: it is over.
register-replaced = Does not count in { $month }: a newer row does.
register-hint-text = text
register-hint-office = 10 characters
register-hint-insurer = 6 digits
register-hint-insured = 10 characters
register-hint-owner = 10 characters, or 6 digits of an insurer
register-hint-kind = 2 characters (such as 11)
register-hint-month = month (such as 2026-10)
register-hint-date = date (such as 2026-10-05)
register-hint-tenths = 0.1 to { $value }
register-hint-price = yen, two decimals (10.42)
register-hint-percent = whole percent (90)
register-hint-count = 1 to 99 (empty is 1)
register-hint-digits = { $value } digits
register-hint-fee = official name (Space lists them)
register-hint-fees = official names, divided by ; (Space)
register-flag-1 = yes
register-flag-0 = no
register-choice-sex-1 = male
register-choice-sex-2 = female
register-choice-fee-type-1 = plan fee (I)
register-choice-fee-type-2 = plan fee (II)
register-choice-area-grade-1 = grade 1
register-choice-area-grade-2 = grade 2
register-choice-area-grade-3 = grade 3
register-choice-area-grade-4 = grade 4
register-choice-area-grade-5 = grade 5
register-choice-area-grade-6 = grade 6
register-choice-area-grade-7 = grade 7
register-choice-area-grade-other = others
action-new-entry = new
    .help = enters a row; clients, managers and providers of the month are offered
action-copy-entry = copy
    .help = enters a new row like this one
action-remove-entry = remove
    .help = takes the row out, after one more question; can be undone
action-import-register = import
    .help = takes in a CSV file with rows of this register
action-export-register = export
    .help = writes this register as a CSV file
action-choose-cell = list
    .help = lists what can stand in the field
action-show-registers = registers
    .help = to the registers

## Silenced checks

register-silences = silenced checks
register-use-silences = For the clients and offices written here the check is not told until the last month given. The number of silenced findings stays on the screen of checks.
column-check = check
column-whom = client or office
column-reason = reason
cell-check = There is no check “{ $found }” for “{ $column }”. Give the name of a check as in docs/checks.md.
cell-whom = “{ $found }” cannot stand in “{ $column }”. Give an office number of 10 characters, or 16: the insurer number and the insured number.
register-hint-check = choose a check
register-hint-whom = 10 of an office, or 16 of a client
## Checks (点検): severities, needs, remedies, and the sentences of every check

finding-severity-return = return
finding-severity-hold = hold
finding-severity-cut = cut
finding-severity-confirm = look
finding-whole-client = the whole client
finding-item-office = number of the care office
finding-item-level = care level
finding-item-birth-date = birth date
finding-item-sex = sex
finding-item-limit-from = first month of the limit
finding-item-limit-to = last month of the limit
finding-item-manager-number = number of the care manager
finding-day = { $day }

need-level = Not checked, as care level or limit is not known (checks: { $checks }). Take in the client's supplement (UPHOSOKU), on the screen of files or with kyukan import.
need-slip = Not checked, as the slip cannot be made (checks: { $checks }). The screen of slips and kyukan tally say what is missing.
need-sheet = Not checked, as the sheet cannot be computed (checks: { $checks }). The screen of slips and kyukan tally say what is missing.
need-history = Not checked, as nothing is recorded of earlier sendings (checks: { $checks }). Once slips are written (on the screen of outputs, or with kyukan write --slips), they are checked from the next month on.
need-previous-month = Not checked, as no slip of the month before is recorded (checks: { $checks }). They are checked once that month's slips are written (on the screen of outputs, or with kyukan write --slips).
need-client-register = Not checked, as the client's contract is not registered (checks: { $checks }). Enter it on the screen of registers or with kyukan master set clients.
need-manager-register = Not checked, as no care manager is registered (checks: { $checks }). Enter them on the screen of registers or with kyukan master set managers.
need-provider-register = Not checked, as no service office is registered (checks: { $checks }). Enter them on the screen of registers or with kyukan master set providers.
need-master = Not checked, as there is no table of service codes (checks: { $checks }). Take one in with kyukan master import.
need-fee = Not checked, as the claim for the plan fee cannot be made (checks: { $checks }). The screen of claims and kyukan fee say what is missing.

remedy-nothing = Nothing can be put right here. See the steps.
remedy-adopt = Adopt what differs ({ $count }), so that it stands in the plan.
remedy-raise-plan = Raise the plan by { $units } units, within the limit.
remedy-set-action = Send it as "{ $action }".
remedy-hold-back = Do not send it in this window, but later.
remedy-send-later = Send it in the next window.
remedy-send-now = Send the slip that was left out in this window.
remedy-cancel-transmission = Cancel the earlier transmission, then send again.
remedy-ask-provider = Ask { $office }.
remedy-tell-to-wait = Tell { $office } to wait and not to claim again.
remedy-decide-arrival = Decide what stands for the missing actuals: the plan, a later window, or a FAX.
remedy-decide-shares = Decide which services bear the units over the limit.
remedy-tell-share = Tell { $office } what it bears, with the new sheet.
remedy-fix-number = Correct the number { $wrong } in plan, actuals and supplement.
remedy-fix-number-to = Correct the number { $wrong } to { $right } in plan, actuals and supplement.
remedy-enter-in = Enter "{ $column }" in the register "{ $register }" (kyukan master set { $name }).
remedy-ask-insurer = Ask the insurer what is registered.
remedy-fix-supplement = Correct level, limit and period of the supplement by the certificate.
remedy-get-again = Ask the sender for the file again.
remedy-enter-result = Enter what became of the slip before: decided or returned.
remedy-drop-month = Adopt the cancellations, and send neither slip nor plan fee for this month.

remedy-label-nothing = See the steps
remedy-label-adopt = Adopt
remedy-label-raise-plan = Raise the plan
remedy-label-set-action = Make it { $action }
remedy-label-hold-back = Send later
remedy-label-send-later = Send next time
remedy-label-send-now = Send now
remedy-label-cancel-transmission = Cancel the sending
remedy-label-ask-provider = Ask the office
remedy-label-tell-to-wait = Tell to wait
remedy-label-decide-arrival = Decide arrival
remedy-label-decide-shares = Decide shares
remedy-label-tell-share = Tell the share
remedy-label-fix-number = Fix the number
remedy-label-enter-in = Enter it
remedy-label-ask-insurer = Ask the insurer
remedy-label-fix-supplement = Fix the supplement
remedy-label-get-again = Get it again
remedy-label-enter-result = Enter the result
remedy-label-drop-month = Drop the month

check-slip-missing = No slip
check-slip-missing-why = Claims of service offices are matched with the care office's slip. Without one they are held, and returned later.
check-slip-missing-hurt = No service office of the client is paid, and the plan fee comes back.
check-slip-missing-steps = 1) Adopt what was done, or plan it. 2) Send the slip in this window. 3) If that is too late, tell the offices that they are held.
check-slip-missing-what = { $units } units inside the limit were done, but nothing stands on a slip, so none is sent. All claims would be held.
check-slip-missing-what-held-back = { $units } units inside the limit were done, but the slip is left for later. All claims would be held.

check-office-not-on-slip = Office not planned
check-office-not-on-slip-why = A claim of an office and kind that the slip lacks is cut to nothing (reason A of the notice of cuts).
check-office-not-on-slip-hurt = The office is not paid at all until a corrected slip comes.
check-office-not-on-slip-steps = 1) Ask client and office whether it was agreed. 2) If so, adopt it, so that it stands on the slip. 3) If not, ask the office to correct its actuals.
check-office-not-on-slip-what = { $line } did { $claimed } units, and the slip has no line for it. Its claim would be cut to nothing.

check-actual-over-slip = More than planned
check-actual-over-slip-why = What is claimed beyond the planned units of the slip is cut (reason B of the notice of cuts).
check-actual-over-slip-hurt = The office is paid less by that much until a corrected slip comes.
check-actual-over-slip-steps = 1) Ask the office what was added. 2) Adopt what was agreed, within the limit. 3) Over the limit, decide who bears it. 4) After sending, send a correction with all offices.
check-actual-over-slip-what = { $line }: { $claimed } units were done, the slip has { $slip }, { $over } less. What is over would be cut.

check-addition-not-planned = Addition not planned
check-addition-not-planned-why = Additions inside the limit have to stand on the slip. What does not is cut.
check-addition-not-planned-hurt = The office is paid less by the units of the additions.
check-addition-not-planned-steps = 1) Ask the office what the addition is based on. 2) If it is right, adopt it. 3) If not, ask for corrected actuals.
check-addition-not-planned-what = { $line }: of { $claimed } units done, additions were not planned ({ $codes }); that is { $over } more than the { $slip } of the slip. What is over would be cut.

check-claim-returned-for-units = Claim returned whole
check-claim-returned-for-units-why = Some additions (remote areas; treatment with staffing) are worked out of the units inside the limit. If these do not match the slip, the claim is not cut but returned.
check-claim-returned-for-units-hurt = The office is paid nothing and has to claim again.
check-claim-returned-for-units-steps = 1) Agree on the units before sending. 2) Adopt what was agreed. 3) After sending, have it claim again in the window of the correction.
check-claim-returned-for-units-what = { $line }: { $claimed } units were done, { $over } more than the { $slip } of the slip, and additions are worked out of them. The whole claim would be returned.

check-rounding-difference = Rounding
check-rounding-difference-why = Percentages and discounts may differ by one to three units, as they are rounded. The difference is cut.
check-rounding-difference-hurt = The office is paid less by some units.
check-rounding-difference-steps = 1) Agree with the office how to round. 2) If it is little, ask whether a correction is worth it.
check-rounding-difference-what = { $line }: { $claimed } units were done, { $over } more than the { $slip } of the slip. It looks like rounding.

check-equipment-difference = Equipment units
check-equipment-difference-why = Rented equipment counts once a month for each device. Counted by days or half months, or merged, it differs, and what is over is cut.
check-equipment-difference-hurt = The supplier is paid less by the difference.
check-equipment-difference-steps = 1) Look into the supplier's rules for part of a month. 2) Compare the units of each device. 3) Adopt what is right, or ask for a correction.
check-equipment-difference-what = { $line }: { $claimed } units were done, { $over } more than the { $slip } of the slip. Look at days, half months and merged devices.

check-over-limit = Over the limit
check-over-limit-why = All lines of a slip together cannot be more than the limit; refunds paid before count too. Else the slip comes back.
check-over-limit-hurt = The slip comes back, and all service offices of the client are held.
check-over-limit-steps = 1) Look at the limit of the certificate. 2) Decide who bears the rest. 3) Tell offices and client, with the new sheet.
check-over-limit-what = The slip comes to { $sum } units, { $over } over the limit of { $limit }. It would come back.

check-kind-over-limit = Kind over its limit
check-kind-over-limit-why = Where the municipality limits a kind of service, its units cannot be more than that.
check-kind-over-limit-hurt = The slip comes back, and all service offices of the client are held.
check-kind-over-limit-steps = 1) Look at the municipality's limit. 2) Decide who bears the rest within the kind. 3) Tell offices and client.
check-kind-over-limit-what = { $kind } comes to { $sum } units, { $over } over its own limit of { $limit }. The slip would come back.

check-limit-differs = Limit differs
check-limit-differs-why = The heaviest level of the month sets the limit. A municipality may allow more, never less.
check-limit-differs-hurt = If the level is wrong the slip comes back, and all service offices are held.
check-limit-differs-steps = 1) Look at level and limit of the certificate. 2) Correct the supplement and take it in again. 3) If more is allowed, ask the insurer how much.
check-limit-differs-what = The supplement has a limit of { $sum } units, { $over } less than { $limit } of the level. It may be that of a lighter level.
check-limit-differs-what-more = The supplement has a limit of { $sum } units, { $over } more than { $limit } of the level. Make sure that the municipality allows more.

check-shares-undecided = Shares not decided
check-shares-undecided-why = The client pays what is over the limit. An office that does not know its share claims all and is cut.
check-shares-undecided-hurt = Offices are paid less, and the client gets a wrong bill.
check-shares-undecided-steps = 1) See what is over the limit now. 2) Decide the shares with the client. 3) Give the new sheet to offices and client.
check-shares-undecided-what = Nobody bears { $left } of the units over the limit. Decide the shares anew.
check-shares-undecided-what-stale = Plan or limit changed after the shares were decided, and they do not fit any more. Decide them anew.
check-shares-undecided-what-proposed = The shares of the units over the limit are those of the rule, and nobody decided them. Look at them and decide.

check-share-to-tell = Share to be told
check-share-to-tell-why = A service office claims by the sheet that it got. If it does not know of a bigger share, it claims that too and is cut.
check-share-to-tell-hurt = The office is paid less, and the client's bill is wrong.
check-share-to-tell-steps = 1) Send the new sheet to the office. 2) Tell the client.
check-share-to-tell-what = { $line } bears { $now } units over the limit, and { $before } on the sheet it was sent. Tell it of the { $more } more.

check-application-pending = Certification pending
check-application-pending-why = Until the certification is decided, neither level nor limit is known. Slip and claims come back.
check-application-pending-hurt = The slip comes back, and no office is paid until it is decided and sent again.
check-application-pending-steps = 1) Ask the insurer whether it is decided. 2) If not, send later. 3) Tell the offices to wait. 4) When it is, take in the supplement and send as new.
check-application-pending-what = The certification is pending. A slip sent before it is decided comes back.
check-application-pending-what-earlier = The certification was pending when the supplement came. If it is decided, take the supplement in again; if not, send later.

check-level-unexplained = Level unexplained
check-level-unexplained-why = The level of the slip is compared with the insurer's. It is not that of the month before, and nothing says that it changed.
check-level-unexplained-hurt = If it is wrong the slip comes back, and all service offices are held.
check-level-unexplained-steps = 1) Look at the certificate. 2) If the level changed, take in the supplement with its day. 3) If not, correct the level.
check-level-unexplained-what = The level is { $now }, and was { $before } on the decided slip of the month before. No change is recorded.

check-level-changed = Level changed in month
check-level-changed-why = When the level changes within a month, the heavier one sets the limit, and codes follow the level of the day.
check-level-changed-hurt = With the lighter one the slip comes back, or the client pays for nothing.
check-level-changed-steps = 1) See that the sheet has the heavier limit. 2) See that the codes fit before and after.
check-level-changed-what = The level changed within the month (lighter { $before }, heavier { $now }). Look at limit and codes.

check-group-changed = Care and support
check-group-changed-why = For care and for support (and the programme) the insurer needs separate notices. Without the new one the slip comes back.
check-group-changed-hurt = The slip comes back, and all service offices are held.
check-group-changed-steps = 1) Ask the insurer what is registered. 2) The office of the last day makes one slip of the month. 3) Agree with the other office.
check-group-changed-what = The level changed from { $before } to { $now }, between care and support. Make sure that the new notice is registered.
check-group-changed-what-within = The client changed between care and support within the month. Make sure who files and what is registered.

check-request-not-filed = Notice not filed
check-request-not-filed-why = Without the notice (居宅サービス計画作成依頼届出書) the office is not registered as the client's. The slip of another office comes back.
check-request-not-filed-hurt = Slip and plan fee come back, and all service offices are held.
check-request-not-filed-steps = 1) Look at the copy of the notice. 2) If it was filed, enter the day. 3) If not, file it and send later.
check-request-not-filed-what = The notice was filed on { $date }, after the month. The slip would come back.
check-request-not-filed-what-unknown = Nobody entered when the notice was filed. Make sure that it was.

check-contract-ended = Contract ended
check-contract-ended-why = When the care office changes within a month, the one of the last day files the slip of the whole month.
check-contract-ended-hurt = If both file, one slip comes back, and claims may be held.
check-contract-ended-steps = 1) Ask the insurer who is registered on the last day. 2) If another one is, agree who files. 3) After a death or an admission this office does.
check-contract-ended-what = The contract ended on { $date }. If another care office has the client at the end of the month, this slip comes back.

check-contract-begun = Contract begun
check-contract-begun-why = When the care office changes within a month, the one of the last day files the whole month. If the one before is still registered, the slip comes back.
check-contract-begun-hurt = If the slip comes back, all service offices are held.
check-contract-begun-steps = 1) Ask the office before whether it filed. 2) List the services of its time too. 3) Ask the insurer what is registered.
check-contract-begun-what = The contract began on { $date }. Make sure that the office before did not file, and that services from the first day on are listed.

check-multifunctional-at-end = Multifunctional
check-multifunctional-at-end-why = Who uses a multifunctional office up to the last day has its care manager, who files the slip.
check-multifunctional-at-end-hurt = A slip of another office comes back, and claims are held.
check-multifunctional-at-end-steps = 1) Ask the insurer who is registered on the last day. 2) Agree with that office who files.
check-multifunctional-at-end-what = { $line } is used up to the last day of the month. Make sure that it does not file the slip itself.

check-limit-period-outside = Limit out of date
check-limit-period-outside-why = A slip whose limit does not touch the month is one of a client without certification, and comes back.
check-limit-period-outside-hurt = The slip comes back, and no office is paid until the renewal is decided and it is sent again.
check-limit-period-outside-steps = 1) Look at the certificate. 2) If it was renewed, take in the new supplement. 3) If not, send later and tell the offices.
check-limit-period-outside-what = The limit ended on { $date } and does not touch the month. The slip would come back.
check-limit-period-outside-what-later = The limit begins on { $date } and does not touch the month. The slip would come back.

check-day-without-level = Day without level
check-day-without-level-why = Services on days without certification are not paid, and slips and claims with them come back.
check-day-without-level-hurt = The slip comes back, and the claims of the offices of these days.
check-day-without-level-steps = 1) Look at the certified period. 2) If it is wrong, correct the supplement. 3) Take services of other days off plan and actuals.
check-day-without-level-what = There are services inside the limit on days without certification ({ $days }). The slip would come back.

check-day-outside-certificate = Out of certificate
check-day-outside-certificate-why = Services outside the certified period are not paid. Either the register is old, or the renewal is not decided.
check-day-outside-certificate-hurt = If it is not decided the slip comes back, and all service offices are held.
check-day-outside-certificate-steps = 1) Look at the new certificate. 2) If it was renewed, correct the register. 3) If not, send later.
check-day-outside-certificate-what = There are services inside the limit on days outside the registered period ({ $days }). If it was renewed, correct the register.

check-person-differs = Birth date or sex
check-person-differs-why = Birth date and sex are compared with what the insurer has. If they differ, everything comes back.
check-person-differs-hurt = Slip, plan fee and claims may come back.
check-person-differs-steps = 1) Look at the certificate. 2) Correct what is wrong. 3) If it came back although it is right, ask the insurer.
check-person-differs-what = The birth date is { $one } in the supplement and { $other } in the register.
check-person-differs-what-sex = The sex of the supplement is not that of the register.

check-required-missing = Item missing
check-required-missing-why = A slip in which a required item is empty is not taken but returned.
check-required-missing-hurt = No slip can be made, and all service offices are held.
check-required-missing-steps = 1) Enter what is missing, by certificate or register. 2) Make the slip again.
check-required-missing-what = The slip cannot be without the item "{ $item }", which is empty. It cannot be sent.

check-manager-number-missing = Manager number missing
check-manager-number-missing-why = The slip of a care office cannot be without the number of the care manager (8 digits). With it empty it is returned.
check-manager-number-missing-hurt = No slip can be made, and all service offices are held.
check-manager-number-missing-steps = 1) Enter the number in the register of care managers. 2) For a client without a manager, enter one in the register of clients. 3) Make the slip again.
check-manager-number-missing-what = The "{ $item }" is not known: the client has no manager, or the number is not registered. It cannot be sent.

check-slip-not-computable = Slip not computable
check-slip-not-computable-why = Codes of no known kind, units below zero or a month without rates keep a slip from being worked out. Without a slip, claims are held.
check-slip-not-computable-hurt = No service office of the client is paid.
check-slip-not-computable-steps = 1) See on the screen of slips (kyukan tally) why. 2) Correct plan or registers. 3) Make the slip again.
check-slip-not-computable-what = The slip cannot be worked out; the screen of slips (kyukan tally) says why. Claims for { $units } units inside the limit would be held.

check-insurer-check-digit = Insurer number wrong
check-insurer-check-digit-why = The last digit of an insurer number is a check digit. No insurer has one that does not fit, so the slip comes back.
check-insurer-check-digit-hurt = The slip comes back, and all service offices are held.
check-insurer-check-digit-steps = 1) Look at the certificate. 2) Correct plan, actuals and supplement. 3) Tell the offices.
check-insurer-check-digit-what = The check digit of insurer number { $wrong } does not fit (with the same first five digits it is { $right }). The slip would come back.

check-office-check-digit = Office number wrong
check-office-check-digit-why = The last digit of an office number is a check digit. A single number that is not registered makes the whole slip come back.
check-office-check-digit-hurt = The slip comes back, and all service offices of the client are held.
check-office-check-digit-steps = 1) Look the number up. 2) If it is wrong, correct plan and actuals. 3) If it is right, set it as verified in the register of offices.
check-office-check-digit-what = The check digit of office number { $wrong } does not fit. If it is wrong, the whole slip comes back.
check-office-check-digit-what-used = The check digit of office number { $wrong } does not fit, but files are exchanged under it. Look it up once.
check-office-check-digit-what-hint = The check digit of office number { $wrong } does not fit. The same services came from { $right }, so it may be meant.

check-number-mismatch = Number or kind differs
check-number-mismatch-why = Slips and claims are matched by office number and kind. If the number is not valid the slip comes back; if it is, the office that did it is cut to nothing.
check-number-mismatch-hurt = The office that did the service is not paid, and with an invalid number the others are held.
check-number-mismatch-steps = 1) Find out whether it is the same office. 2) If so, correct number or kind of the plan. 3) If the actuals are wrong, ask for a correction.
check-number-mismatch-what = { $planned } is planned, and the same services came from { $done }. They do not match, and { $units } units would not be paid.

check-office-new = New office
check-office-new-why = A number or kind that is not registered makes the whole slip come back. Look up an office that is listed for the first time.
check-office-new-hurt = If the number is wrong the slip comes back, and all service offices are held.
check-office-new-steps = 1) Look up number, kind and period of designation. 2) Enter the office in the register and set it as verified.
check-office-new-what = { $line } is on the slip for the first time and not in the register. Look number and designation up.

check-class-differs = Class differs
check-class-differs-why = Each line says how the office is designated. If that is not as registered, the whole slip comes back.
check-class-differs-hurt = The slip comes back, and all service offices of the client are held.
check-class-differs-steps = 1) Look at the class that was accepted before. 2) Enter the right class in the register.
check-class-differs-what = { $line } has the class "{ $class }", and "{ $expected }" is expected. The slip would come back.

check-other-number = Same person twice
check-other-number-why = A client is known by insurer and insured number. Plan and actuals under different numbers do not match, and unknown numbers come back.
check-other-number-hurt = Slip or claims come back, and the rest is held.
check-other-number-steps = 1) Look at the certificate. 2) If a number is wrong, correct plan, actuals and supplement. 3) After a move, each insurer gets a slip of its own.
check-other-number-what = The plan has this number, and the actuals of the same person came under another one ({ $client }). One of them is wrong.
check-other-number-what-both = The same person has a plan under another number too ({ $client }). Find out whether the insurer changed within the month.
check-other-number-what-some = Plan and some actuals have this number, and the actuals of other offices came under another one ({ $client }), which is probably wrong.

check-new-after-decided = New after decided
check-new-after-decided-why = When a slip of the month was decided, another new one comes back. Use a correction.
check-new-after-decided-hurt = The slip comes back, and what it was to correct is paid a month later.
check-new-after-decided-steps = 1) Look what became of the slip before. 2) If it was decided, send a correction with all offices. 3) If it was returned, enter that and send as new.
check-new-after-decided-what = The slip sent in { $window } was decided, and another new one is going to be sent. It would come back.
check-new-after-decided-what-assumed = Nobody entered what became of the slip sent in { $window }. If it was decided, a new one comes back.

check-correction-without-decided = Nothing to correct
check-correction-without-decided-why = Only a decided slip can be corrected or cancelled. Else it goes as new.
check-correction-without-decided-hurt = The slip comes back, and all service offices are held for another month.
check-correction-without-decided-steps = 1) Look what became of the slip before. 2) If it was returned or never arrived, send it as new.
check-correction-without-decided-what = It goes as "{ $action }", and no decided slip of the month is known. It would come back.
check-correction-without-decided-what-result = It goes as "{ $action }", and the slip before was "{ $last }". It would come back.
check-correction-without-decided-what-pending = It goes as "{ $action }", and the slip written in { $window } is not decided yet. It would come back.

check-sent-twice = Sent twice
check-sent-twice-why = Of two slips of the same client and month in one window the second one comes back, and the first stands.
check-sent-twice-hurt = What was to be corrected is not, and offices stay cut.
check-sent-twice-steps = 1) See whether the first one was sent. 2) Within the window, cancel that transmission, then send. 3) After it, wait and send a correction.
check-sent-twice-what = A slip was written for { $window } already. If it was sent and is not cancelled, the second one ({ $action }) comes back.

check-cancel-takes-all = Cancellation
check-cancel-takes-all-why = A cancelled slip takes the plan fee and the claims of all offices on it down. Wrong units need a correction, not a cancellation.
check-cancel-takes-all-hurt = Every office on it pays back what it was paid.
check-cancel-takes-all-steps = 1) Make sure why (wrong person, month, or office in charge). 2) For wrong units send a correction. 3) If it is meant, tell the offices first.
check-cancel-takes-all-what = A cancellation is going to be sent. It takes down the plan fee and the claims of: { $offices }
check-cancel-takes-all-what-none = A cancellation is going to be sent. It takes down the plan fee and all claims of the client.

check-correction-omits-office = Left out of correction
check-correction-omits-office-why = A correction replaces the slip as a whole. An office that it lacks is cut to nothing.
check-correction-omits-office-hurt = The office pays back what it was paid.
check-correction-omits-office-steps = 1) Find out whether it served the client. 2) If so, list it. 3) If not, withdraw its plan.
check-correction-omits-office-what = { $line } has { $claimed } units on the decided slip and is not on the correction. It would be cut to nothing.

check-correction-due = Correction restores
check-correction-due-why = A correction restores what was cut by itself. A second claim comes back.
check-correction-due-hurt = An office that claims again gets its claim back.
check-correction-due-steps = 1) Tell the office of the correction. 2) Ask it to wait and not to claim again. 3) Wait for the decision.
check-correction-due-what = The correction raises { $line } from { $slip } to { $claimed } units ({ $over } more). Tell it to wait and not to claim again.

check-decided-by-assumption = Result not entered
check-decided-by-assumption-why = Only a decided slip can be corrected or cancelled. No result was entered, so it counts as decided.
check-decided-by-assumption-hurt = If it was returned, this one comes back too, and offices are held for another month.
check-decided-by-assumption-steps = 1) Look into the list of returns of that window. 2) Enter the result. 3) If it was returned, send as new.
check-decided-by-assumption-what = It goes as "{ $action }", and nobody entered what became of the slip sent in { $window }. If that was returned, this one comes back too.

check-hold-runs-out = Hold runs out
check-hold-runs-out-why = In most prefectures, claims that wait for a slip are returned after about two months. Then the slip alone pays nobody.
check-hold-runs-out-hurt = No office is paid until it claims again.
check-hold-runs-out-steps = 1) Send the slip in this window. 2) Ask the offices to claim again in the same one.
check-hold-runs-out-what = More than two months have passed without a decided slip. The claims of these offices may have been returned: { $offices }

check-time-limit = Time limit
check-time-limit-why = Claims are barred two years after the first day of the third month after the service. Then they are refused.
check-time-limit-hurt = Nobody is paid any more.
check-time-limit-steps = 1) Send it at once, before it is barred. 2) If it is, ask the insurer.
check-time-limit-what = It is barred from { $window } on. It would be refused.
check-time-limit-what-soon = It is barred from { $window } on. Send it before.

check-not-arrived = Actuals missing
check-not-arrived-why = A slip is sent when the actuals of every office are known. Waiting holds the others; leaving the office out gets it cut.
check-not-arrived-hurt = Either everybody is paid late, or that office is not paid.
check-not-arrived-steps = 1) Ask the office by telephone or FAX. 2) If nothing comes, decide: by plan, later, or from a FAX.
check-not-arrived-what = The actuals of { $line } have not come ({ $units } units planned). The slip waits until it is decided what stands for them.

check-left-for-later = Left for later
check-left-for-later-why = An office left for later is not on this slip. If it claims now, it is cut to nothing.
check-left-for-later-hurt = It is not paid until a correction goes.
check-left-for-later-steps = 1) Tell it not to claim now. 2) When its actuals are settled, send a correction in the next window. 3) Have it claim in that one.
check-left-for-later-what = { $line } is left for later and not on this slip ({ $units } units planned). If it claims now, it is cut to nothing.

check-unread-rows = Unreadable rows
check-unread-rows-why = Rows that cannot be read are not counted. Sent without them the office is cut; while they are waited for, the slip does not go.
check-unread-rows-hurt = While it waits all service offices are held; sent as it is, the office of the rows is paid less.
check-unread-rows-steps = 1) Look at the rows on the screen of files (kyukan files). 2) Ask the sender for a mended file. 3) If none comes, type the rows in as of a FAX.
check-unread-rows-what = Rows could not be read (plan { $plan }, actuals { $actual }). They are not counted, so the slip may lack units, and it waits until it is decided what stands for them.

check-kind-against-level = Kind against level
check-kind-against-level-why = Some kinds are for care levels only, some for support, some of the programme. A claim of a kind that does not fit comes back.
check-kind-against-level-hurt = The claim of the office comes back, and it has to claim again.
check-kind-against-level-steps = 1) Look at the certificate. 2) If the kind is wrong, correct the plan and ask for corrected actuals. 3) If the level is, correct the supplement.
check-kind-against-level-what = { $line } cannot be used with { $level }. The claim would come back.
check-kind-against-level-what-may-go-on = { $line } is of the programme, and the level is { $level }. Make sure that the client may go on with it.

check-nothing-done = Month without service
check-nothing-done-why = For a month without any service, as a rule neither slip nor plan fee can be sent (there are exceptions, as after a hospital stay).
check-nothing-done-hurt = The office's own plan fee is taken back later.
check-nothing-done-steps = 1) Ask the offices whether nothing was done. 2) Adopt the cancellations and send neither slip nor fee. 3) If one was decided, send a cancellation.
check-nothing-done-what = Every service inside the limit was cancelled, and a slip still stands ({ $units } units).
check-nothing-done-what-decided = Every service inside the limit was cancelled, and a slip was decided ({ $units } units). It has to be cancelled.

check-stay-over-30 = Stay over 30 days
check-stay-over-30-why = A short stay is paid for 30 days in a row. The client pays the 31st, which gets a mark.
check-stay-over-30-hurt = The claim of the office comes back when the mark is missing.
check-stay-over-30-steps = 1) Count the days with the office, those of the month before too. 2) Mark the 31st day. 3) Make the sheet anew and tell the client.
check-stay-over-30-what = { $line }: day { $days } is the 31st in a row and has no mark. The claim would come back.

check-stay-over-half = Stays over half
check-stay-over-half-why = Short stays should be about half of the certified period at most. The municipality may ask for the reason.
check-stay-over-half-hurt = Without a reason the claim of the office may come back.
check-stay-over-half-steps = 1) Count the days. 2) Put the reason into the plan. 3) Tell the municipality where it asks for that.
check-stay-over-half-what = Short stays come to { $used } of { $of } days of the certified period, more than half. Put the reason into the plan.

check-sheet-differs = Sheet differs
check-sheet-differs-why = The received sheet has other units inside the limit than those worked out by the table of codes. Something may be counted to the limit that is not.
check-sheet-differs-hurt = Either the slip is over the limit and comes back, or the office is cut.
check-sheet-differs-steps = 1) See that the table is of the month. 2) Look at additions outside the limit. 3) Use what is right.
check-sheet-differs-what = { $line } has { $received } units inside the limit on the received sheet, and { $computed } worked out.

check-managed-units-cut = Managed units cut
check-managed-units-cut-why = For large day care and some others the units of the limit are not those billed. How a slip shows an excess of them is not settled.
check-managed-units-cut-hurt = The office may be cut by a small difference.
check-managed-units-cut-steps = 1) Agree with the office on visits and units covered. 2) Keep it on the sheet.
check-managed-units-cut-what = { $line } has other units for the limit than it bills, and { $left } of them are over the limit. Agree with the office on what is covered.

check-fee-without-slip = Fee without slip
check-fee-without-slip-why = The plan fee has to go with a slip. Without one it comes back.
check-fee-without-slip-hurt = The office's own plan fee comes back.
check-fee-without-slip-steps = 1) Find out why the slip cannot go. 2) Send slip and fee in the same window. 3) Or send neither.
check-fee-without-slip-what = The plan fee ({ $units } units) is going to be claimed, and no slip goes with it. It would come back.

check-fee-sent-before = Fee claimed twice
check-fee-sent-before-why = The plan fee of a client and month can be claimed once. A second claim comes back.
check-fee-sent-before-hurt = The office's own plan fee comes back.
check-fee-sent-before-steps = 1) Look what became of the claim before. 2) In the same window, cancel that transmission first. 3) A paid one is taken back by the insurer before it is claimed again.
check-fee-sent-before-what = The plan fee was claimed in { $window } already. Unless that was returned, this claim comes back.
check-fee-sent-before-what-same-window = The plan fee was written for the same window ({ $window }) already. If it was sent and is not cancelled, this one comes back.

check-fee-certificate = Fee: certificate
check-fee-certificate-why = The claim for the plan fee names the certified period and the day of the notice. If they do not fit the month, it comes back.
check-fee-certificate-hurt = The office's own plan fee comes back.
check-fee-certificate-steps = 1) Look at the certificate and the copy of the notice. 2) Correct the register of clients.
check-fee-certificate-what = The certified period of the plan fee ended on { $date } and does not touch the month. It would come back.
check-fee-certificate-what-begins = The certified period of the plan fee begins on { $date } and does not touch the month. It would come back.
check-fee-certificate-what-filed = The notice on the plan fee was filed on { $date }, after the month. It would come back.

check-public-payer = Public payer number
check-public-payer-why = Numbers of public assistance begin with 12 and end with a check digit. Others are not registered, and the claim comes back.
check-public-payer-hurt = The office's own plan fee comes back.
check-public-payer-steps = 1) Look at the care voucher. 2) Correct the register of clients.
check-public-payer-what = Public payer number { $wrong } is not one of public assistance (8 digits beginning with 12). It would come back.
check-public-payer-what-digit = The check digit of public payer number { $wrong } does not fit. Look at the care voucher.

check-fee-record = Fee: faulty claim
check-fee-record-why = A claim for the plan fee with a code twice or on the wrong form, or without public payer or day of the notice, is not taken but returned.
check-fee-record-hurt = The office's own plan fee comes back, or cannot be written.
check-fee-record-steps = 1) Look at the registers of additions and clients. 2) Correct them and make the claim again.
check-fee-record-what = The claim for the plan fee has the same code twice ({ $codes }). It would come back.
check-fee-record-what-form = The claim for the plan fee has a code of another form ({ $codes }). It would come back.
check-fee-record-what-payer = The public payer on the claim for the plan fee does not fit the client. Make sure whether the number begins with H, and look at the payer's number.
check-fee-record-what-filed = The claim for the plan fee lacks the day of the notice. It would come back.

need-name-level = level and limit
need-name-slip = slip
need-name-sheet = computed sheet
need-name-history = what was sent before
need-name-previous-month = slip of the month before
need-name-client-register = register of clients
need-name-manager-register = register of care managers
need-name-provider-register = register of offices
need-name-master = table of service codes
need-name-fee = claim for the plan fee

findings-title = Checks of { $month }
findings-severity = { $severity } { $count }: clients { $clients }, service offices { $offices }, { $worth }
findings-confirm = { $severity } { $count }: clients { $clients }, service offices { $offices }
findings-total = All together, nothing counted twice: { $worth }
findings-worth = { $units } units, { $yen } yen
findings-worth-unpriced = { $units } units, { $yen } yen (and { $count } without a known price)
findings-worth-unknown = { $units } units, no price
findings-worth-nothing-known = units and yen not known
findings-none = Nothing was found that would be returned, held or cut.
findings-client = { $name } { $insurer } { $insured }  manager { $manager }  { $worth }
findings-remedy = Remedy: { $remedy }
findings-silenced = Silenced: { $count }
findings-not-checked = Not checked
findings-not-checked-line = { $count } clients ({ $names }): { $sentence }
findings-not-checked-all = All clients ({ $count }): { $sentence }
findings-units = { $units } units
findings-yen = { $yen } yen
findings-yen-unknown = no price

findings-call-title = Expected cuts and holds to be told
findings-call-office = { $office }  phone { $phone }  FAX { $fax }  { $count }: { $worth }
findings-call-no-number = not known
findings-call-agree = To agree on: { $what }
findings-call-held = The slip will probably not be decided this time ({ $why }), so the claim of this office is held.
findings-call-plan = Ask what was added and whether the plan is to be changed.
findings-call-correct = Ask whether actuals and claim can be corrected.
findings-call-wait = Ask the office to wait for the correction and not to claim again.
findings-call-later = Ask the office not to claim now, but in the window of the slip.
findings-call-again = Ask the office to claim again in the window of the slip.
findings-call-cancelled = Tell the office that a cancellation takes its claim down, and agree when to claim again.
findings-call-share = Ask the office to claim by the new sheet.
findings-call-shares = Agree which service bears the units over the limit.
findings-call-arrival = Ask when the actuals will be sent.
findings-call-number = Ask for the right office number and kind.
findings-call-units = Agree on the units of the slip and the window of the claim.
findings-column-severity = Consequence
findings-column-kind = Kind
findings-column-units = Units
findings-column-yen = Yen
findings-column-phone = Phone
findings-column-fax = FAX
findings-column-what = What
findings-column-agree = To agree on

unchecked-no-repeats = Lines are added up by office and kind, so none can stand twice.
unchecked-no-withdrawals = Nothing is known of withdrawals that were asked for.
unchecked-sums = Units and yen of a claim are sums by the way it is made.
unchecked-remarks = Which codes need a remark is not known for certain.
unchecked-file = A matter of the whole file, which its writer sees to.
unchecked-days = Whether rows are counted by days or by trips is not in the table of codes.
unchecked-title = Title and meaning are not known from publications.

## What is at risk, in the head of every screen

head-checking = checking { $value }%
head-risk = at risk { $amount }
head-risk-short = at risk { $amount }
head-risk-yen = { $value } yen
head-risk-units = { $value } units
head-risk-count = { $value } findings
head-risk-none = nothing

## kyukan check --findings, --calls

findings-how = kyukan check --findings lists each of them, kyukan check --calls is the list to call service offices with
help-option-findings = list only what would be returned, held or cut, one by one
help-option-calls = the list of expected cuts and holds by service office, to call them with (text and csv)

## 提出前点検

screen-checks = Checks
checks-counting = Checking the month; the other screens can be used meanwhile.
checks-sum = { $clients } cl. { $yen } yen
checks-sum-confirm = { $count }
checks-count = { $shown } of { $all }
checks-silenced = { $count } silenced
checks-silenced-why = silenced until { $until }: { $reason }
client-claims = Claims: { $effect }.
checks-none-fit = No findings fit the filter.
checks-nothing = Nothing would be returned, held or cut, and nothing is to be looked at. Every check was run.
checks-nothing-of-checked = Nothing would be returned, held or cut, and nothing is to be looked at. But for want of information { $count } things were not checked (v lists them).
checks-all-checked = Every check was run.
checks-no-more = Nothing further would be returned, held or cut.
checks-no-finding = Move the cursor to a finding first.
checks-remedy = What helps ({ $key })
checks-hurt = Effect
checks-steps = Steps
checks-why = Why
facet-silenced = silenced ones too
sort-check-risk = clients with most yen at risk first
sort-check-office = provider
sort-check-check = check
column-return-code = code
column-effect = effect
group-effect = what becomes of claims
severity-none = no effect
form-until = last month
form-about-silence = Up to and with the last month, what this check finds is not told. How many are silenced is still counted.
silence-client = silence for this client: { $whose }
silence-office = silence for this provider: { $whose }
silence-again = tell it again: { $whom }
keys-remedy = Preview of a fix
help-severity-return = a slip or claim comes back, and providers are not paid
help-severity-hold = providers are not paid until a slip comes
help-severity-cut = a provider is paid less by what is too much
help-severity-confirm = probably nothing comes back, but somebody should look
remedy-preview-before = now
remedy-preview-after = then
remedy-preview-yen = yen at risk
remedy-preview-units = units at risk
remedy-preview-findings = findings
remedy-preview-slip = slip
remedy-preview-gone = gone
remedy-preview-new = new
remedy-preview-stays = left
remedy-preview-unknown = Rows would change, so what becomes of it is seen when it is done; u undoes it.
remedy-preview-hint = Enter / y do it  Esc leave (u undoes it)
remedy-preview-hint-form = Enter / y give the reason  Esc leave
action-remedy = fix
    .help = shows what helps and what would be then, and does it
action-silence = silence
    .help = silences the check with a reason and a last month, or tells it again
action-not-checked = not checked
    .help = lists what was not checked and why
action-sort-checks = order
    .help = chooses the order of the findings
action-filter-checks = filter
    .help = shows only findings of a severity, check, manager or provider
action-clear-checks-filter = no filter
    .help = shows all findings
action-carry-out = do it
    .help = does what the window proposes
action-show-checks = checks
    .help = to the findings

## Notices of 国保連 (通知)
event-notices = Notices taken in ({ $count }): { $what }
change-fee-result = Result of the claim for the plan fee
fee-result-returned = Claim returned
fee-result-withdrawn = Claim withdrawn (過誤)
fee-result-none = No result of the claim
register-notices = Notices of 国保連
help-command-notices = Takes in notices of 国保連 (returns, cuts, payments, 過誤) and says what to do next
help-notices-import = Takes files of notices in and records what became of slips and claims
help-notices-list = Shows what the notices say, by review month
help-notices-open = Shows what came back or is late and was not sent yet
help-notices-paid = Compares what was claimed with what was paid
help-option-notice-file = Files of notices (one or more)
notice-kind-changes = 審査決定増減表 (changes of the decision)
notice-kind-cuts = 審査増減単位数通知書 (units cut)
notice-kind-returns = 返戻（保留）一覧表 (returns and holds)
notice-kind-payment = 支払決定額通知書 (transfer)
notice-kind-payments = 支払決定額内訳書 (payments)
notice-kind-withdrawals = 過誤決定通知書 (withdrawals)
notice-kind-appeals = 再審査決定通知書 (re-examinations)
notice-document-slip = slip (給付管理票)
notice-document-fee = claim for the plan fee
notice-document-claim = claim of a provider
notice-document-other = document "{ $found }"
notice-returned = { $document } returned
notice-held = { $document } held
notice-cut = cut { $kind } { $units } units (reason { $reason })
notice-cut-no-units = cut { $kind } (reason { $reason })
notice-changed = changes: returned { $returned } / cut { $cut } / held { $held } / revived { $revived }
notice-count-units = { $count } ({ $units } units)
notice-paid = paid { $kind }: { $count }, { $units } units, { $yen } yen
notice-transfer = transferred { $yen } yen (care { $care } yen / 総合事業 { $support } yen)
notice-withdrawn = withdrawn { $kind } { $units } units { $yen } yen: { $text }
notice-reexamined = re-examined { $kind } { $before } units -> { $after } units
notice-place = { $file } line { $lines }
notice-at-fault = { $item }: { $title }
notice-code = { $code } { $title }
notice-code-unsure = { $code } (title not confirmed)
notice-meaning = Meaning: { $text }
notice-unknown-code = The code "{ $code }" is not in the list. Ask 国保連 what it means
notice-next = Next: { $text }
notice-steps = Steps: { $text }
notice-caught = Checks that foresee this: { $checks }
notice-caught-none = No check foresees this
notice-override = { $person } let this through on { $at }: { $what } ({ $why })
notice-override-action = action { $action }
notice-line = Line to fix: { $office } { $kind } { $units } units
notice-tie-other-window = Nothing was sent from here for this review month (something was in another window)
notice-tie-nothing-sent = Nothing was sent from here for this month
notice-tie-unknown-client = This client has never been seen here. Check the numbers
notice-tie-no-client = The number of the insurer or the client cannot be read. Ask 国保連
notice-tie-other-office = A notice for another office ({ $office })
notice-next-send-new = send the slip as 新規
notice-next-send-replacement = send the slip as 修正 (the whole slip with all offices)
notice-next-send-cancellation = send the slip as 取消
notice-next-send-slip-with-fee = send the slip as 新規 and claim the plan fee with it
notice-next-send-fee = claim the plan fee again
notice-next-ask-insurer = ask the insurer
notice-next-ask-federation = ask 国保連
notice-next-wait-for-decision = wait for the certification, then send as 新規
notice-next-tell-provider = tell the provider, which has to correct it
notice-next-clarify = find out whose it is
notice-next-nothing = nothing to do
notice-step-correct-and-send-new = correct the slip and send it as 新規
notice-step-ask-insurer = ask the insurer what is registered
notice-step-send-unchanged = if it is right, send it unchanged next month
notice-step-wait-for-decision = wait until the certification is decided
notice-step-provider-waits = ask the providers to wait and not to claim again
notice-step-cancel-transmission = cancel the transmission while the window is open
notice-step-let-stand = what was sent first stands
notice-step-send-replacement = send the whole slip as 修正
notice-step-send-new = send the slip as 新規
notice-step-file-request = file the 届出書
notice-step-ask-provider = ask the provider to correct, or to see to its designation
notice-step-send-slip-with-fee = send slip and claim together
notice-step-provider-claims-again = ask the provider to claim again in the same month
notice-step-add-line = add the line that is missing
notice-step-raise-line = raise the line within the limit
notice-step-take-off-excess = take the units above the limit off
notice-step-correct-level = correct level, limit and period
notice-step-check-certificate = compare with the certificate
notice-step-correct-and-send = correct it and send it again
notice-step-use-certificate-number = take the number on the certificate
notice-step-add-lines-together = add lines of the same office and kind together
notice-step-request-withdrawal = ask the insurer for 過誤, then claim again
notice-step-send-next-month = send it again next month
notice-step-put-on-one-row = put the code on one row with 回数
notice-step-fill-remarks = fill 摘要
notice-step-check-public-payer = compare the numbers with the 介護券
notice-step-split-public-payer = put people with H numbers into the 公費 row
notice-step-provider-matter = the provider corrects it
notice-step-transmit-again = correct the file and send it again in the same window
notice-step-ask-federation = ask 国保連 what the code means
notice-step-use-right-form = use the form of the service kind
notice-code-12p0 = the insurer has not registered this pair of numbers for the month
notice-code-12pa = an application for certification is not decided yet
notice-code-ann0 = two 新規 slips of the client and month arrived in one month; the first stands
notice-code-annj = a slip was decided before, and this one came as 新規
notice-code-ann9 = 修正 or 取消 was sent, but no slip was decided
notice-code-12p4 = another support office is registered with the insurer
notice-code-12p5 = 計画作成区分 is not that of the 届出
notice-code-add1 = the office has no designation for this kind in the month
notice-code-add0 = the office number is unknown or not valid in the month
notice-code-fee-d = there is no slip, so the plan fee is not paid
notice-code-held = there is no slip yet, so the claim of the provider is held
notice-code-no-slip = no slip came in time, so the claim of the provider was given back
notice-code-cut-a = the slip has no line of this office and kind, so the claim was cut to 0
notice-code-cut-b = the claim was above the slip and was cut to it
notice-code-annm = only a corrected slip helps the provider
notice-code-assessed = slip and claim disagree and additions depend on it, so the claim was returned
notice-code-12p3 = the slip, with refunds, is above the limit
notice-code-15p6 = a limit of a service kind is exceeded
notice-code-12qj = the level is not that of the insurer
notice-code-12qt = birth date or sex is not that of the register
notice-code-12pd = there is no certification in the month
notice-code-add2 = the number of the insurer or public payer is unknown
notice-code-adda = the number of the insurer is not valid in the month
notice-code-annk = the slip has two lines of the same office and kind
notice-code-abb0 = a required item is empty or no number
notice-code-add3 = the class of the office does not fit
notice-code-ann2 = the same claim came twice in a month, or a held one was sent again
notice-code-ann4 = a claim was decided before; 過誤 has to come first
notice-code-ann7 = 過誤 was processed in the same month, so this was not
notice-code-assa = an amount is above what 国保連 computes
notice-code-annl = the claim has the same code on two rows
notice-code-10qf = the service code does not fit the level
notice-code-14qr = the code needs 摘要
notice-code-aeea = a date lies outside the month
notice-code-13ps = the public payer is not registered
notice-code-att5 = somebody with an H number is claimed from the insurance
notice-code-content = the check of the content failed; look at the item that is named
notice-code-register = the check against the registers failed; look at the item that is named
notice-code-match = it does not match the slip, or was found wrong in the assessment
notice-code-refused = refused by the committee or by the time limit of two years
notice-code-abbf = form and service kind do not fit
notice-code-cancelled = the slip was cancelled, and all claims of the month with it
notice-code-other-slip = the slip came back; look at the item that is named
notice-code-other-fee = the claim for the plan fee came back; look at the item that is named
notice-code-other-claim = about the claim of a provider
notice-import-counts = { $path }: { $notices } { $lines } lines = frame { $frame } + headers { $headers } + sums { $totals } + items { $items } + repeated { $repeated } + no notices { $foreign } + unreadable { $unreadable } + empty { $empty }
notice-import-known = { $path }: taken in before; nothing was changed
notice-import-no-file = { $path }: the file cannot be read: { $why }
notice-import-head = { $name } ({ $review })
notice-import-no-head = no notice
notice-month-unknown = month unknown
notice-import-states = { $month }: { $what }
notice-contradiction = { $name } { $month }: the notice says "{ $says }", but { $person } recorded "{ $stands }" on { $at }. The record stands. Find out which is right and correct it with kyukan decide
notice-problem = { $place }: { $what } { $done } { $ask }
notice-no-file = There is neither a control record nor data; it cannot be read as a file of 国保連.
notice-no-control = The control record (line 1) is missing.
notice-control-not-first = The control record is not the first one.
notice-no-end = The end record is missing; the file may have been cut off.
notice-end-number = The number of the end record is "{ $found }" ({ $expected } was expected).
notice-count = The control record says "{ $found }" records, but there are { $expected }.
notice-data-kind = A file of data kind "{ $found }" holds a record { $expected }.
notice-utf8 = The file is UTF-8 (Shift_JIS was expected).
notice-item = No. { $no } { $item }: "{ $found }" is not { $expected }.
notice-item-empty = No. { $no } { $item }: empty ({ $expected } was expected).
notice-record-type = The record type "{ $found }" is none of 1, 2, 3.
notice-unknown-record = The record id "{ $found }" is unknown.
notice-too-few = There are only { $found } items ({ $expected } were expected).
notice-quote = A quote is not closed.
notice-second-control = There is a second control record.
notice-second-end = There is a second end record.
notice-extra = There are { $found } items too many.
notice-number = The record number is "{ $found }" ({ $expected } was expected).
notice-after-end = It stands after the end record.
notice-no-notice = { $found } is no record of a notice.
notice-foreign = The notice is for office "{ $found }" (this office is { $expected }).
notice-list-broken = The list has rows that cannot be read, or slips of which nobody knows whose they are.
notice-sum-rows = No. { $no } { $item }: it says { $found }, but the rows add up to { $expected }.
notice-sum-adjusted = No. { $no } { $item }: it says { $found }, but the sum less 過誤調整 is { $expected }.
notice-sum-parts = No. { $no } { $item }: it says { $found }, but its parts add up to { $expected }.
notice-repeated = { $count } rows stand in a file that was taken in before.
notice-done-once = They count once.
notice-done-kept = The file is kept as it is, and what can be read was used.
notice-done-kept-only = The file is kept as it is.
notice-done-row-kept = The row is not used and kept in the file.
notice-done-item-empty = The item was read as empty.
notice-done-read = The row was read.
notice-done-rows-count = The rows count.
notice-done-not-accepted = Slips that the list does not name were not taken for decided.
notice-done-no-state = No result was recorded.
notice-ask-federation = Ask 国保連.
notice-ask-again = Fetch it again from the transmission software.
notice-ask-office = Hand it to that office.
notice-expected-filled = filled
notice-expected-empty = empty
notice-expected-at-most = at most { $value } bytes
notice-expected-digits = digits
notice-expected-number = a number
notice-expected-half = half-width letters
notice-expected-month = a month (YYYYMM)
notice-expected-date = a date (YYYYMMDD)
notice-expected-one-of = one of { $value }
notice-expected-without = text without "{ $value }"
notice-expected-ms932 = text of Shift_JIS ("{ $value }" is none)
notice-fault-missing = The file of the notice "{ $name }" is missing, so it is not used: { $path }
notice-fault-changed = The file of the notice "{ $name }" is not what was taken in, so it is not used: { $path }. Taking it in again brings it back
notice-fault-unreadable = The file of the notice "{ $name }" cannot be read: { $path }: { $why }
notices-not-recorded = The files are kept, but the journal could not be written. Take them in again.
notices-review = Reviewed { $month }
notices-review-none = Notices without a month
notices-none = No notice fits
notices-open-title = Not sent again yet: { $count } (window { $window })
notices-open-none = Nothing is waiting to be sent again
notices-open-line = { $name } { $month } { $document } { $why } { $codes }
notices-open-since = since { $since } / { $age } months old / barred from { $barred }
notices-open-barred = barred: nothing is paid from { $barred } on
notices-open-elsewhere = It was not sent from here
notices-why-returned = returned
notices-why-not-received = not received
notices-why-withdrawn = withdrawn (過誤)
notices-why-with-slip = its slip came back
notices-why-late = late (月遅れ)
notices-paid-title = Claimed and paid, reviewed { $window }
notices-paid-insurer = Insurer
notices-paid-month = Month
notices-paid-kind = Kind
notices-paid-claimed = Claimed
notices-paid-returned = Returned
notices-paid-expected = Expected
notices-paid-paid = Paid
notices-paid-difference = Difference
notices-paid-public = 公費
notices-paid-yen = { $count }, { $units } units, { $yen } yen
notices-paid-wait = The 支払決定額内訳書 (7521) has not come yet
notices-paid-no-list = The 返戻（保留）一覧表 (7411) has not come yet, so returns are not known
notices-paid-adjusted = 過誤調整 is { $adjusted }, but the 過誤決定通知書 add up to { $withdrawn }
notices-paid-transfer = Decided are { $decided } yen, but the 支払決定額通知書 says { $transferred } yen
notices-paid-differs = { $insurer } { $month } { $kind }: { $difference } off what was expected. Look at the returns and 過誤 notices, else ask 国保連
notices-paid-agrees = Claimed and paid agree
notices-paid-none = Nothing was claimed or paid

## What the checks had found before a slip was sent

notice-as-sent-not-found = The checks had not found it before it was sent (looked up with the decisions and registers of that time and the files of today)
notice-as-sent-found = The check “{ $check }” had found it before it was sent
notice-as-sent-silenced = The check “{ $check }” had found it before it was sent, but was silenced (reason: { $why })

## The screen of notices (通知)

screen-notices = Notices
notices-view-open = Not sent again
notices-view-items = Notices
notices-view-paid = Paid
notices-column-review = Review
notices-column-document = Sent
notices-column-why = Why
notices-column-step = Next
notices-column-age = Months
notices-column-barred = Limit
notices-column-said = Says
notices-column-file = File
notices-short-slip = slip
notices-short-fee = fee
notices-sum = Sum
notices-reading = Reading the notices
notices-faults = { $count } files of notices cannot be used
notices-open-sums = { $count }: { $whys } oldest { $oldest } months, { $barred } too late
notices-item-sums = { $count }: to do { $todo } / returned { $returned } held { $held } cut { $cut }
notices-paid-sums = claimed { $claimed } paid { $paid } difference { $difference } yen
notices-no-workspace = Notices are kept in an office folder. Make one with kyukan init and open it.
notices-no-files = There are no notices yet. { $key } takes files from 国保連 in.
notices-none-fit = Nothing fits the filter.
notices-no-more = Nothing further is to be done that way.
notices-no-client = This line leads to no client.
notices-not-in-month = This client is not in the received files of that month.
notices-month-absent = { $month } cannot be opened, because no files of it were received.
notices-imported = { $count } files of notices were taken in.
notices-enter-month = { $key } opens { $month } and shows this client.
notices-enter-items = { $key } shows the notices of this review.
notices-paid-decided = Decided to be paid: { $yen } yen
notices-paid-adjusted-yen = Taken off for withdrawals: { $yen } yen
notices-paid-transferred = Transferred (care and support): { $yen } yen
form-about-notices = The file with notices of 国保連, or the folder where they are. Every file is kept as it came.
notice-next-short-send-new = slip, new
notice-next-short-send-replacement = slip, replace
notice-next-short-send-cancellation = slip, cancel
notice-next-short-send-slip-with-fee = slip and fee
notice-next-short-send-fee = fee again
notice-next-short-ask-insurer = ask insurer
notice-next-short-ask-federation = ask 国保連
notice-next-short-wait-for-decision = wait
notice-next-short-tell-provider = tell provider
notice-next-short-clarify = find out whose
notice-next-short-nothing = nothing
action-notices-view = other view
    .help = switches between what is to be sent again, the notices and what was paid
action-import-notices = take notices in
    .help = takes files with notices of 国保連 in
action-filter-notices = filter
    .help = shows only notices of a review, step, code or client
action-clear-notices-filter = no filter
    .help = shows all notices again
action-show-notices = notices
    .help = to the notices of 国保連
