//! Reads a TOML file value by value and collects every fault with its place.

use super::fault::{ConfigFault, ConfigFaultSort, Place, ValueType};
use std::collections::BTreeMap;
use std::io;
use std::ops::{Range, RangeInclusive};
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

/// Files larger than this are no settings, in bytes.
const LARGEST: u64 = 1 << 20;

/// Reads a text file; `None` when there is none.
///
/// # Errors
/// The file cannot be read, is too large or is not in UTF-8.
pub(crate) fn read_file(path: &Path, shown: &str) -> Result<Option<String>, Box<ConfigFault>> {
    let fault = |place, sort| Box::new(ConfigFault { path: shown.to_owned(), place, sort });
    let unreadable = |error: &io::Error| fault(None, ConfigFaultSort::Unreadable(plain_reason(error)));
    let bytes = match std::fs::metadata(path) {
        Ok(found) if found.is_file() && found.len() > LARGEST => {
            return Err(unreadable(&io::ErrorKind::FileTooLarge.into()));
        }
        Ok(_) => std::fs::read(path).map_err(|error| unreadable(&error))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(&error)),
    };
    String::from_utf8(bytes).map(Some).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(error.as_bytes().get(..good).unwrap_or_default());
        fault(Some(place_in(&before, before.len())), ConfigFaultSort::NotUtf8)
    })
}

/// The id of a text where there is one, else the system's words without the number of the error.
fn plain_reason(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::PermissionDenied {
        return "reason-permission-denied".to_owned();
    }
    let text = error.to_string();
    text.split_once(" (os error ").map_or(text.as_str(), |(words, _)| words).to_owned()
}

/// Line and column of a byte. The mark that some editors put before the text is no column of it.
fn place_in(text: &str, at: usize) -> Place {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    Place {
        line: before.matches('\n').count() + 1,
        column: line.trim_start_matches('\u{feff}').chars().count() + 1,
    }
}

/// A file that is being read, and what was wrong so far.
pub(crate) struct Reader<'a> {
    path: &'a str,
    text: &'a str,
    faults: Vec<ConfigFault>,
}

impl<'a> Reader<'a> {
    /// `path` is the file as people are to see it.
    pub(crate) fn new(path: &'a str, text: &'a str) -> Self {
        Self { path, text, faults: Vec::new() }
    }

