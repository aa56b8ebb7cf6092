//! What is wrong with the file of a service code master of the workspace, in a sentence.

use crate::i18n::visible::visible;
use crate::i18n::{Arg, Texts};
use crate::store::{MasterFault, MasterFaultSort};

/// What is wrong with the file of a master, and that it is not used.
pub fn master_fault(texts: &Texts, fault: &MasterFault) -> String {
    let path = fault.path.display().to_string();
    let (id, reason) = match &fault.what {
        MasterFaultSort::Missing => ("master-file-missing", ""),
        MasterFaultSort::Changed => ("master-file-changed", ""),
        MasterFaultSort::Unreadable(reason) => ("master-file-unreadable", reason.as_str()),
        MasterFaultSort::NoMaster(_) => ("master-file-unknown", ""),
    };
    let reason = texts.find(reason, &[]).unwrap_or_else(|| reason.to_owned());
    let (name, path) = (visible(&fault.master.name), visible(&path));
    let values = [
        ("name", Arg::from(name.as_ref())),
        ("path", Arg::from(path.as_ref())),
        ("reason", Arg::from(reason.as_str())),
    ];
    texts.format(id, &values)
}
