//! The sentence about a problem: place, what was found and expected, what was done, whom to ask, code.

use super::visible::{shortened, visible};
use super::{Arg, Texts};
use crate::domain::problem::{Problem, ProblemAction, ProblemCode};

/// Longest found value that is shown in full, in characters.
const LONGEST_VALUE: usize = 40;

/// Prefix of the messages that a reader may name as "expected" in place of a literal text.
const EXPECTED_PREFIX: &str = "expected-";

/// Prefix of the messages that the store may name as the reason why a file or folder could not be read.
const REASON_PREFIX: &str = "reason-";

/// Names for the places of a problem, which itself holds only indices.
#[derive(Clone, Copy, Debug, Default)]
pub struct PlaceText<'a> {
    /// Name of the file; the problem's own path stands in when there is none.
    pub file: Option<&'a str>,
    /// Name of the other file that is involved.
    pub other: Option<&'a str>,
    /// Name and number of the sender, as in `◯◯事業所(1379900028)`.
    pub sender: Option<&'a str>,
}

/// Whether only the sender can put the matter right: data is lost, contradictory or not for us.
///
/// Not so for what could be read without loss, and for what happened on this computer (disk, archive, two plans of
/// our own office).
pub fn asks_sender(code: ProblemCode) -> bool {
    use ProblemCode as P;
    match code {
        P::FileEmpty
        | P::FileNoRows
        | P::FileNameUnusable
        | P::WrongDestination
        | P::ColumnCount
        | P::UnclosedQuote
        | P::Empty
        | P::Invalid
        | P::TooLong
        | P::CodeUnknown
        | P::Undecodable
        | P::Gaiji
        | P::MonthDiffers
        | P::DateOutsideMonth
        | P::InsurerCheckDigit
        | P::EquipmentCode => true,
        P::FileUnreadable
        | P::FileTooLarge
        | P::FileNameOdd
        | P::FileNameForeign
        | P::EditionDisagrees
        | P::FolderUnreadable
        | P::ZipUnreadable
        | P::ZipTooLarge
        | P::ZipUnsafeName
        | P::Utf8
        | P::LineEnds
        | P::HeaderRow
        | P::EndMark
        | P::VersionUnknown
        | P::VersionMixed
        | P::ColumnsPadded
        | P::Normalised
        | P::TimeEmpty
        | P::ControlCharacter
        | P::KindNotExchanged
        | P::PlanCopiesDiffer
        | P::NothingToDelete
        | P::More => false,
    }
}

/// The whole sentence about a problem, on one line and free of control characters.
///
/// Whatever is not known is left out, so the sentence holds for a folder as well as for one item of one row.
pub fn problem_sentence(texts: &Texts, problem: &Problem, place: &PlaceText<'_>) -> String {
    let joint = texts.get("joint-sentence");
    let body = sentences(texts, problem, place).join(&joint);
    let code = problem.code.id();
    match place_text(texts, problem, place) {
        Some(place) => format!("{place}: {body}{joint}[{code}]"),
        None => format!("{body}{joint}[{code}]"),
    }
}

/// What was found and expected, without the place, the action and the sender.
pub fn problem_message(texts: &Texts, problem: &Problem, place: &PlaceText<'_>) -> String {
    statements(texts, problem, &Values::new(texts, problem, place)).join(&texts.get("joint-sentence"))
}

/// The values of the variables, ready to be shown.
struct Values {
    found: String,
    expected: String,
    other: String,
    item: &'static str,
    no: u32,
    times: u32,
    sender: String,
}