    /// The whole document; `None` when there is a fault of syntax.
    pub(crate) fn parse(&mut self) -> Option<DeTable<'a>> {
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            self.syntax_fault(error);
        }
        errors.is_empty().then(|| table.into_inner())
    }

    /// One fault a line is enough: what follows in the line is mostly its consequence.
    fn syntax_fault(&mut self, error: &Error) {
        let span = error.span().unwrap_or_default();
        let line = self.place(span.start).line;
        if !self.faults.iter().any(|known| known.place.is_some_and(|place| place.line == line)) {
            self.fault(&span, ConfigFaultSort::Syntax(error.message().to_owned()));
        }
    }

    /// Line and column of a byte of the file.
    pub(crate) fn place(&self, at: usize) -> Place {
        place_in(self.text, at)
    }

    /// Notes a fault of the part `span` of the file.
    pub(crate) fn fault(&mut self, span: &Range<usize>, sort: ConfigFaultSort) {
        self.faults.push(ConfigFault {
            path: self.path.to_owned(),
            place: Some(self.place(span.start)),
            sort,
        });
    }

    /// Every fault, in the order of the file.
    pub(crate) fn into_faults(mut self) -> Vec<ConfigFault> {
        self.faults.sort_by_key(|fault| fault.place);
        self.faults
    }

    fn wrong_type(&mut self, name: &str, value: &Spanned<DeValue<'_>>, expected: ValueType) {
        self.fault(&value.span(), ConfigFaultSort::WrongType { name: name.to_owned(), expected });
    }

    /// The value is of the right type and is none of `allowed`.
    pub(super) fn not_allowed(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        found: &str,
        allowed: Vec<String>,
    ) {
        let (name, found) = (name.to_owned(), found.to_owned());
        self.fault(&value.span(), ConfigFaultSort::NotAllowed { name, found, allowed });
    }

    /// A text.
    pub(crate) fn text<'v>(&mut self, name: &str, value: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(name, value, ValueType::Text);
        }
        text
    }

    /// A text, of which an empty one says nothing.
    pub(crate) fn optional_text(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        self.text(name, value).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// One text or a list of them, each with its place; `None` when any of them is no text.
    pub(crate) fn texts(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<Vec<(String, Place)>> {
        match value.get_ref() {
            DeValue::String(text) => Some(vec![(text.to_string(), self.place(value.span().start))]),
            DeValue::Array(values) => {
                let texts: Vec<_> = values
                    .iter()
                    .map(|value| {
                        let text = self.text(name, value)?;
                        Some((text.to_owned(), self.place(value.span().start)))
                    })
                    .collect();
                texts.into_iter().collect()
            }
            _ => {
                self.wrong_type(name, value, ValueType::Texts);
                None
            }
        }
    }

    /// One of a few texts.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        choices: &[(&str, T)],
    ) -> Option<T> {
        let text = self.text(name, value)?;
        let found = choices.iter().find(|(choice, _)| *choice == text).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let allowed = choices.iter().map(|(choice, _)| (*choice).to_owned()).collect();
            self.not_allowed(name, value, text, allowed);
        }
        found
    }

    /// A whole number of a range.
    pub(crate) fn number(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        range: RangeInclusive<u64>,
    ) -> Option<u64> {
        let Some(number) = value.get_ref().as_integer() else {
            self.wrong_type(name, value, ValueType::Number);
            return None;
        };
        // What does not fit the type is outside of every range.
        let number = u64::from_str_radix(number.as_str(), number.radix()).ok();
        let number = number.filter(|number| range.contains(number));
        if number.is_none() {
            let found = self.text.get(value.span()).unwrap_or_default();
            self.not_allowed(name, value, found, vec![format!("{} .. {}", range.start(), range.end())]);
        }
        number
    }

    /// `true` or `false`.
    pub(crate) fn switch(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Option<bool> {
        let switch = value.get_ref().as_bool();
        if switch.is_none() {
            self.wrong_type(name, value, ValueType::Switch);
        }
        switch
    }

    /// A table of settings, each of which is named after it in faults (`benefit.thirds`).
    pub(super) fn settings<S>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        known: &[(&str, Take<S>)],
        into: &mut S,
    ) {
        if let Some(table) = self.table(name, value) {
            take_each(Some(name), table, known, into, self);
        }
    }

    /// A table.
    pub(crate) fn table<'v, 't>(
        &mut self,
        name: &str,
        value: &'v Spanned<DeValue<'t>>,
    ) -> Option<&'v DeTable<'t>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(name, value, ValueType::Table);
        }
        table
    }
}

/// Takes the value of one setting, whose name comes first.
pub(super) type Take<S> = fn(&str, &Spanned<DeValue<'_>>, &mut S, &mut Reader<'_>);

/// Takes every setting of a table; `inside` is the table's own name.
fn take_each<S>(
    inside: Option<&str>,
    table: &DeTable<'_>,
    known: &[(&str, Take<S>)],
    into: &mut S,
    reader: &mut Reader<'_>,
) {
    for (name, value) in table {
        let own = name.get_ref().as_ref();
        let full = inside.map_or_else(|| own.to_owned(), |inside| format!("{inside}.{own}"));
        match known.iter().find(|(setting, _)| *setting == own) {
            Some((_, take)) => take(&full, value, into, reader),
            None => reader.fault(&name.span(), ConfigFaultSort::UnknownSetting(full)),
        }
    }
}

/// What `parse` makes of the file at `path`, with every fault. A file that is not there says nothing.
pub(super) fn load_settings<S: Default>(
    path: &Path,
    parse: fn(&str, &str) -> (S, Vec<ConfigFault>),
) -> (S, Vec<ConfigFault>) {
    let shown = path.display().to_string();
    match read_file(path, &shown) {
        Ok(Some(text)) => parse(&shown, &text),
        Ok(None) => Default::default(),
        Err(fault) => (S::default(), vec![*fault]),
    }
}

/// The settings in the text of the file at `path`, where the value of each stands, and every fault. The default stands
/// in for each setting with a fault.
pub(super) fn read_settings<S: Default>(
    (path, text): (&str, &str),
    table: &[(&str, Take<S>)],
) -> (S, BTreeMap<String, Place>, Vec<ConfigFault>) {
    let mut reader = Reader::new(path, text);
    let mut settings = S::default();
    let document = reader.parse().unwrap_or_default();
    take_each(None, &document, table, &mut settings, &mut reader);
    let mut places = BTreeMap::new();
    for (name, value) in &document {
        if table.iter().any(|(setting, _)| *setting == name.get_ref()) {
            places.insert(name.get_ref().to_string(), reader.place(value.span().start));
        }
    }
    (settings, places, reader.into_faults())
}
