use super::*;
use crate::app::decisions::Decisions;
use crate::domain::event::{Deed, Seq};
use crate::domain::ids::ServiceCode;
use crate::store::workspace::{Access, AppendError, Clock, Who, Workspace};
use chrono::DateTime;
use tempfile::TempDir;

const OLD: &str =
    "code,name,units,in_limit,unit_type\r\n111111,身体介護1,244,1,time\r\n111211,身体介護2,387,1,time\r\n";
const NEW: &str = "code,name,units,in_limit,unit_type\r\n111111,身体介護1,250,1,time\r\n11,x,1,1,time\r\n";
const TOWN: &str = "131987,A2,1111,202404,999999,訪問型独自サービス,1176,03,1,01,3,,,,2,2,2,1,20240327\r\n";

struct Office {
    temp: TempDir,
    workspace: Workspace,
}

impl Office {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        Workspace::init(&temp.path().join("office"), "").unwrap();
        let workspace = open(&temp.path().join("office"), Access::Write);
        Self { temp, workspace }
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.temp.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    fn last(&mut self) -> Seq {
        self.workspace.last_seq().unwrap()
    }

    fn import(&mut self, name: &str, text: &str) -> MasterImport {
        let path = self.put(name, text);
        let last = self.last();
        import_master(&mut self.workspace, &path, last).unwrap()
    }

    fn refused(&mut self, name: &str, text: &str) -> MasterImportFailure {
        let path = self.put(name, text);
        let last = self.last();
        import_master(&mut self.workspace, &path, last).unwrap_err()
    }

    fn decisions(&mut self) -> Decisions {
        Decisions::of(self.workspace.events(None).unwrap().items)
    }

    fn load(&mut self) -> (CodeMaster, Vec<MasterFault>) {
        let decisions = self.decisions();
        load_masters(self.workspace.dir(), decisions.entries(MASTERS))
    }

    fn names(&mut self) -> Vec<String> {
        let decisions = self.decisions();
        let masters = registered_masters(decisions.entries(MASTERS));
        masters.into_iter().map(|master| master.name).collect()
    }
}

fn open(dir: &Path, access: Access) -> Workspace {
    let who = Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() };
    let clock: Clock = Box::new(|| DateTime::parse_from_rfc3339("2026-11-05T09:30:00+09:00").unwrap());
    Workspace::open(dir, who, access, clock).unwrap()
}

fn units(codes: &CodeMaster, code: &str) -> Option<i32> {
    let insurer = InsurerNumber::parse("131987").unwrap();
    codes.entry_for(insurer, ServiceCode::parse(code).unwrap(), ServiceMonth::FALLBACK)?.units
}

#[test]
fn a_master_is_kept_as_it_came_and_registered() {
    let mut office = Office::new();
    let done = office.import("町 単位数.csv", TOWN);
    assert_eq!((done.reading.taken, done.master.rows, done.master.order), (1, 1, 1));
    assert_eq!(done.news(), MasterNews::New);
    let events = done.appended.unwrap().events;
    assert_eq!((events[0].month, &events[0].deed), (None, &Deed::Register));
    let path = office.workspace.dir().join("masters").join(format!("{}.csv", blake3::hash(TOWN.as_bytes())));
    assert_eq!(fs::read(&path).unwrap(), TOWN.as_bytes());
    assert_eq!(fs::read_dir(office.workspace.dir().join("masters")).unwrap().count(), 1);
    let decisions = office.decisions();
    let [(key, cells)] = <[_; 1]>::try_from(decisions.entries(MASTERS).iter().collect::<Vec<_>>()).unwrap();
    assert_eq!(key, &[blake3::hash(TOWN.as_bytes()).to_hex().to_string()]);
    let cells: Vec<(&str, &str)> = cells.iter().map(|(column, text)| (&**column, &**text)).collect();
    assert_eq!(
        cells,
        [
            ("from", "2024-04"),
            ("insurers", "131987"),
            ("name", "町 単位数.csv"),
            ("order", "1"),
            ("rows", "1"),
            ("sort", "municipal"),
        ]
    );
    assert_eq!(registered_masters(decisions.entries(MASTERS)), [done.master]);
    let (codes, faults) = office.load();
    assert_eq!((units(&codes, "A21111"), faults), (Some(1176), Vec::new()));
    let again = office.import("町 単位数.csv", TOWN);
    assert!(again.appended.is_none(), "nothing has changed");
    assert_eq!(again.news(), MasterNews::Known);
}

#[cfg(unix)]
#[test]
fn a_kept_master_is_private_and_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let mut office = Office::new();
    office.import("a.csv", OLD);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = office.workspace.dir().join("masters");
    let file = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    assert_eq!((mode(&folder), mode(&file)), (0o700, 0o400));
}

#[test]
fn the_master_that_was_imported_last_stands_first() {
    let mut office = Office::new();
    office.import("old.csv", OLD);
    let done = office.import("new.csv", NEW);
    assert_eq!((done.master.rows, done.master.refused), (1, 1));
    let (codes, _) = office.load();
    assert_eq!((units(&codes, "111111"), units(&codes, "111211")), (Some(250), Some(387)));
    assert_eq!(office.import("old.csv", OLD).news(), MasterNews::Renewed, "it comes to the top again");
    assert_eq!(office.names(), ["new.csv", "old.csv"]);
    assert_eq!(units(&office.load().0, "111111"), Some(244));
}

