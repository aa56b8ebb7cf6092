//! 公費 as far as the sheet needs it. The sheet itself shows the insurance rate before 公費.

use crate::benefit::money::Yen;

/// Who bears the charge that insurance leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicSplit {
    /// Borne by 公費.
    pub by_public: Yen,
    /// 本人支払額.
    pub by_client: Yen,
}

/// Shares the charge (利用者負担) of a client with 生活保護 and insurance out: 介護扶助 (法別 12) bears it but for what the
/// 介護券 has the client pay (本人支払額).
pub fn assistance_split(copay: Yen, own_payment: Yen) -> PublicSplit {
    let by_client = own_payment.clamp(0, copay.max(0));
    PublicSplit { by_public: copay - by_client, by_client }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_pays_no_more_than_the_charge() {
        assert_eq!(assistance_split(4_213, 1_000), PublicSplit { by_public: 3_213, by_client: 1_000 });
        assert_eq!(assistance_split(4_213, 9_000), PublicSplit { by_public: 0, by_client: 4_213 });
        assert_eq!(assistance_split(-790, 1_000), PublicSplit { by_public: -790, by_client: 0 });
    }
}
