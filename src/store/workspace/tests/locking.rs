use super::*;

fn other() -> Who {
    Who { person: "試験 太郎".to_owned(), machine: "相談室PC".to_owned() }
}

#[test]
fn the_second_one_is_told_who_writes() {
    let (_temp, dir, events) = filled(2);
    let mut first = open(&dir, Access::Write);
    let mut second = Workspace::open(&dir, other(), Access::Write, clock()).unwrap();
    assert!(first.is_writable() && first.holder().is_none() && first.barrier().is_none());
    assert!(!second.is_writable());
    let holder = second.holder().unwrap().clone();
    assert_eq!(holder.who, who());
    assert_eq!(holder.since, time("2026-11-02T09:30:00.123456+09:00"));
    assert_eq!(holder.pid, std::process::id());
    assert_eq!(second.events(None).unwrap().items, events);
    let refused = second.append(&draft(9, None), 2);
    assert_eq!(refused, Err(AppendError::ReadOnly(Barrier::Held(Some(holder)))));
    // Readers see what is written meanwhile.
    first.append(&draft(9, None), 2).unwrap();
    assert_eq!(second.last_seq(), Ok(3));
    assert_eq!(second.events(None).unwrap().items.len(), 3);
    assert_eq!(second.claim(), Ok(false));
    drop(first);
    assert_eq!(second.claim(), Ok(true));
    assert_eq!(second.append(&draft(10, None), 3).unwrap().events[0].person, "試験 太郎");
    drop(second);
    assert!(!dir.join("kyukan.lock.json").exists());
}

#[test]
fn readers_never_lock() {
    let (_temp, dir, _) = filled(1);
    let mut reader = open(&dir, Access::Read);
    assert_eq!((reader.barrier(), reader.is_writable()), (Some(&Barrier::Asked), false));
    assert_eq!(reader.obstacle(), Some(AppendError::ReadOnly(Barrier::Asked)));
    assert_eq!(reader.append(&draft(9, None), 1), Err(AppendError::ReadOnly(Barrier::Asked)));
    assert!(open(&dir, Access::Write).is_writable());
    assert_eq!(reader.claim(), Ok(true));
    assert_eq!(reader.obstacle(), None);
    reader.append(&draft(9, None), 1).unwrap();
}

#[test]
fn a_holder_that_left_no_name_locks_all_the_same() {
    let (_temp, dir, _) = filled(1);
    let first = open(&dir, Access::Write);
    for details in ["", "{}", "\u{0}"] {
        fs::write(dir.join("kyukan.lock.json"), details).unwrap();
        let second = open(&dir, Access::Write);
        assert_eq!((second.barrier(), second.holder()), (Some(&Barrier::Held(None)), None));
    }
    drop(first);
    // What a killed process leaves behind locks nothing.
    fs::write(dir.join("kyukan.lock.json"), "{}").unwrap();
    assert!(open(&dir, Access::Write).is_writable());
}
