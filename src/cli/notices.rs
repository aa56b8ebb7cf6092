//! `kyukan notices`: what 国保連 says of what was sent.

use super::args::{Common, Format, Notices};
use super::office::Office;
use super::{Console, Exit, Stop, load, office, write_stop};
use crate::app::find::find_clients;
use crate::app::notices::{
    Item, Ledger, Notices as All, Outstanding, PaidWindow, known_clients, outstanding, paid, tie,
};
use crate::app::ports::Source;
use crate::app::tally::window_on;
use crate::domain::ids::ClientKey;
use crate::domain::month::{Day, ServiceMonth};
use crate::i18n::{Arg, Texts};
use crate::report::import::unreadable;
use crate::report::layout::display;
use crate::report::notice_words::{NoticeWords, fault_sentence, file_problems, item_problems};
use crate::report::notices as report;
use crate::report::workspace_failure::workspace_failure;
use crate::store::workspace::Access;
use crate::store::{FolderSource, NOTICES, NoticeFault, NoticeNews, import_notices, load_notices, months};
use chrono::NaiveDate;
use std::path::PathBuf;

pub(super) fn run(common: &Common, notices: &Notices, console: &mut Console<'_>) -> Result<Exit, Stop> {
    match notices {
        Notices::Import(files) => import(common, files, console),
        Notices::List(client) => list(common, client.as_deref(), console),
        Notices::Open(client) => open_ones(common, client.as_deref(), console),
        Notices::Paid => compare(common, console),
    }
}

/// The office with what its notices say.
struct Opened {
    office: Office,
    all: All,
    ledger: Ledger,
    faults: Vec<NoticeFault>,
}

impl Opened {
    fn words<'a>(&'a self, texts: &'a Texts) -> NoticeWords<'a> {
        let words = self.office.words(texts);
        let review = Some(&self.office.review);
        NoticeWords { words, notices: &self.all, ledger: &self.ledger, review }
    }

    /// Tells files that are not used; damage and faults are told by the exit code too.
    fn exit(&self, exit: Exit, console: &mut Console<'_>) -> Result<Exit, Stop> {
        // What was written has to stand before a fault is told.
        console.out.flush().map_err(|error| write_stop(console.texts, "-", &error))?;
        for fault in &self.faults {
            console.say(&fault_sentence(console.texts, fault));
        }
        Ok(match exit {
            _ if self.office.workspace.damage().is_some() => Exit::Surroundings,
            Exit::Clean if !self.faults.is_empty() => Exit::Findings,
            exit => exit,
        })
    }
}

/// Opens the month whose names are shown: the one asked for if files of it were received.
fn open_office(common: &Common, access: Access, console: &mut Console<'_>) -> Result<Office, Stop> {
    let dir = office::folder(common, console.texts)?;
    let received = months(&dir).unwrap_or_default();
    let month = common.month.filter(|month| received.iter().any(|(known, _)| known == month));
    let common = Common { month, ..common.clone() };
    office::open_for_journal(&common, access, console)
}

fn opened(common: &Common, console: &mut Console<'_>) -> Result<Opened, Stop> {
    let mut office = open_office(common, Access::Read, console)?;
    let own = common.office.or(office::settings(&office.workspace, console).number);
    let found = office.workspace.events(None);
    let found =
        found.map_err(|error| Stop::new(Exit::Surroundings, workspace_failure(console.texts, &error)))?;
    let ledger = Ledger::of(found.items, own, known_clients(&office.review));
    let (all, faults) = load_notices(office.workspace.dir(), ledger.entries(NOTICES));
    Ok(Opened { office, all, ledger, faults })
}

fn import(common: &Common, paths: &[PathBuf], console: &mut Console<'_>) -> Result<Exit, Stop> {
    let texts = console.texts;
    let source = FolderSource::open(paths, load::limits(console.settings));
    load::refuse_missing(&source, texts)?;
    let mut office = open_office(common, Access::Write, console)?;
    office.must_write(texts)?;
    let own = common.office.or(office::settings(&office.workspace, console).number);
    let (mut given, mut is_clean) = (Vec::new(), true);
    for (index, found) in source.list().files.into_iter().enumerate() {
        let mut bytes = Vec::new();
        match source.read(index, &mut bytes) {
            Ok(()) => given.push((found.name().to_owned(), bytes)),
            Err(failure) => {
                is_clean = false;
                let why = unreadable(texts, &failure);
                let args = [("path", Arg::from(display(&found.path))), ("why", Arg::from(why))];
                console.say(&texts.format("notice-import-no-file", &args));
            }
        }
    }
    let known = known_clients(&office.review);
    let import = import_notices(&mut office.workspace, &given, own, &known);
    let import = import.map_err(|failure| {
        let backup = office.workspace.newest_backup();
        Stop::new(Exit::Surroundings, report::failure_sentence(texts, &failure, backup.as_deref()))
    })?;
    // What is told of single rows looks at what was sent, and at what has just been recorded.
    let found = office.workspace.events(None);
    let found = found.map_err(|error| Stop::new(Exit::Surroundings, workspace_failure(texts, &error)))?;
    let ledger = Ledger::of(found.items, own, known);
    let (words, notices) = (office.words(texts), &import.notices);
    let words = NoticeWords { words, notices, ledger: &ledger, review: Some(&office.review) };
    let written = match common.format {
        Format::Json => report::write_import_json(console.out, words, &import),
        Format::Text | Format::Csv => report::write_import_text(console.out, words, &import, console.paint),
    };
    written.and_then(|()| console.out.flush()).map_err(|error| write_stop(texts, "-", &error))?;
    let mut new = import.files.iter().filter(|file| file.news == NoticeNews::New);
    let is_good = |at: Option<usize>| at.is_none_or(|at| is_plain(words, at));
    is_clean &= !given.is_empty() && new.all(|file| is_good(file.at));
    is_clean &= import.contradictions.is_empty() && import.faults.is_empty();
    Ok(if is_clean { Exit::Clean } else { Exit::Findings })
}

