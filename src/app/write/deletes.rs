//! Records of delete files.

use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use crate::format::exchange::write::write_texts;
use crate::format::exchange::{Edition, FileKind};

/// A record of a DLTPLAN, or of a DLTJSK when a target is given.
pub(super) fn record(
    client: ClientKey,
    month: ServiceMonth,
    target: Option<(OfficeNumber, ServiceKind)>,
    edition: Edition,
) -> Vec<u8> {
    let kind = if target.is_some() { FileKind::Dltjsk } else { FileKind::Dltplan };
    let month = month.compact();
    let mut texts = vec![edition.csv_version(), client.insurer.as_str(), client.insured.as_str(), &month];
    if let Some((provider, service)) = &target {
        texts.extend([provider.as_str(), service.as_str()]);
    }
    let mut out = Vec::new();
    // Identifiers are letters and digits, which every file can hold.
    let _ = write_texts(&mut out, kind.columns(), edition, 1, &texts);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{InsuredNumber, InsurerNumber};

    #[test]
    fn both_kinds_of_record_are_whole() {
        let client = ClientKey {
            insurer: InsurerNumber::parse("131987").unwrap(),
            insured: InsuredNumber::parse("H000100017").unwrap(),
        };
        let target = OfficeNumber::parse("1379900028").zip(ServiceKind::parse("11"));
        let plan = record(client, ServiceMonth::FALLBACK, None, Edition::V4);
        assert_eq!(plan, b"202407,131987,H000100017,202610\r\n");
        let actual = record(client, ServiceMonth::FALLBACK, target, Edition::V3);
        assert_eq!(actual, b"202208,131987,H000100017,202610,1379900028,11\r\n");
    }
}