#[test]
fn a_master_that_is_taken_off_the_register_can_come_back() {
    let mut office = Office::new();
    let hash = office.import("old.csv", OLD).master.hash;
    let last = office.last();
    let event = remove_master(&mut office.workspace, &hash, last).unwrap().unwrap();
    assert!(event.changes[0].before.is_some() && event.changes[0].after.is_none());
    let (codes, faults) = office.load();
    assert!(codes.is_empty() && faults.is_empty());
    assert!(office.workspace.dir().join("masters").join(format!("{hash}.csv")).is_file(), "the bytes stay");
    let last = office.last();
    assert!(
        remove_master(&mut office.workspace, &hash, last).unwrap().is_none(),
        "nothing is left to remove"
    );
    let undo = office.decisions().undo().unwrap();
    office.workspace.append(&undo, last).unwrap();
    assert_eq!(units(&office.load().0, "111111"), Some(244));
}

#[test]
fn a_file_that_is_missing_or_changed_is_told_and_left_out() {
    let mut office = Office::new();
    office.import("old.csv", OLD);
    let town = office.import("town.csv", TOWN).master;
    let folder = office.workspace.dir().join("masters");
    let path = folder.join(format!("{}.csv", town.hash));
    fs::remove_file(&path).unwrap();
    fs::write(&path, TOWN.replace("1176", "9999")).unwrap();
    let (codes, faults) = office.load();
    assert_eq!((units(&codes, "A21111"), units(&codes, "111111")), (None, Some(244)));
    let fault = MasterFault { master: town.clone(), path: path.clone(), what: MasterFaultSort::Changed };
    assert_eq!(faults, [fault]);
    fs::remove_file(&path).unwrap();
    assert_eq!(office.load().1[0].what, MasterFaultSort::Missing);
    fs::create_dir(&path).unwrap();
    assert!(matches!(office.load().1[0].what, MasterFaultSort::Unreadable(_)));
    fs::remove_dir(&path).unwrap();
    fs::write(&path, "changed").unwrap();
    assert!(office.import("town.csv", TOWN).appended.is_none(), "the register is as it was");
    assert_eq!(office.load().1, []);
    let aside = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(aside.into_iter().any(|name| name.contains("~changed-")), "nobody's work is lost");
}

#[test]
fn a_register_that_names_no_hash_leads_nowhere() {
    let mut office = Office::new();
    fs::create_dir(office.workspace.dir().join("masters")).unwrap();
    fs::write(office.workspace.dir().join("secret.csv"), OLD).unwrap();
    let mut entries = Entries::new();
    entries.insert(vec!["../secret".to_owned()], Cells::new());
    entries.insert(Vec::new(), Cells::new());
    let (codes, faults) = load_masters(office.workspace.dir(), &entries);
    assert!(codes.is_empty());
    let sorts: Vec<&MasterFaultSort> = faults.iter().map(|fault| &fault.what).collect();
    assert_eq!(sorts, [&MasterFaultSort::Missing, &MasterFaultSort::Missing]);
    assert_eq!(office.last(), 0);
}

#[test]
fn what_is_no_master_is_refused_and_nothing_is_kept() {
    let mut office = Office::new();
    assert!(matches!(
        office.refused("a.csv", "a,b\r\n1,2\r\n"),
        MasterImportFailure::NoMaster(NotAMaster::Unknown)
    ));
    let nothing = office.refused("b.csv", "code,name,units,in_limit,unit_type\r\n11,x,1,1,time\r\n");
    assert!(matches!(nothing, MasterImportFailure::NothingTaken(reading) if reading.refused == 1));
    let folder = office.temp.path().join("two");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("a.csv"), OLD).unwrap();
    fs::write(folder.join("b.csv"), NEW).unwrap();
    let two = import_master(&mut office.workspace, &folder, 0).unwrap_err();
    assert!(matches!(two, MasterImportFailure::NotOneFile(2)), "{two:?}");
    let absent = import_master(&mut office.workspace, &folder.join("c.csv"), 0).unwrap_err();
    assert!(matches!(absent, MasterImportFailure::Unreadable(_)), "{absent:?}");
    assert_eq!(office.last(), 0);
    assert!(!office.workspace.dir().join("masters").exists());
}

#[test]
fn nobody_else_may_have_written_meanwhile() {
    let mut office = Office::new();
    office.import("old.csv", OLD);
    let path = office.put("new.csv", NEW);
    let stale = import_master(&mut office.workspace, &path, 0).unwrap_err();
    assert!(
        matches!(stale, MasterImportFailure::NotRecorded(AppendError::Conflict { last: 1, .. })),
        "{stale:?}"
    );
    let mut reader = open(office.workspace.dir(), Access::Write);
    let refused = import_master(&mut reader, &path, 1).unwrap_err();
    assert!(matches!(refused, MasterImportFailure::NotWritable(AppendError::ReadOnly(_))), "{refused:?}");
    assert!(matches!(remove_master(&mut reader, "x", 1), Err(AppendError::ReadOnly(_))));
}