impl Values {
    fn new(texts: &Texts, problem: &Problem, place: &PlaceText<'_>) -> Self {
        let found = match problem.found.as_str() {
            "" => texts.get("value-empty"),
            // What is wrong with a file as a whole may be an id; a value out of a file never is.
            reason if problem.line.is_none() && reason.starts_with(REASON_PREFIX) => {
                known_text(texts, reason)
            }
            found => visible(&shortened(found, LONGEST_VALUE)).into_owned(),
        };
        Self {
            found,
            expected: if problem.expected.starts_with(EXPECTED_PREFIX) {
                known_text(texts, &problem.expected)
            } else {
                visible(&problem.expected).into_owned()
            },
            other: visible(place.other.unwrap_or_default()).into_owned(),
            item: problem.item.map_or("", |item| item.name),
            no: problem.item.map_or(0, |item| item.no),
            times: problem.times,
            sender: visible(place.sender.unwrap_or_default()).into_owned(),
        }
    }

    fn args(&self) -> [(&'static str, Arg<'_>); 7] {
        [
            ("found", Arg::from(self.found.as_str())),
            ("expected", Arg::from(self.expected.as_str())),
            ("other", Arg::from(self.other.as_str())),
            ("item", Arg::from(self.item)),
            ("no", Arg::from(self.no)),
            ("times", Arg::from(self.times)),
            ("sender", Arg::from(self.sender.as_str())),
        ]
    }
}

/// An id of the texts, with a value after a blank or without one, becomes its text; anything else is shown as it is.
fn known_text(texts: &Texts, named: &str) -> String {
    let (id, value) = named.split_once(' ').unwrap_or((named, ""));
    let value = visible(value);
    texts.find(id, &[("value", Arg::from(value.as_ref()))]).unwrap_or_else(|| visible(named).into_owned())
}

fn statements(texts: &Texts, problem: &Problem, values: &Values) -> Vec<String> {
    let args = values.args();
    let part = |name: &str| texts.find(&format!("{}.{name}", problem.code.message()), &args);
    let mut said = vec![texts.format(problem.code.message(), &args)];
    said.extend((!problem.found.is_empty()).then(|| part("found")).flatten());
    said.extend((!problem.expected.is_empty()).then(|| part("expected")).flatten());
    said.extend((!values.other.is_empty()).then(|| part("other")).flatten());
    // That message is itself about a number of problems.
    let counts = problem.times > 1 && problem.code != ProblemCode::More;
    said.extend(counts.then(|| texts.format("problem-times", &args)));
    said
}

fn sentences(texts: &Texts, problem: &Problem, place: &PlaceText<'_>) -> Vec<String> {
    let values = Values::new(texts, problem, place);
    let args = values.args();
    let mut said = statements(texts, problem, &values);
    said.push(action_text(texts, problem, &args));
    let asked = asks_sender(problem.code) && !values.sender.is_empty();
    said.extend(asked.then(|| texts.format("problem-ask", &args)));
    said.retain(|sentence| !sentence.is_empty());
    said
}

/// What was done: the message's own words if it has some, else the general ones.
fn action_text(texts: &Texts, problem: &Problem, args: &[(&str, Arg<'_>)]) -> String {
    let (part, general) = match problem.action {
        ProblemAction::Warned => ("warned", "problem-action-warned"),
        ProblemAction::Quarantined if problem.times > 1 => ("quarantined", "problem-action-quarantined-rows"),
        ProblemAction::Quarantined if problem.line.is_some() => ("quarantined", "problem-action-quarantined"),
        ProblemAction::Quarantined => ("quarantined", "problem-action-quarantined-file"),
    };
    texts
        .find(&format!("{}.{part}", problem.code.message()), args)
        .unwrap_or_else(|| texts.format(general, args))
}

/// File, line and item, as far as they are known.
fn place_text(texts: &Texts, problem: &Problem, place: &PlaceText<'_>) -> Option<String> {
    let file = place.file.or(problem.path.as_deref()).map(|file| visible(file).into_owned());
    let line = problem.line.map(|line| texts.format("place-line", &[("line", line.into())]));
    let item = problem
        .item
        .map(|item| texts.format("place-item", &[("no", item.no.into()), ("item", item.name.into())]));
    let within: Vec<String> = [line, item].into_iter().flatten().collect();
    let within = (!within.is_empty()).then(|| within.join(&texts.get("joint-place")));
    let parts: Vec<String> = [file, within].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