/// Whether nothing is wrong with a file or its items.
fn is_plain(words: NoticeWords<'_>, at: usize) -> bool {
    file_problems(words, at).is_empty() && item_problems(words, at).is_empty()
}

/// Clients who are meant; items are looked at as well, because nobody may know the client.
struct Asked<'a> {
    text: &'a str,
    clients: Vec<ClientKey>,
}

impl<'a> Asked<'a> {
    fn of(office: &Office, text: &'a str) -> Self {
        let month = &office.review.month;
        let found = find_clients(month, text).into_iter();
        let clients = found.filter_map(|at| month.clients.get(at)).map(|rows| rows.client).collect();
        Self { text: text.trim(), clients }
    }

    fn is(&self, client: Option<ClientKey>) -> bool {
        client.is_some_and(|client| self.clients.contains(&client) || client.insured.as_str() == self.text)
    }
}

fn list(common: &Common, client: Option<&str>, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let opened = opened(common, console)?;
    let asked = client.map(|text| Asked::of(&opened.office, text));
    let is_meant = |item: &&Item| {
        let of_client = |asked: &Asked<'_>| {
            asked.is(tie(item, &opened.ledger).client)
                || (item.is_of_client() && (item.insured == asked.text || item.name.contains(asked.text)))
        };
        common.month.is_none_or(|month| item.month == Some(month)) && asked.as_ref().is_none_or(of_client)
    };
    let items: Vec<&Item> = opened.all.items.iter().filter(is_meant).collect();
    let words = opened.words(console.texts);
    if common.format == Format::Text && items.is_empty() {
        console.say(&console.texts.get("notices-none"));
    }
    let written = match common.format {
        Format::Text => report::write_text(console.out, words, &items, console.paint),
        Format::Json => report::write_json(console.out, words, &items),
        Format::Csv => report::write_csv(console.out, words, &items),
    };
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    opened.exit(Exit::Clean, console)
}

/// The window that is open today or comes next.
fn window(today: NaiveDate) -> Option<ServiceMonth> {
    Some(window_on(today, Day::of(today)?.month.previous()))
}

fn open_ones(common: &Common, client: Option<&str>, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let opened = opened(common, console)?;
    let today = chrono::Local::now().date_naive();
    let window = window(today).ok_or_else(|| Stop::new(Exit::Bug, today.to_string()))?;
    let asked = client.map(|text| Asked::of(&opened.office, text));
    let is_meant = |one: &Outstanding| {
        common.month.is_none_or(|month| one.month == month)
            && asked.as_ref().is_none_or(|asked| asked.is(one.client))
    };
    let mut open = outstanding(&opened.all, &opened.ledger, window);
    open.retain(is_meant);
    let words = opened.words(console.texts);
    let written = match common.format {
        Format::Text if open.is_empty() => {
            console.say(&console.texts.get("notices-open-none"));
            Ok(())
        }
        Format::Text => report::write_open_text(console.out, words, &open, window, console.paint),
        Format::Json => report::write_open_json(console.out, words, &open, window),
        Format::Csv => report::write_open_csv(console.out, words, &open),
    };
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    let exit = if open.is_empty() { Exit::Clean } else { Exit::Findings };
    opened.exit(exit, console)
}

fn compare(common: &Common, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let opened = opened(common, console)?;
    let windows = paid(&opened.all, &opened.ledger);
    let words = opened.words(console.texts);
    let written = match common.format {
        Format::Text if windows.is_empty() => {
            console.say(&console.texts.get("notices-paid-none"));
            Ok(())
        }
        Format::Text => report::write_paid_text(console.out, words, &windows, console.paint),
        Format::Json => report::write_paid_json(console.out, words, &windows),
        Format::Csv => report::write_paid_csv(console.out, &windows),
    };
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    let differs = windows.values().any(PaidWindow::differs);
    opened.exit(if differs { Exit::Findings } else { Exit::Clean }, console)
}
