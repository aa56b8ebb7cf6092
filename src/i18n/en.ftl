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

## State of a client at a provider

state-not-arrived = not arrived

## Names of things

word-plan = plan
word-actual = actual
word-client-number = insured number
word-insurer = insurer number
word-provider = provider
word-code = service code
word-units = units
word-counts = count
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
word-amount = units or yen
word-managed = managed units
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
note-codes-from-sheets = No service code master was given: monthly services ({ $monthly } codes) and percent additions ({ $percent } codes) were told from the 別表. Use --codes to give one.
note-no-plan = There is no plan to compare the actuals with. Put the plan files (UPPLAN…) into the same folder.
note-ignored-files = { $count ->
        [one] { $count } file that is not care plan data was not read.
       *[other] { $count } files that are not care plan data were not read.
    }
note-demo-written = { $count ->
        [one] { $count } file
       *[other] { $count } files
    } of an invented office were made in { $path }. They hold no real persons or offices.
note-demo-next = Compare plan and actuals with: { $command }
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
    } “{ $client }”. Give the insured number of one client.
error-write-failed = “{ $path }” cannot be written. Reason: { $reason }
error-folder-not-empty = The folder “{ $path }” is not empty. Nothing was written, to keep its files safe. Give an empty folder or a new name.
error-settings-unreadable = Line { $line } of the settings file “{ $file }” cannot be read. { $reason }
error-internal = The program stopped because of a fault of its own. Please report this text: { $detail }
error-usage-unknown-argument = There is no “{ $arg }”.
error-usage-unknown-command = There is no command “{ $arg }”.
error-usage-unexpected-value = “{ $arg }” takes no value, but got “{ $value }”.
error-usage-missing-argument = “{ $arg }” is required.
error-usage-missing-command = A command is required.
error-usage-missing-value = “{ $arg }” needs a value after it.
error-usage-invalid-value = “{ $arg }” cannot be “{ $value }”. Possible values: { $allowed }
error-usage-unreadable-value = The value “{ $value }” of “{ $arg }” cannot be read.
error-usage-repeated = “{ $arg }” can be given only once.
error-usage-not-text = A part of the command line is not readable as text.
error-usage-other = The command line cannot be read.
error-usage-similar = Did you mean “{ $value }”?
error-usage-hint = See { $command } for help.

## The help page

help-about = kyukan (給管): reads the files of ケアプランデータ連携, compares plans with actuals and shows where they differ.
help-usage = Usage
help-commands = Commands
help-options = Options
help-arguments = Arguments
help-allowed = possible values: { $value }
help-command-check = compares plans with actuals; shows differences, what has not arrived, and problems
help-command-files = shows the files that arrived and what became of their rows
help-command-show = shows one client's month: plan, actuals and differences
help-command-demo = makes the files of one month of an invented office
help-option-month = service month (such as 2026-10)
help-option-office = office number of a care office, to see only that one
help-option-codes = CSV file with service codes
help-option-format = form of the result (text for reading; json and csv for other programs)
help-option-lang = language of the texts (ja Japanese, en English)
help-option-color = whether to use colours (auto, always, never)
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
