use super::*;
use crate::benefit::money::BenefitRate;
use crate::benefit::rates::Step;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::i18n::Language;

fn office() -> OfficeNumber {
    OfficeNumber::parse("1379900028").unwrap()
}

fn code(text: &str) -> ServiceCode {
    ServiceCode::parse(text).unwrap()
}

fn line(columns: &Columns, place: Option<Place>) -> SheetLine<'_> {
    SheetLine { name: SheetRowName::Detail { office: office(), code: code("111111") }, place, columns }
}

fn columns() -> Columns {
    Columns {
        service_units: Some(1_234),
        kind_over: Some(0),
        category_over: Some(56),
        price: Some(UnitPrice::from_hundredths(1_140)),
        rate: BenefitRate::new(90),
        cost: Some(-14_067),
        ..Columns::default()
    }
}

#[test]
fn cells_are_written_as_on_the_form() {
    use SheetColumnName as C;
    let columns = columns();
    let inside = line(&columns, Some(Place::InLimit));
    let shown = |line: &SheetLine<'_>| {
        [C::ServiceUnits, C::KindOver, C::CategoryOver, C::Price, C::Rate, C::Cost, C::Copay]
            .map(|column| line.text(column))
    };
    assert_eq!(shown(&inside), ["1,234", "", "56", "11.40", "90%", "-14,067", ""]);
    let outside = line(&columns, Some(Place::Outside(Step::Treatment)));
    assert_eq!(outside.text(C::ServiceUnits), "(1,234)");
    let sum = SheetLine { name: SheetRowName::Total, ..line(&columns, None) };
    assert_eq!(sum.text(C::KindOver), "0", "a sum says that nothing is over");
}

#[test]
fn rows_have_the_names_of_their_services() {
    let texts = Texts::new(Language::Ja);
    let columns = columns();
    let label = |place| line(&columns, place).label(&texts, |_| Some("身体介護１".to_owned()));
    assert_eq!(label(Some(Place::InLimit)), "111111 身体介護１");
    assert_eq!(label(Some(Place::Over30Days)), "30日超 111111 身体介護１");
    let kind = ServiceKind::parse("11").unwrap();
    let name = SheetRowName::Subtotal { office: office(), kind };
    let sum = SheetLine { name, ..line(&columns, None) };
    assert_eq!((sum.label(&texts, |_| None).as_str(), sum.group()), ("小計", Some((office(), kind))));
}

#[test]
fn a_difference_marks_the_column_that_it_is_about() {
    use SheetColumnName as C;
    let columns = columns();
    let row = line(&columns, Some(Place::InLimit));
    let found = |column, computed| SheetDifference { row: row.name, column, received: 0, computed };
    let differences = [found(C::ServiceUnits, 1_234), found(C::Cost, 5), found(C::Row, 1)];
    assert!(row.differs(C::ServiceUnits, &differences) && row.is_new(&differences));
    assert!(!row.differs(C::Cost, &differences), "that is about another row of the same code");
    assert!(!row.differs(C::Price, &differences) && !row.is_new(&differences[..2]));
}
